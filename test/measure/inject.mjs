// npm run score -- --inject: errors put by program into clean sentences, and how many of each kind are found by an error or a warning.
import { createSession } from '../../dist/index.js'
import { corpora } from './corpora.mjs'

/** Deterministic, so that two runs compare: mulberry32. */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** One of the places where a pattern matches, replaced; `at` and `end` say where the error now stands. */
function replaced(pattern, make) {
  return (sentence, rng) => {
    const places = [...sentence.matchAll(pattern)]
    const match = places[Math.floor(rng() * places.length)]
    if (match === undefined) return undefined
    const instead = make(match, rng)
    if (instead === undefined) return undefined
    const text = sentence.slice(0, match.index) + instead + sentence.slice(match.index + match[0].length)
    return { text, at: match.index, end: match.index + instead.length }
  }
}
const pick = (list, rng) => list[Math.floor(rng() * list.length)]
const third = (verb) => (/(s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`)
const country = '(?:China|Japan|Russia|India|France|Germany|Britain|Brazil|Canada)'

const kinds = {
  mechanical: {
    'word twice': replaced(/(?<=[a-z] )([a-z]{3,})(?= [a-z])/g, ([w]) => (/^(had|that|very|her|more|much|far|long|many|so|again|never|ever)$/.test(w) ? undefined : `${w} ${w}`)),
    'run of words twice': replaced(/(?<=[a-z] )([a-z]{3,} [a-z]{3,} [a-z]{3,})(?= [a-z])/g, ([w]) => `${w} ${w}`),
    'two marks': replaced(/(?<=[a-z]{4}), (?=[a-z])/g, (_, rng) => pick(['. , ', ', . ', ',, ', '., '], rng)),
    'space before a mark': replaced(/(?<=[a-z]{3}), (?=[a-z])/g, () => ' , '),
    'no space behind a comma': replaced(/(?<=[a-z]{3}), (?=[a-z]{3})/g, () => ','),
    'no space behind a stop': replaced(/(?<= [a-z]{4,})\. (?=[A-Z][a-z]{2,} )/g, () => '.'),
    'small letter behind a stop': replaced(/(?<= [a-z]{4,}\. )(The|This|We|It|In|They|He) (?=[a-z]{2,} )/g, ([w]) => w.toLowerCase()),
    'capital in mid-sentence': replaced(/(?<= [a-z]{4,} )(the|of|and|with|for|from|these|this) (?=[a-z]{3,} )/g, ([w]) => w[0].toUpperCase() + w.slice(1)),
    'opening quotation mark for an apostrophe': replaced(/(?<=[a-z])['’](?=s )/g, () => '‘'),
    'space before an apostrophe': replaced(/(?<=[a-z])['’](?=s [a-z])/g, ([w]) => ` ${w}`),
    'quotation mark without a space': replaced(/(?<=[a-z]) “(?=[A-Za-z])/g, () => '“'),
    'full-width mark': replaced(/(?<=[a-z]), (?=[a-z])/g, (_, rng) => pick(['，', '、', '； '], rng)),
    'zero-width character': replaced(/(?<=[a-z]{3})(?=[a-z]{3} )/g, () => '\u200b'),
    'Chinese left over': replaced(/(?<=[a-z]{3}) (?=[a-z]{3})/g, (_, rng) => pick([' 的 ', ' 建设 ', ' 一体推进 '], rng)),
    'entity of HTML': replaced(/(?<=[a-z]{3}) (?=[a-z]{3})/g, (_, rng) => pick(['&nbsp;', ' &amp; ', '&quot; '], rng)),
  },
  grammar: {
    'two determiners': replaced(/(?<=[a-z] )(its|their|the|our) (?=[a-z]{3,} )/g, ([w], rng) => (w === 'the ' ? `the ${pick(['its', 'their', 'our'], rng)} ` : `the ${w}`)),
    'article before a country’s': replaced(new RegExp(`(?<=(?:of|for|in|to|and|with|on) )(?=${country}['’]s [a-z])`, 'g'), () => 'the '),
    'country for its adjective': replaced(/\bChinese (?=(?:nation|people|civilization|culture|citizens|government|army|characteristics|modernization)\b)/g, () => 'China '),
    'determiner without noun': replaced(/(?<=[a-z] the )([a-z]{4,}) (?=of )/g, () => ''),
    'pronoun and verb': replaced(/(?:^|(?<=[.,;] ))(They|We|they|we|He|She|It) (are|have|is|has|were|was) (?=[a-z])/g, ([, subject, verb]) => {
      const wrong = /they|we/i.test(subject) ? { are: 'is', have: 'has', were: 'was' } : { is: 'are', has: 'have', was: 'were' }
      return wrong[verb] && (/[tw]e/i.test(subject) || /^[A-Z]/.test(subject)) ? `${subject} ${wrong[verb]} ` : undefined
    }),
    'plural and verb': replaced(/^(The|These|Our|Their|Its) ((?:[a-z]+ )?[a-z]{3,}[^sui\W]s) (are|were|have) /g, ([, det, noun, verb]) => `${det} ${noun} ${{ are: 'is', were: 'was', have: 'has' }[verb]} `),
    'modal and inflected verb': replaced(/\b(will|should|must|can|would|could) (build|strengthen|improve|promote|continue|increase|support|help|take|make|be|provide|develop|become|give|expand|create)\b/g, ([, modal, verb]) => (verb === 'be' ? undefined : `${modal} ${third(verb)}`)),
    'several and singular': replaced(/\b(many|these|those|several) ([a-z]{4,}[^siu\W])s(?=[,.]| (?:of|in|and|that|to|from|are|were|have)\b)/gi, ([, many, noun]) => (/e$/.test(noun) && /(ch|sh|s|x|z)e$/.test(noun) ? undefined : `${many} ${noun.replace(/ie$/, 'y')}`)),
    'sentence breaks off': replaced(/ (the|and|a|their|its|or) [^.]*\.$/g, ([, w]) => ` ${w}.`),
    'two conjunctions': replaced(/(?<=, )(and|but|or) (?=[a-z])/g, ([w], rng) => `${pick(['and', 'but', 'or'].filter((c) => c !== w.trim()), rng)} ${w}`),
    'X and X': replaced(/(?<=(?:the|of|to|and|for) )([a-z]{5,}) and ([a-z]{5,})(?= (?:of|and|to)\b|[,.])/g, ([, x]) => `${x} and ${x}`),
    'adjective behind its noun': replaced(/\b([a-z]{4,}(?:ed|ous|ive|ful|al)) and ([a-z]{4,}(?:ed|ous|ive|ful|al)) ([a-z]{4,}(?:tion|ment|ship|ness|ity))(?=\.)/g, ([, a, b, noun]) => `${b} ${noun} and ${a}`),
  },
}

const most = 300

export async function inject() {
  const session = await createSession()
  const sentences = ['native', 'official'].flatMap((name) => corpora[name]().flatMap(({ text }) => (text.length < 600 ? [text] : (text.match(/[^.]+\.(?:\s|$)/g) ?? []).map((s) => s.trim()))))
  const clean = []
  for (const text of sentences) if (text.length > 40 && (await session.lint({ text, format: 'plain' })).findings.length === 0) clean.push(text)
  console.log(`\n## Errors put into clean sentences (${clean.length} to choose from, at most ${most} of a kind), house neutral\n`)
  for (const [family, all] of Object.entries(kinds)) {
    const sums = [0, 0]
    for (const [kind, mutate] of Object.entries(all)) {
      const rng = random(20261121)
      const order = clean.map((text) => [rng(), text]).sort(([a], [b]) => a - b)
      let tried = 0
      let found = 0
      const missed = []
      for (const [, text] of order) {
        if (tried >= most) break
        const bad = mutate(text, rng)
        if (bad === undefined) continue
        tried++
        const { findings } = await session.lint({ text: bad.text, format: 'plain' })
        if (findings.some((f) => f.start <= bad.end + 1 && f.end >= bad.at - 1)) found++
        else if (missed.length < 3) missed.push(bad.text.slice(Math.max(0, bad.at - 30), bad.end + 25))
      }
      sums[0] += found
      sums[1] += tried
      console.log(`${kind.padEnd(42)} ${String(found).padStart(3)} of ${String(tried).padStart(3)}  ${tried ? ((100 * found) / tried).toFixed(1).padStart(5) : '    –'}%`)
      if (process.argv.includes('--all')) for (const text of missed) console.log(`      missed: ${text.replace(/\s+/g, ' ')}`)
    }
    console.log(`${`all ${family}`.padEnd(42)} ${String(sums[0]).padStart(3)} of ${String(sums[1]).padStart(3)}  ${((100 * sums[0]) / sums[1]).toFixed(1).padStart(5)}%\n`)
  }
}
