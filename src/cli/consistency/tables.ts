/**
 * Articles in the rows of a JSONL, CSV or TSV file, read as a stream. A row without text is passed over, a line that is no
 * JSON and a date that is none are named and mark the run as failed, a column that the first row does not have ends it.
 */
import { createReadStream, existsSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import Papa from 'papaparse'
import { dayOf } from '../../text/dates.js'
import { UsageError } from '../fail.js'
import { fail, projectOf, type Run } from '../run/run.js'
import { shortPath } from '../short-path.js'
import type { Columns, OneArticle } from './articles.js'

type Cells = Record<string, unknown>

export async function* tableArticles(file: string, run: Run, columns: Columns): AsyncGenerator<OneArticle> {
  if (!existsSync(file)) return fail(run, file, 'no such file')
  const absolute = resolve(file)
  const project = await projectOf(absolute, run)
  if (project === undefined) return
  const settings = project.settingsFor(absolute)
  const keep = project.keepFor(absolute)
  const json = /\.(jsonl|ndjson)$/i.test(extname(file))
  const { undated, rest } = doubts(file, run)
  let first = true
  for await (const { number, cells } of json ? jsonLines(file, run) : delimited(file)) {
    if (first) checkColumns(file, cells, columns)
    first = false
    const text = cell(cells, columns.text)
    if (text === '') continue
    const id = columns.id ? cell(cells, columns.id) : ''
    const written = cell(cells, columns.date)
    const date = dayOf(written)
    if (date === undefined && written.trim() !== '') undated(number, written)
    yield {
      path: id || `${shortPath(file)}:${number}`,
      project,
      article: { text, format: 'plain', settings, date, keep },
      ...(columns.group ? { group: cell(cells, columns.group) } : {}),
    }
  }
  rest()
}

const mostDoubts = 5

/** A line for each of the first bad dates, and one for all others. */
function doubts(file: string, run: Run): { undated(row: number, written: string): void; rest(): void } {
  let count = 0
  return {
    undated(row, written) {
      if (++count <= mostDoubts) fail(run, `${shortPath(file)}:${row}`, `"${written}" is no date`)
    },
    rest() {
      if (count > mostDoubts) fail(run, shortPath(file), `${count - mostDoubts} more dates are none`)
    },
  }
}

async function* jsonLines(file: string, run: Run): AsyncGenerator<{ number: number; cells: Cells }> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    try {
      const cells = JSON.parse(line.replace(/^\uFEFF/, ''))
      if (typeof cells !== 'object' || cells === null) throw new Error()
      yield { number, cells }
    } catch {
      fail(run, `${shortPath(file)}:${number}`, 'is no JSON object')
    }
  }
}

/** Numbered by the row, the header being 1. */
async function* delimited(file: string): AsyncGenerator<{ number: number; cells: Cells }> {
  const transformHeader = (name: string) => name.replace(/^\uFEFF/, '')
  const rows = createReadStream(file, 'utf8').pipe(
    Papa.parse(Papa.NODE_STREAM_INPUT, { header: true, skipEmptyLines: true, transformHeader }),
  )
  let number = 1
  for await (const cells of rows) yield { number: ++number, cells: cells as Cells }
}

function checkColumns(file: string, cells: Cells, columns: Columns): void {
  for (const flag of ['text', 'date', 'group', 'id'] as const) {
    const name = columns[flag]
    if (name !== undefined && !Object.hasOwn(cells, name))
      throw new UsageError(`--${flag} ${name}: ${file} has the columns ${Object.keys(cells).join(', ')}`)
  }
}

function cell(cells: Cells, name: string | undefined): string {
  const value = name === undefined ? undefined : cells[name]
  return value === undefined || value === null ? '' : String(value)
}
