/**
 * An example computed by hand. P is the preferred form, O its acronym, X a refused form.
 *
 *     north/a.txt  P P X     north/b.txt  X X     south/c.txt  P O     south/d.txt  P
 *
 * Folded, O counts as P: n(P) = 2 + 2 + 1 = 5, n(X) = 1 + 2 = 3, N = 8, sizes 3, 2, 2, 1.
 */
import { expect, test } from 'vitest'
import type { ConceptReport } from '../../src/consistency/concept.js'
import { article, folded } from './rows.js'

const [P, O, X] = ['Harbour Office', 'HO', 'harbor bureau']
const rows = [
  ...article('north/a.txt', 'north', '2020-01-05', P, P, X),
  ...article('north/b.txt', 'north', '2020-02-05', X, X),
  ...article('south/c.txt', 'south', '2020-02-06', P, O),
  ...article('south/d.txt', 'south', '', P),
]
const report = folded(rows)
const one = report.concepts[0] as ConceptReport

test('folded', () => {
  const { dominance, hhi, effective, pairwise, within, between, first, purity } = one.folded as NonNullable<
    ConceptReport['folded']
  >
  expect(one.folded).toMatchObject({ occurrences: 8, articles: 4 })
  expect(dominance).toBe(5 / 8)
  // (5/8)² + (3/8)² = 34/64
  expect(hhi).toBe(34 / 64)
  expect(effective).toBeCloseTo(64 / 34, 12)
  // (5·4 + 3·2) / (8·7)
  expect(pairwise).toBeCloseTo(26 / 56, 12)
  // a: 2·1 of 3·2; b: 2·1 of 2·1; c: 2·1 of 2·1; d: nothing of nothing
  expect(within).toBeCloseTo(6 / 10, 12)
  // (34 − (4 + 1 + 4 + 4 + 1)) / (64 − (9 + 4 + 4 + 1))
  expect(between).toBeCloseTo(20 / 46, 12)
  // a: of two later ones, one is like the first; b: one of one; c: one of one
  expect(first).toBeCloseTo(3 / 4, 12)
  // (2 + 2 + 2 + 1) / 8
  expect(purity).toBe(7 / 8)
})

test('unfolded', () => {
  // n(P) = 4, n(O) = 1, n(X) = 3
  expect(one.unfolded?.hhi).toBe((16 + 1 + 9) / 64)
  // (4·3 + 0 + 3·2) / 56
  expect(one.unfolded?.pairwise).toBeCloseTo(18 / 56, 12)
  // c is P and O: (2 + 2 + 1 + 1) / 8
  expect(one.unfolded?.purity).toBe(6 / 8)
})

test('adherence and standing: the most frequent need not be right', () => {
  expect(one.adherence?.preferred.share).toBe(5 / 8)
  expect(one.adherence?.accepted.share).toBe(5 / 8)
  expect(one.classes).toEqual([
    { text: P, label: 'preferred', count: 5, share: 5 / 8, articles: 3 },
    { text: X, label: 'refused', count: 3, share: 3 / 8, articles: 2 },
  ])
  expect(one.renderings.map(({ text, count, articles }) => [text, count, articles])).toEqual([
    [P, 4, 3],
    [X, 3, 2],
    [O, 1, 1],
  ])
})

test('where it wavers', () => {
  // All: 1 − 34/64 = 30/64. In articles: only a, 3/8 · (1 − 5/9) = 1/6. In groups: north 5/8 · (1 − 13/25) = 3/10, south 0.
  const [all, inArticles, inGroups] = [30 / 64, 1 / 6, 3 / 10]
  expect(one.split?.articles).toBeCloseTo(inArticles / all, 12)
  expect(one.split?.between).toBeCloseTo((inGroups - inArticles) / all, 12)
  expect(one.split?.groups).toBeCloseTo((all - inGroups) / all, 12)
})

test('the smallest set of edits is the three X', () => {
  const places = one.edits?.places.map(([a, line]) => `${report.articles[a]?.article}:${line}`)
  expect(one.edits).toMatchObject({ to: P, count: 3, toPreferred: 3, quoted: 0 })
  expect(places).toEqual(['north/a.txt:3', 'north/b.txt:1', 'north/b.txt:2'])
})

test('denominators', () => {
  expect(report.totals).toMatchObject({ articles: 4, copies: 0, dated: 3, words: 800, occurrences: 8 })
  // Folded, the acronym of c is preferred; d has no month.
  expect(report.months).toEqual([
    { month: '2020-01', articles: 1, words: 200, standing: { preferred: 2, refused: 1 } },
    { month: '2020-02', articles: 2, words: 400, standing: { preferred: 2, refused: 2 } },
  ])
  expect(report.groups.map(({ group, standing }) => [group, standing])).toEqual([
    ['north', { preferred: 2, refused: 3 }],
    ['south', { preferred: 3 }],
  ])
  expect(one.course.months).toEqual([
    { month: '2020-01', counts: [2, 1] },
    { month: '2020-02', counts: [2, 2] },
  ])
})

test('the interval is over articles, the same each time, and holds the share', () => {
  const { share, interval } = one.adherence?.preferred ?? { share: 0, interval: undefined }
  expect(interval).toBeDefined()
  const [low, high] = interval as [number, number]
  expect(low).toBeLessThan(share)
  expect(high).toBeGreaterThan(share)
  // With four articles b alone may be drawn four times: 4⁻⁴ of the draws.
  expect(low).toBeGreaterThanOrEqual(0)
  expect(folded(rows).concepts[0]?.adherence).toEqual(one.adherence)
})

test('where all articles agree the interval is Clopper and Pearson’s', () => {
  const uniform = folded([...article('a', 'g', '', P), ...article('b', 'g', '', O, P)]).concepts[0]
  // Two of two: 0.025^(1/2)
  expect(uniform?.adherence?.preferred).toEqual({ share: 1, interval: [Math.sqrt(0.025), 1] })
  expect(folded(article('a', 'g', '', P)).concepts[0]?.adherence?.preferred.interval).toBeUndefined()
})
