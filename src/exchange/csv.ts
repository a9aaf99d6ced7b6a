/**
 * CSV and TSV to rows of cells and back. The delimiter is found in the first rows: Excel writes semicolons in half of
 * Europe, and a cell may hold them, too. Written with a BOM, without which Excel garbles the Chinese.
 */
import Papa from 'papaparse'
import { DataError } from '../glossary/problem.js'
import { hasHan } from './cells.js'
import { columnOf } from './words.js'

export function readCsv(file: string, text: string): string[][] {
  const { data, errors } = parsed(text, delimiterOf(text))
  const [first] = errors.filter(({ type }) => type === 'Quotes')
  if (first) {
    const line = (first.row ?? 0) + 1
    const row = data[line - 1] ?? []
    const column =
      first.code === 'MissingQuotes' ? row.length : row.findIndex((cell) => cell.includes('"')) + 1 || 1
    throw new DataError([{ file, line, column, message: said[first.code] ?? first.message }])
  }
  return data
}

export function writeCsv(rows: readonly (readonly string[])[], delimiter: ',' | '\t', bom: boolean): string {
  return `${bom ? '\uFEFF' : ''}${Papa.unparse(rows as string[][], { delimiter })}\r\n`
}

const said: Record<string, string> = {
  MissingQuotes: 'a quotation mark opens and never closes',
  InvalidQuotes: 'a quoted cell goes on after its closing quotation mark',
}

function parsed(text: string, delimiter: string, preview = 0) {
  return Papa.parse<string[]>(text, { delimiter, preview })
}

/** The one that gives the most known headers, else that parts Chinese from English in most of the first rows. */
function delimiterOf(text: string): string {
  const scored = [',', '\t', ';'].map((delimiter) => {
    const rows = parsed(text.slice(0, 20_000), delimiter, 20).data.filter((row) => row.length > 1)
    const headers = rows.slice(0, 10).map((row) => row.filter((cell) => columnOf(cell) !== undefined).length)
    return {
      delimiter,
      score:
        100 * Math.max(0, ...headers.filter((n) => n > 1)) + rows.filter(isParted).length + rows.length / 100,
    }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

function isParted(row: readonly string[]): boolean {
  const pure = row.filter((cell) => hasHan(cell) !== /[a-z]/i.test(cell))
  return pure.some(hasHan) && !pure.every(hasHan)
}
