/** Dates as people and machines write them, in a text or for themselves. */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const stamp = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/
const written =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b/

/** The first date in a text, or undefined. */
export function isoDate(text: string): string | undefined {
  const iso = stamp.exec(text)
  if (iso) return iso[0]
  const english = written.exec(text)
  if (english) {
    const [, month, day, year] = english as unknown as [string, string, string, string]
    return `${year}-${two(months.indexOf(month.toLowerCase()) + 1)}-${two(Number(day))}`
  }
  return /^\s*((?:19|20)\d\d(?:-\d\d)?)\s*$/.exec(text)?.[1]
}

/**
 * The date that a whole cell, or a part of a file's name, is: `2023-09-08`, `20230908`, `2023/9/8`, `2023年9月8日`, `2023-09`,
 * `2023`, `September 8, 2023`, with a time behind it or without. Undefined for all else, and for a day that there is not.
 */
export function dayOf(text: string | undefined): string | undefined {
  const cell = text?.trim() ?? ''
  const parts = numbers.exec(cell) ?? packed.exec(cell)
  if (parts === null) return written.exec(cell)?.index === 0 ? isoDate(cell) : undefined
  const [year, month, day] = parts.slice(1).filter(Boolean).map(Number) as [number, number?, number?]
  const there = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
  if (there.getUTCMonth() + 1 !== (month ?? 1) || there.getUTCDate() !== (day ?? 1)) return undefined
  return [year, ...[month, day].filter((n) => n !== undefined).map(two)].join('-')
}

const numbers = /^((?:19|20)\d\d)(?:[-_./年](\d{1,2})(?:[-_./月](\d{1,2})日?)?月?)?年?(?:[T ]\d{1,2}:.*)?$/
const packed = /^((?:19|20)\d\d)(\d\d)(\d\d)?$/

function two(n: number): string {
  return String(n).padStart(2, '0')
}
