import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baselineText, type Entry, readBaseline } from '../../src/findings/baseline.js'
import { compare, type Known } from '../../src/findings/compare.js'
import { fingerprintOf, foundOf, type Mark, whatHash } from '../../src/findings/fingerprint.js'
import { createSession } from '../../src/session.js'

const mark = (what: string, sentence: string, file = 'a.txt'): Mark => ({ file, sentence, what })
const known = (...of: Parameters<typeof mark>): Known => ({ ...mark(...of), count: 1 })
const states = (old: Known[], now: Mark[], files = ['a.txt']) =>
  compare(old, now, new Set(files)).matches.map(({ state }) => state)

describe('two passes', () => {
  it('knows a sentence wherever it stands', () => {
    expect(states([known('x', 's'), known('y', 't')], [mark('y', 't'), mark('x', 's')])).toEqual([
      'unchanged',
      'unchanged',
    ])
  })

  it('makes nothing new of mending one of three in a sentence', () => {
    const old = ['x', 'y', 'z'].map((found) => known(found, 's'))
    const { matches, left } = compare(old, [mark('x', 's2'), mark('z', 's2')], new Set(['a.txt']))
    expect(matches.map(({ state }) => state)).toEqual(['updated', 'updated'])
    expect(left).toEqual([{ known: old[1], count: 1 }])
  })

  it('counts: a third where two were known is new', () => {
    expect(
      states([{ ...known('x', 's'), count: 2 }], [mark('x', 's'), mark('x', 't'), mark('x', 'u')]),
    ).toEqual(['unchanged', 'updated', 'new'])
  })

  it('leaves the exact sentence to the finding that stands in it', () => {
    expect(states([known('x', 's')], [mark('x', 'new'), mark('x', 's')])).toEqual(['new', 'unchanged'])
  })

  it('prefers a sentence that moved to another file to a changed one in the old', () => {
    const old = [known('x', 's'), known('x', 't')]
    const now = [mark('x', 'fresh'), mark('x', 's'), mark('x', 't', 'b.txt')]
    expect(states(old, now, ['a.txt', 'b.txt'])).toEqual(['new', 'unchanged', 'updated'])
  })

  it('does not let a copy go for the original', () => {
    expect(states([known('x', 's')], [mark('x', 's', 'b.txt'), mark('x', 's')], ['a.txt', 'b.txt'])).toEqual([
      'new',
      'unchanged',
    ])
  })

  it('takes a sentence of many files for moved only where its file is gone', () => {
    const old = [known('x', 's', 'a.txt'), known('x', 's', 'b.txt')]
    const now = [mark('x', 's', 'b.txt'), mark('x', 's', 'c.txt')]
    expect(states(old, now, ['a.txt', 'b.txt', 'c.txt'])).toEqual(['unchanged', 'new'])
    expect(states(old, now, ['b.txt', 'c.txt'])).toEqual(['unchanged', 'updated'])
  })

  it('follows a file that is gone by its sentences, and only one that is gone', () => {
    const old = [known('x', 's', 'old.txt'), known('y', 't', 'old.txt')]
    const now = [mark('x', 's', 'new.txt'), mark('y', 'changed', 'new.txt')]
    expect(states(old, now, ['new.txt'])).toEqual(['updated', 'updated'])
    expect(states(old, now, ['new.txt', 'old.txt'])).toEqual(['updated', 'new'])
  })

  it('finds every finding again, in any order, and loses none', () => {
    const some = fc.array(
      fc.record({
        found: fc.constantFrom('x', 'y'),
        sentence: fc.constantFrom('s', 't', 'u'),
        file: fc.constantFrom('a', 'b'),
      }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(some, some, (before, after) => {
        const old = before.map(({ found, sentence, file }) => known(found, sentence, file))
        const now = after.map(({ found, sentence, file }) => mark(found, sentence, file))
        const files = new Set(['a', 'b'])
        const { matches, left } = compare(old, now, files)
        const matched = matches.filter(({ state }) => state !== 'new').length
        expect(matched + left.reduce((sum, { count }) => sum + count, 0)).toBe(old.length)
        const same = compare(old, [...old].reverse(), files)
        expect(same.matches.every(({ state }) => state === 'unchanged')).toBe(true)
      }),
    )
  })
})

describe('fingerprints', () => {
  it('hold no lines, line ends, capitals or markup', async () => {
    const { lint } = await createSession()
    const texts = [
      { text: 'We met.\n\nThe theme education was held.\n', path: 'a.txt' },
      { text: '\uFEFFWe met.\r\n\r\nThe theme\r\neducation was held.\r\n', path: 'a.txt' },
      { text: '# Up\n\nThe **theme** education was\nheld.\n', path: 'a.md' },
      { text: '<p>THE Theme education was held.</p>', path: 'a.html' },
    ]
    const prints = await Promise.all(
      texts.map(async (one) => (await lint(one)).findings.map((finding) => fingerprintOf(finding))),
    )
    expect(prints[0]).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/)])
    for (const print of prints) expect(print).toEqual(prints[0])
    const other = await lint({ text: 'The theme education was not held.\n', path: 'a.txt' })
    expect(other.findings.map((finding) => fingerprintOf(finding))).not.toEqual(prints[0])
  })

  it('write what was found so that it can be seen, and of a passage its beginning', () => {
    expect(foundOf(' The\u200B\r\n Party’s ')).toBe("the\\u{200b} party's")
    expect(foundOf('a '.repeat(100))).toMatch(/^(a ){20}… \w{6}$/)
  })
})

