// npm run sources: whether each concept's preferred form can be checked where its source says. A cited document that the shared
// pairs hold (a Government Work Report, the Party Constitution, a New Year address) must have the Chinese and the preferred form
// in one pair, or beside a better source an accepted form; other sources are sorted by who publishes them. Prints the concepts
// that fail and how many stand on what; `--all` prints every concept. It opens no page: what a page says is for a reader to check.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { parse } from 'yaml'
import { compileShipped, yamlBelow } from '../../dist/build/shipped.js'
import { parsePlain } from '../../dist/formats/plain.js'
import { inflections } from '../../dist/matching/inflect.js'
import { lookUp } from '../../dist/matching/lookup.js'
import { setUp } from '../../dist/setup.js'
import { documentOf } from '../../dist/text/document.js'
import { present, shared } from './corpora.mjs'

/** Who speaks for the state or the Party: hosts by their ending, authors by name. A local government's page is a weaker thing. */
const officialHosts = /(^|\.)((www|english)\.gov\.cn|(npc|scio|mod|spp|court|mofcom|fmprc|mfa|cac|idcpc|ccdi|beijing2022|moe|mee|miit|nrta|nhsa|samr|nda|stats|customs|chinatax|most|mem|mot|ndrc|mof|pbc|cppcc)\.gov\.cn|cdurl\.cn|gov\.hk|gov\.hk|news\.cn|xinhuanet\.com|people\.cn|people\.com\.cn|chinadaily\.com\.cn|qstheory\.cn|china\.org\.cn|chinagate\.cn|cgtn\.com|theorychina\.org\.cn|chinamil\.com\.cn|cri\.cn|gmw\.cn|ce\.cn|chinadailyhk\.com|idcpc\.org\.cn|womenofchina\.cn|humanrights\.cn|globaltimes\.cn|pdnews\.cn)$/
const officialAuthors = /^(State Council|SCIO|Xinhua|Xi Jinping|National People's Congress|NPC|CPC|CPPCC|Qiushi|China Daily|People's Daily|CGTN|China\.org\.cn|China International Communications Group|\d+th (National Congress|Central Committee)|(Supreme|National|General|State|Ministry|Office|Cyberspace|World Internet|Central|International Department|Standing Committee|Information Office|All-China|Foreign Languages Press|Standardization Administration|Chinese Social Sciences Today|HKSAR)\b)/
/** What an entry can stand on, the best first. */
const kinds = ['paired', 'official page', 'named official text', 'local page', 'second-hand', 'not where it is cited']
const good = kinds.slice(0, 3)

if (!present) {
  console.log('npm run sources: the shared texts are not here, nothing was checked')
  process.exit(0)
}
const pairs = readFileSync(join(shared, 'data/official-parallel.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
const { shipped } = compileShipped()
const accepted = acceptedByPair(setUp(shipped, { house: { ...shipped.houses.neutral, contested: true } }))
const texts = new Map(pairs.map(({ src }) => [src, pairs.filter((pair) => pair.src === src)]))

const rows = yamlBelow('glossary')
  .filter(({ path }) => !path.includes('/') && !/^(morphemes|ordinary)\./.test(path))
  .flatMap(({ path, text }) => {
    const data = parse(text)
    return (Array.isArray(data) ? data : data.concepts).map((concept) => ({ file: path, ...rowOf(concept) }))
  })
const failing = rows.filter(({ empty, best }) => empty.length > 0 || !good.includes(best))
for (const { file, id, stands, empty, elsewhere, best } of process.argv.includes('--all') ? rows : failing)
  console.log(
    [`${file}  ${id}: ${best}`, stands > 0 && `${stands} pairs`, empty.length > 0 && `no accepted form in ${empty.join(', ')}`, stands === 0 && elsewhere && `preferred form in ${elsewhere}`]
      .filter(Boolean)
      .join(', '),
  )
const tally = kinds.map((kind) => `${rows.filter(({ best }) => best === kind).length} ${kind}`)
console.log(`${rows.length} concepts: ${tally.join(', ')}; ${failing.length} fail`)

/** What a concept stands on: pairs with the preferred form in the cited documents, cited ones without any form of it, its best kind of source. */
function rowOf(concept) {
  const zh = [concept.zh].flat()
  const sources = [concept.source].flat()
  const cited = [...new Set(sources.map(pairDocument).filter((src) => texts.has(src)))]
  const count = (src, statuses) => texts.get(src).filter((pair) => zh.some((z) => pair.zh.includes(z)) && statuses.includes(accepted.get(pair).get(concept.id))).length
  const stands = cited.reduce((n, src) => n + count(src, ['preferred']), 0)
  const empty = cited.filter((src) => count(src, ['preferred', 'other']) === 0)
  const elsewhere = [...texts.keys()].filter((src) => !cited.includes(src) && count(src, ['preferred']) > 0).join(', ')
  const others = sources.filter((source) => !texts.has(pairDocument(source))).map(kindOf)
  return { id: concept.id, stands, empty, elsewhere, best: stands > 0 ? 'paired' : (kinds.find((kind) => others.includes(kind)) ?? kinds.at(-1)) }
}

function pairDocument({ title, year }) {
  if (/^Report on the Work of the Government/.test(title)) return `gwr-${year}`
  if (/^New Year address/.test(title)) return `newyear-${year}`
  return /^Constitution of the Communist Party of China/.test(title) ? `cpc-constitution-${year}` : undefined
}

function kindOf(source) {
  const { by, url } = typeof source === 'string' ? { url: source } : source
  const host = /^https?:\/\//.test(url ?? '') ? new URL(url).hostname : ''
  if (officialHosts.test(host)) return 'official page'
  if (officialAuthors.test(by ?? '')) return 'named official text'
  return host.endsWith('.gov.cn') ? 'local page' : 'second-hand'
}

/** For each pair, the concepts with an accepted form in its English, inside a longer one or not: `preferred`, or `other`. */
function acceptedByPair(setup) {
  const wanted = [...setup.concepts.values()].map(({ id, preferred }) => ({ id, spellings: spellingsOf(preferred) }))
  return new Map(
    pairs.map((pair) => {
      const file = new VFile(pair.en)
      const text = folded(pair.en)
      const found = new Map(wanted.filter(({ spellings }) => spellings.some((s) => text.includes(s))).map(({ id }) => [id, 'preferred']))
      for (const { entries } of lookUp(documentOf(parsePlain(file), file), setup.index).forms)
        for (const { form } of entries)
          if (form.status === 'preferred') found.set(form.concept.id, 'preferred')
          else if (form.status !== 'deprecated' && !found.has(form.concept.id)) found.set(form.concept.id, 'other')
      return [pair, found]
    }),
  )
}

/** The preferred form with its first word in every inflection (hold to account, held to account): for a reader, the same phrase. */
function spellingsOf(preferred) {
  const [first, ...rest] = folded(preferred).trim().split(' ')
  const base = first.replace(/ing$/, '')
  return [...new Set([first, ...(rest.length > 0 ? [...inflections(first), ...inflections(base), base] : [])])].map((word) => ` ${[word, ...rest].join(' ')} `)
}

function folded(text) {
  return ` ${text.toLowerCase().replace(/[’']/g, "'").replace(/[^\p{L}\p{N}']+/gu, ' ')} `
}
