import { describe, expect, it } from 'vitest'
import { compare, isReport } from '../../src/consistency/compare.js'
import { lowest } from '../../src/consistency/lowest.js'
import { markdownOf } from '../../src/consistency/markdown.js'
import { readSelection, selectionOf } from '../../src/consistency/selection.js'
import { clustersOf, sketchOf } from '../../src/consistency/sketch.js'
import { createSession } from '../../src/session.js'
import { article, folded } from './rows.js'

const [P, X] = ['Harbour Office', 'harbor bureau']

describe('over time', () => {
  it('says in which month the name changed', () => {
    const months = ['2020-01', '2020-02', '2020-03', '2020-04', '2020-05']
    const rows = months.flatMap((month, i) =>
      article(`${month}.txt`, 'g', `${month}-10`, ...Array(3).fill(i < 2 ? 'Port Office' : P)),
    )
    expect(folded(rows).concepts[0]?.course.change).toEqual({ month: '2020-03', from: 'Port Office', to: P })
  })

  it('says nothing of a change where both stand beside each other', () => {
    const rows = ['01', '02', '03', '04'].flatMap((m) => article(m, 'g', `2020-${m}-10`, P, X, P, X))
    expect(folded(rows).concepts[0]?.course.change).toBeUndefined()
  })

  it('finds a former name after its end, not before it', () => {
    const rows = ['2018-02-01', '2018-03-20', '2018-04-01', '2019', ''].flatMap((date) =>
      article(`on ${date}`, 'g', date, 'Dock Bureau'),
    )
    const { late } = folded(rows).concepts[0]?.course ?? { late: [] }
    expect(late.map(({ date }) => date)).toEqual(['2018-04-01', '2019'])
  })
})

describe('edits', () => {
  it('never lead to a refused form, however frequent', () => {
    const rows = [
      ...article('a', 'g', '', X, X, X, X),
      ...article('b', 'g', '', 'Port Office', 'Port Office', P),
    ]
    expect(folded(rows).concepts[0]?.edits).toMatchObject({ to: 'Port Office', count: 5, toPreferred: 6 })
  })

  it('spare the accepted renderings of what may vary', () => {
    const rows = article('b', 'g', '', 'Port Office', 'Port Office', P, X).map((row) => ({
      ...row,
      vary: true,
    }))
    expect(folded(rows).concepts[0]?.edits).toMatchObject({ to: 'Port Office', count: 1 })
  })
})

describe('a selection', () => {
  const changed = (rows: ReturnType<typeof article>, of: string, more: object) =>
    rows.map((row) => (row.row === 'term' && row.rendering === of ? { ...row, ...more } : row))
  const written = (rows: ReturnType<typeof article>) => {
    const { csv, left } = selectionOf(folded(rows))
    return { edits: readSelection('e.csv', csv).map(({ found, write }) => [found, write]), left: [...left] }
  }

  it('writes what the glossary wants in the place of a form', () => {
    const rows = changed(article('a', 'g', '', P, X, 'Dock Bureau'), X, { expected: ['harbour staff'] })
    expect(written(rows)).toEqual({ edits: [[X, 'harbour staff']], left: [['former', 1]] })
  })

  it('leaves a choice, a quotation and a headline to a person', () => {
    const choice = changed(article('a', 'g', '', P, X), X, { expected: ['one', 'other'] })
    expect(written(choice)).toEqual({ edits: [], left: [['choice', 1]] })
    const quoted = changed(article('a', 'g', '', P, X), X, { quotation: 'speech' })
    expect(written(quoted)).toEqual({ edits: [], left: [['quoted', 1]] })
    const headline = changed(article('a', 'g', '', P, X), X, { headline: true })
    expect(written(headline)).toEqual({ edits: [], left: [['headline', 1]] })
  })

  it('never changes others to a wording of a pattern, however frequent', () => {
    const most = ['Port Office', 'Port Office', 'Port Office']
    const rows = changed(article('a', 'g', '', ...most, X), 'Port Office', { open: true })
    expect(folded(rows).concepts[0]?.edits).toMatchObject({ to: P, count: 4 })
  })

  it('spares a former name in an article of its time', () => {
    const rows = ['2017-05-01', '2019-05-01'].flatMap((day) => article(day, 'g', day, P, 'Dock Bureau'))
    expect(folded(rows).concepts[0]?.edits).toMatchObject({ count: 1 })
  })
})

describe('to describe', () => {
  it('says nothing of wrong, refused or edits', () => {
    const report = folded(article('a', 'g', '2020-01-01', P, X, 'Dock Bureau'), { labels: 'describing' })
    expect(report.concepts[0]?.renderings.map(({ label }) => label)).toEqual([
      'official',
      'unattested',
      'former',
    ])
    expect(report.concepts[0]?.edits).toBeUndefined()
    expect(report.quality).toBeUndefined()
    expect(markdownOf(report)).not.toMatch(/wrong|refused|deprecated|accepted|edits/i)
  })
})

