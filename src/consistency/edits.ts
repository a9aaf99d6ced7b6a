/**
 * The smallest set of edits that makes a concept uniform: all occurrences but those of its most frequent accepted
 * rendering (attested ones that the house hears are; wordings of a pattern are not), the preferred one where they are
 * level; and how many it takes to the preferred form. A refused or former name is never what others are changed to, however frequent; a former name in an
 * article of its time is none of them. Of a concept that may vary only these are edited.
 */
import type { Mention } from './concept.js'
import type { Mentions, Rendering } from './gather.js'
import type { ArticleRow } from './rows.js'
import { isAfter } from './time.js'

/** Why an edit wants a person and not a program; empty where it does not. */
export type Care = '' | 'quoted' | 'headline' | 'former' | 'choice'

export interface Edits {
  /** But for renderings that the glossary wants something else for: see `expected` of each. */
  to: string
  count: number
  /** Of them in quotations, which want a look at the speech. */
  quoted: number
  /** How many edits to the preferred form. */
  toPreferred: number
  /** Article (number in the report's list), line, rendering (number in the concept's list), offset in the article. */
  places: [article: number, line: number, rendering: number, offset: number, care: Care][]
}

export function editsOf(
  measured: readonly Mention[],
  { preferred, vary, renderings }: Mentions,
  texts: readonly string[],
  articles: readonly ArticleRow[],
): Edits {
  const totals = new Map([[preferred, 0]])
  const isAccepted = (r: number) =>
    /^(preferred|admitted|attested)$/.test((renderings[r] as Rendering).status)
  for (const { rendering } of measured) {
    const text = texts[rendering] as string
    const { open } = renderings[rendering] as Rendering
    if (text === preferred || (isAccepted(rendering) && !open)) totals.set(text, (totals.get(text) ?? 0) + 1)
  }
  const [to] = [...totals].reduce((best, one) => (one[1] > best[1] ? one : best))
  const others = measured.filter(
    ({ rendering: r, article }) =>
      texts[r] !== to &&
      !(vary && (texts[r] === preferred || isAccepted(r))) &&
      !wasRight(renderings[r] as Rendering, (articles[article] as ArticleRow).date),
  )
  return {
    to,
    count: others.length,
    quoted: others.filter(({ quoted }) => quoted).length,
    toPreferred: measured.length - (totals.get(preferred) as number),
    places: others.map((one) => [
      one.article,
      one.line,
      one.rendering,
      one.offset,
      careOf(one, renderings[one.rendering] as Rendering),
    ]),
  }
}

function wasRight({ status, until }: Rendering, date: string): boolean {
  return status === 'superseded' && until !== '' && date.length >= 4 && !isAfter(date, until)
}

function careOf({ quoted, headline }: Mention, { status, expected }: Rendering): Care {
  if (headline) return 'headline'
  if (quoted) return 'quoted'
  if (status === 'superseded') return 'former'
  return expected.length > 1 ? 'choice' : ''
}
