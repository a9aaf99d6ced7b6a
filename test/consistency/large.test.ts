/** A corpus with more sentences than are kept: the same ones in any order, and a page that holds what it can and says so. */
import { expect, test } from 'vitest'
import { fitted } from '../../src/consistency/fitted.js'
import { gatherer } from '../../src/consistency/gather.js'
import { type Report, reportOf } from '../../src/consistency/report.js'
import type { FactRow } from '../../src/consistency/rows.js'
import { rows } from '../measure/rows.mjs'

const options = {
  labels: 'judging',
  keepCopies: false,
  hash: String,
  made: '2024-01-01',
  command: 'zhengming report',
} as const

function reported(all: Iterable<FactRow>): Report {
  const gathered = gatherer()
  for (const row of all) gathered.add(row)
  return reportOf(gathered.result(), options)
}

/** Each article with its terms, the last first. */
function backwards(all: readonly FactRow[]): FactRow[] {
  const shards: FactRow[][] = []
  for (const row of all)
    if (row.row === 'term') shards.at(-1)?.push(row)
    else shards.push([row])
  return shards.reverse().flat()
}

test('140,000 rows', { timeout: 120_000 }, () => {
  const all = [...rows(1400, 100)] as FactRow[]
  const one = reported(all)
  const kept = one.concepts.flatMap(({ occurrences }) => occurrences).length
  expect(kept).toBeLessThanOrEqual(60_000)
  expect(kept).toBeGreaterThan(30_000)
  expect(one.totals.occurrences).toBe(
    all.filter((row) => row.row === 'term' && row.listed && !row.ambiguous).length,
  )
  const other = reported(backwards(all))
  expect(other.concepts).toEqual(one.concepts)

  const small = fitted(one)
  expect(JSON.stringify(small).length).toBeLessThan(9_000_000)
  for (const [i, { classes, rarer, folded, course }] of small.concepts.entries()) {
    const whole = one.concepts[i]
    expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(folded?.occurrences)
    expect(classes.length + Math.max(0, (rarer?.classes ?? 0) - 1)).toBe(whole?.classes.length)
    for (const { counts } of course.months) expect(counts.length).toBe(classes.length)
  }
  expect(small.concepts.some(({ rarer }) => rarer && rarer.classes > 1)).toBe(true)
})
