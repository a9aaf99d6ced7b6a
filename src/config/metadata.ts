/**
 * A table beside the articles (CSV, TSV or semicolons): a file a row, with its date and its group, which is an outlet or
 * whatever else a desk compares. Files are named from the table's folder, or by name alone. What cannot be used of
 * a row is a problem of its own, at most six of them; all else counts.
 */
import { basename, dirname, extname, relative, sep } from 'node:path'
import { readCsv } from '../exchange/csv.js'
import { DataError, type Problem } from '../glossary/problem.js'
import { dayOf } from '../text/dates.js'

export interface About {
  date: string | undefined
  group: string | undefined
}

export interface Metadata {
  of(file: string): About | undefined
  problems: readonly Problem[]
  /** Files that no article was asked about, as the table names them. */
  unused(): string[]
}

/** Columns by other names than the usual ones. */
export interface MetadataColumns {
  file?: string | undefined
  date?: string | undefined
  group?: string | undefined
}

const usual = { file: ['file', 'path'], date: ['date'], group: ['group', 'outlet'] }
const mostProblems = 5

export function readMetadata(path: string, text: string, asked: MetadataColumns = {}): Metadata {
  const [head = [], ...rows] = readCsv(path, text)
  const [file, date, group] = columnsOf(path, head, asked)
  const known = new Map<string, About & { row: number }>()
  const problems: Problem[] = []
  for (const [i, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const cell = (at: number) => cells[at]?.trim() ?? ''
    const name = cell(file).replaceAll('\\', '/').replace(/^\.\//, '')
    const about = { date: dayOf(cell(date)), group: cell(group) || undefined, row: i + 2 }
    const refuse = (message: string, at: number) =>
      problems.push({ file: path, line: about.row, column: at + 1, message })
    if (name === '') refuse('names no file', file)
    else if (known.has(name)) refuse(`${name} stands in row ${known.get(name)?.row}, too`, file)
    else known.set(name, about)
    if (cell(date) !== '' && about.date === undefined) refuse(`"${cell(date)}" is no date`, date)
  }
  const used = new Set<string>()
  const folder = dirname(path)
  return {
    of(article) {
      const near = relative(folder, article).replaceAll(sep, '/')
      const name = basename(article)
      const names = [near, article, name, name.slice(0, -extname(name).length || undefined)]
      const found = names.find((one) => known.has(one))
      if (found === undefined) return undefined
      used.add(found)
      return known.get(found)
    },
    problems: fewOf(problems),
    unused: () => [...known.keys()].filter((name) => !used.has(name)),
  }
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
