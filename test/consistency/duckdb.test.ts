/**
 * The statements of the README in DuckDB, over rows that `--rows` could have written: they give the report's numbers. Skipped
 * where DuckDB (70 MB) is not installed: `npm install --no-save @duckdb/node-api`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Report } from '../../src/consistency/report.js'
import type { FactRow } from '../../src/consistency/rows.js'
import { rows, writeRows } from '../measure/rows.mjs'
import { folded } from './rows.js'

type Row = Record<string, string | number>
const name = '@duckdb/node-api'
// biome-ignore lint/suspicious/noExplicitAny: its types are there where it is
const duckdb: any = await import(/* @vite-ignore */ name).catch(() => undefined)

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const [view = '', ...statements] = (/```sql\n([\s\S]*?)```/.exec(readme)?.[1] ?? '').split(/;\n/)

describe.skipIf(duckdb === undefined)('in DuckDB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhengming-duckdb-'))
  let ask: (sql: string) => Promise<Row[]>
  let report: Report
  beforeAll(async () => {
    await writeRows(join(folder, 'a.ndjson'), 300, 40)
    report = folded([...rows(300, 40)] as FactRow[], { keepCopies: true })
    const connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect()
    ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson()
    await ask(view.replace('*.ndjson', join(folder, '*.ndjson')))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('renderings of a concept with their articles', async () => {
    const one = report.concepts.find(({ zh }) => zh.startsWith('第7办公室'))
    const found = await ask((statements[0] ?? '').replace('中央网信办', '第7办公室'))
    const seen = found.map(({ rendering, n, articles }) => [rendering, Number(n), Number(articles)])
    const measured = one?.renderings.filter(({ share }) => share !== undefined) ?? []
    expect(seen.map(([text]) => text).sort()).toEqual(measured.map(({ text }) => text).sort())
    expect(seen.reduce((sum, [, n]) => sum + Number(n), 0)).toBe(one?.folded?.occurrences)
  })

  it('HHI and effective number of every concept', async () => {
    const found = new Map((await ask(statements[1] ?? '')).map((row) => [row.concept, row]))
    expect(found.size).toBeGreaterThan(500)
    for (const { id, folded } of report.concepts)
      if (folded) {
        expect(Number(found.get(id)?.hhi)).toBeCloseTo(folded.hhi, 10)
        expect(Number(found.get(id)?.effective)).toBeCloseTo(folded.effective, 8)
      } else expect(found.has(id)).toBe(false)
  })

  it('Parquet of them', async () => {
    const file = join(folder, 'facts.parquet')
    await ask(`COPY facts TO '${file}'`)
    const [row] = await ask(`SELECT count(*) AS n FROM '${file}'`)
    expect(Number(row?.n)).toBe(1 + 300 + 300 * 40)
  })

  it('accepted renderings by month and group', async () => {
    const found = await ask(statements[2] ?? '')
    const sum = (value: (row: Row) => number) => found.reduce((all, row) => all + value(row), 0)
    const n = sum((row) => Number(row.n))
    expect(n).toBe(report.totals.occurrences)
    const accepted = sum((row) => Number(row.accepted) * Number(row.n)) / n
    expect(accepted).toBeCloseTo(report.totals.adherence?.accepted ?? 0, 10)
  })
})
