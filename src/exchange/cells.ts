/**
 * What a cell holds: several values apart by semicolons or line breaks, and text that no spreadsheet may take for a
 * formula. Both are taken apart and put together here, so that what was put together comes apart the same.
 */
import { oneLine } from './draft.js'

/**
 * A backslash before a separator, or before another, takes its meaning away. With `enumeration` the Chinese
 * enumeration comma separates, too; in a column of one wording each it belongs to the wording (依法治国、依法执政).
 */
export function splitCell(cell: string, enumeration = false): string[] {
  if (!/[;；、\n\r\\]/.test(cell)) return isEmpty(cell) ? [] : [oneLine(cell)]
  const values: string[] = []
  let value = ''
  for (const [piece] of cell.matchAll(/\\[\\;；、]|[\s\S]/gu)) {
    if (/[;；\n\r]/.test(piece.length === 1 ? piece : '') || (enumeration && piece === '、')) {
      values.push(value)
      value = ''
    } else value += piece.replace(/^\\(.)/, '$1')
  }
  values.push(value)
  return [...new Set(values.map(oneLine).filter((one) => !isEmpty(one)))]
}

export function joinCell(values: readonly string[]): string {
  return values.map((value) => value.replace(/[;；、]|\\(?=[\\;；、]|$)/g, '\\$&')).join('; ')
}

/** Spreadsheets compute a cell that begins so; the full-width forms, too, once they were folded. */
const formula = /^'*[=+\-@＝＋－＠\t\r]/

export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}

/** Whether there is anything to read: a dash or a question mark stands for an empty cell. */
export function isEmpty(cell: string | undefined): boolean {
  return cell === undefined || !/[\p{L}\p{N}]/u.test(cell)
}

export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