describe('shards', () => {
  it('give the same numbers in whatever order they come', () => {
    const shards = Array.from({ length: 9 }, (_, i) =>
      article(
        `${i}.txt`,
        `g${i % 2}`,
        `2020-0${i + 1}-01`,
        ...[P, X, 'HO', 'Port Office'].slice(0, 1 + (i % 4)),
      ),
    )
    const one = folded(shards.flat())
    const other = folded([...shards].reverse().flat())
    expect(other).toEqual(one)
  })

  it('refuse an article that is there twice', () => {
    expect(() => folded([...article('a', 'g', '', P), ...article('a', 'g', '', P)])).toThrow('is there twice')
  })
})

describe('near copies', async () => {
  const session = await createSession()
  const sketch = async (text: string) => sketchOf(await session.read({ text }))
  const words = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => `word${String((from + i) * 7919).slice(-4)}`).join(' ')

  it('are found with a sentence more, and not in other articles', async () => {
    const all = await Promise.all(
      [words(0, 300), words(500, 800), `${words(0, 300)} ${words(900, 920)}`].map(sketch),
    )
    expect(clustersOf(all)).toEqual([0, 1, 0])
  })

  it('are no copies with half of it shared', async () => {
    const all = await Promise.all([words(0, 300), words(150, 450)].map(sketch))
    expect(clustersOf(all)).toEqual([0, 1])
  })

  it('count once, and count where they are asked to', () => {
    const copies = [...article('a', 'g', '', P), ...article('b', 'g', '', P)].map((row) =>
      row.row === 'article' ? { ...row, sketch: 'abcd'.repeat(128) } : row,
    )
    expect(folded(copies).totals).toMatchObject({ articles: 2, copies: 1, occurrences: 1 })
    expect(folded(copies, { keepCopies: true }).totals).toMatchObject({ copies: 0, occurrences: 2 })
  })
})

describe('a comparison', () => {
  it('puts what moved most first', () => {
    const before = JSON.parse(JSON.stringify(folded(article('a', 'g', '', X, X))))
    const now = folded(article('a', 'g', '', P, X))
    expect(isReport(before)).toBe(true)
    expect(compare(before, now).concepts).toEqual([
      {
        id: 'harbour-office',
        zh: '港务处',
        preferred: P,
        before: { accepted: 0, effective: 1, occurrences: 2 },
        after: { accepted: 0.5, effective: 2, occurrences: 2 },
      },
    ])
    expect(compare(before, before).concepts).toEqual([])
  })
})

describe('a sample', () => {
  it('is the lowest of any stream', () => {
    const hashes = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1009)
    const kept = lowest<number>(7)
    for (const hash of hashes) kept.add(hash, hash)
    expect(kept.all()).toEqual([...hashes].sort((a, b) => a - b).slice(0, 7))
  })
})

describe('facts', async () => {
  const session = await createSession({ house: 'official' })
  it('know standing, place, headline and quotation of each term', async () => {
    const text =
      'State Council Meets\n\nThe State Council met. "The the CPC Central Committee" and theme education.\n'
    const { terms } = await session.facts({ text })
    const seen = terms.map((t) => [t.rendering, t.status, t.line, t.headline, t.quotation])
    expect(seen[0]).toEqual(['State Council', 'preferred', 1, true, 'none'])
    expect(seen[1]).toEqual(['State Council', 'preferred', 3, false, 'none'])
    expect(seen.at(-1)?.slice(0, 3)).toEqual(['theme education', 'deprecated', 3])
    for (const { sentence, at, rendering } of terms)
      expect(sentence.slice(at, at + rendering.length)).toBe(rendering)
  })

  it('come from one look with the findings', async () => {
    const article = { text: 'Theme education began. The State Council met.\n', path: 'a.txt' }
    const { facts, findings } = await session.survey(article)
    expect(facts).toEqual(await session.facts(article))
    expect(findings.map(String)).toEqual((await session.lint(article)).findings.map(String))
  })
})

describe('quality', () => {
  it('is in the points of lint --score', () => {
    const findings = {
      'term/deprecated': [1, 2, 3],
      'term/confusable': [1, 0, 0],
      'punctuation/space': [2, 0, 0],
    }
    const rows = article('a', 'g', '').map((row) => ({ ...row, findings })) as ReturnType<typeof article>
    const { all, families } = folded(rows).quality ?? { all: undefined, families: [] }
    // 1 · 5 + 2 · 1 + 3 · 0, an error about who: 25, punctuation 2 · 0.1; in 200 words
    expect(all?.penalty).toBeCloseTo(7 + 25 + 0.2, 12)
    expect(all?.points).toBeCloseTo(5 * 32.2, 12)
    expect(families.map(({ name, penalty }) => [name, penalty])).toEqual([
      ['term', 32],
      ['punctuation', 0.2],
    ])
  })
})
