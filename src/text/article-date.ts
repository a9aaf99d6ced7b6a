/**
 * The date of an article: front matter or `<meta>` or `--date` (all in the facts), else a date stamp or a dateline
 * with its year in the first lines. Undefined where none of them says the year.
 */
import { isoDate } from './dates.js'
import { type Document, memo } from './document.js'

const openingLength = 400

/** As `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the front matter says no more. */
export function articleDate(document: Document): string | undefined {
  return memo(document, articleDate, ({ facts, source }) => {
    const given = facts?.meta.date
    if (given !== undefined) return isoDate(given)
    return isoDate(source.slice(0, openingLength))
  })
}