describe('the file', () => {
  it('comes back as it was written, sorted', () => {
    const cell = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
    const entry = fc
      .record({
        finding: fc.record({ rule: cell, concept: cell, found: cell }),
        known: fc.record({ file: cell, sentence: cell, count: fc.integer({ min: 1, max: 4 }) }),
        said: fc.record({ reason: cell, owner: cell }, { requiredKeys: [] }),
      })
      .map(({ finding, known, said }): Entry => ({ finding, what: whatHash(finding), ...known, ...said }))
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ file }) => file, maxLength: 8 }), (entries) => {
        const text = baselineText(entries)
        const { entries: read, problems } = readBaseline(text, 'x.tsv')
        expect(problems).toEqual([])
        const byFile = (a: Entry, b: Entry) => (a.file < b.file ? -1 : 1)
        const bare = read.map(({ line: _, ...rest }) => rest)
        expect(bare.sort(byFile)).toEqual([...entries].sort(byFile))
        for (const legend of [true, false]) {
          const lines = text
            .split('\n')
            .filter((line) => line && !line.startsWith('#') && line.startsWith('=') === legend)
          expect([...lines].sort()).toEqual(lines)
        }
      }),
    )
  })

  it('takes a line that a merge left twice, other line ends, and a line whose legend is lost', () => {
    const { entries } = readBaseline('a.txt\th\tabc abc\r\na.txt\th\tabc xyz\r\n', 'x.tsv')
    expect(entries).toEqual([
      { file: 'a.txt', sentence: 'h', what: 'abc', count: 2, finding: undefined, line: 1 },
      { file: 'a.txt', sentence: 'h', what: 'xyz', count: 1, finding: undefined, line: 2 },
    ])
  })

  it('stays under 10 MB for ten thousand articles with forty findings each', () => {
    const entries = Array.from({ length: 10_000 * 40 }, (_, i): Entry => {
      const file = `archive/2023-09/${String(Math.floor(i / 40)).padStart(5, '0')}.txt`
      const found = `Central Network Information ${i % 5000}`
      const finding = {
        rule: 'term/deprecated',
        concept: 'office-of-the-central-cyberspace-affairs-commission',
        found,
      }
      const sentence = Math.floor(i / 2.5)
        .toString(36)
        .padStart(5, '0')
      return { file, sentence, what: whatHash(finding), count: 1, finding }
    })
    expect(baselineText(entries).length).toBeLessThan(10_000_000)
  })
})
