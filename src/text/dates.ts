/**
 * The date of an article: front matter or `<meta>` or `--date` (all in the facts), else a date stamp or a dateline
 * with its year in the first lines. Undefined where none of them says the year.
 */
import { type Document, memo } from './document.js'

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const stamp = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)\b/
const written =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b/
const openingLength = 400

/** As `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the front matter says no more. */
export function articleDate(document: Document): string | undefined {
  return memo(document, articleDate, ({ facts, source }) => {
    const given = facts?.meta.date
    if (given !== undefined) return isoDate(given)
    return isoDate(source.slice(0, openingLength))
  })
}

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

function two(n: number): string {
  return String(n).padStart(2, '0')
}
