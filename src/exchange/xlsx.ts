/**
 * An XLSX workbook to rows of cells and back: the first sheet that has any; dates as YYYY-MM-DD, all else as text.
 * An archive is measured before it is unpacked, so that a small file cannot fill the memory.
 */
import { strFromU8, unzipSync } from 'fflate'
import { DataError } from '../glossary/problem.js'
import type { Losses } from './draft.js'

const mostBytes = 400_000_000
const mostCells = 20_000_000

export async function readXlsx(file: string, bytes: Uint8Array, losses: Losses): Promise<string[][]> {
  const { default: read } = await import('read-excel-file/universal')
  measure(file, bytes)
  let sheets: { sheet: string; data: unknown[][] }[]
  try {
    sheets = await read(bytes.slice().buffer)
  } catch {
    throw broken(file, 'is no workbook that can be read')
  }
  const [first, ...others] = sheets.filter(({ data }) => data.length > 0)
  for (const { sheet, data } of others) losses.add('sheets after the first, not read', sheet, data.length)
  return (first?.data ?? []).map((row) => row.map(textOf))
}

export async function writeXlsx(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/universal')
  const cells = rows.map((row, i) =>
    row.map((value) =>
      value === ''
        ? null
        : {
            value,
            type: String,
            ...(i === 0 ? { fontWeight: 'bold' as const } : { wrap: true, alignVertical: 'top' as const }),
          },
    ),
  )
  const blob = await write(cells, {
    sheet: 'Glossary',
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
  }).toBlob()
  return new Uint8Array(await blob.arrayBuffer())
}

/** Nothing inflates beyond the size that its entry declares; so the declared sizes bound the whole. */
function measure(file: string, bytes: Uint8Array): void {
  let total = 0
  let sheets: Record<string, Uint8Array>
  try {
    sheets = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        return total <= mostBytes && /worksheets\/[^/]*\.xml$/.test(name)
      },
    })
  } catch {
    throw broken(file, 'is no XLSX workbook, or a damaged one')
  }
  if (total > mostBytes) throw broken(file, `unpacks to more than ${mostBytes / 1_000_000} MB`)
  for (const sheet of Object.values(sheets)) {
    const { column, row } = lastCell(strFromU8(sheet))
    if (column * row > mostCells)
      throw broken(file, `has a sheet of ${row} rows and ${column} columns, more than ${mostCells} cells`)
  }
}

/** The reader fills every gap up to the last cell; one cell in the far corner would be the whole memory. */
function lastCell(xml: string): { column: number; row: number } {
  const last = { column: 1, row: 1 }
  for (const [, letters = '', digits] of xml.matchAll(
    /<(?:\w+:)?(?:c|row)\b[^>]*?\br=["']([A-Z]*)(\d+)["']/g,
  )) {
    last.row = Math.max(last.row, Number(digits))
    last.column = Math.max(
      last.column,
      [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0),
    )
  }
  return last
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value)
}

function broken(file: string, message: string): DataError {
  return new DataError([{ file, line: 1, column: 1, message }])
}
