/**
 * A table beside the articles (CSV, TSV or semicolons): a file a row, with its date and its group, which is an outlet or
 * whatever else a desk compares. Files are named from the table's folder, or by name alone. What cannot be used of
 * a row is a problem of its own, at most six of them; all else counts.
 */
import { readCsv } from '../exchange/csv.js'
import { DataError, type Problem } from '../glossary/problem.js'
import { dayOf } from '../text/dates.js'
import type { About, Table } from './metadata.js'

/** Columns by other names than the usual ones. */
export interface MetadataColumns {
  file?: string | undefined
  date?: string | undefined
  group?: string | undefined
}

const usual = { file: ['file', 'path'], date: ['date'], group: ['group', 'outlet'] }
const mostProblems = 5

export function readTable(path: string, text: string, asked: MetadataColumns = {}): Table {
  const [head = [], ...rows] = readCsv(path, text)
  const [file, date, group] = columnsOf(path, head, asked)
  const known: [string, About][] = []
  const places = new Map<string, number>()
  const problems: Problem[] = []
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const cell = (at: number) => cells[at]?.trim() ?? ''
    const name = cell(file).replaceAll('\\', '/').replace(/^\.\//, '')
    const about = { date: dayOf(cell(date)), group: cell(group) || undefined }
    const refuse = (message: string, at: number) =>
      problems.push({ file: path, line: i + 2, column: at + 1, message })
    const first = places.get(name)
    if (name === '') refuse('names no file', file)
    else if (first !== undefined) refuse(`${name} stands in row ${first}, too`, file)
    else {
      places.set(name, i + 2)
      known.push([name, about])
    }
    if (cell(date) !== '' && about.date === undefined) refuse(`"${cell(date)}" is no date`, date)
  }
  return { path, rows: known, problems: fewOf(problems) }
}

/** Where each column stands, -1 where there is none. */
function columnsOf(path: string, head: readonly string[], asked: MetadataColumns): [number, number, number] {
  const cells = head.map((cell) => cell.trim().toLowerCase())
  const refuse = (message: string) =>
    new DataError([{ file: path, line: 1, column: 1, message: `${message}, but ${head.join(', ')}` }])
  const at = (name: keyof MetadataColumns) => {
    const wanted = asked[name]
    const found = (wanted === undefined ? usual[name] : [wanted.toLowerCase()]).map((n) => cells.indexOf(n))
    const column = found.find((i) => i >= 0) ?? -1
    if (column < 0 && wanted !== undefined) throw refuse(`has no column ${wanted}`)
    return column
  }
  const [file, date, group] = [at('file'), at('date'), at('group')]
  if (file < 0) throw refuse('has no column file or path')
  if (date < 0 && group < 0) throw refuse('has no column date, group or outlet')
  return [file, date, group]
}

function fewOf(problems: readonly Problem[]): Problem[] {
  const left = problems.slice(mostProblems)
  const [first] = left
  if (first === undefined) return [...problems]
  return [
    ...problems.slice(0, mostProblems),
    { ...first, message: `and ${left.length} more such rows, from here on` },
  ]
}
