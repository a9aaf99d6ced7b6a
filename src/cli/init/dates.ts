/** Where the dates of a corpus come from: front matter, the first lines, the names of the files; and what is undated. */
import { basename } from 'node:path'
import type { Facts } from '../../pipeline.js'
import { dayOf } from '../../text/dates.js'

export interface CorpusDates {
  /** For the config, where the files' names know more than their texts. */
  pattern: string | undefined
  said: string[]
}

const patterns = [String.raw`(?<date>(?:19|20)\d{2}-\d{2}-\d{2})`, String.raw`(?<date>(?:19|20)\d{6})(?!\d)`]

export function datesIn(corpus: ReadonlyMap<string, Facts>): CorpusDates {
  const all = [...corpus]
  if (all.length === 0) return { pattern: undefined, said: [] }
  const metadata = all.filter(([, { meta }]) => meta.date !== undefined).length
  const opening = all.filter(([, { meta, date }]) => meta.date === undefined && date !== undefined).length
  const undated = all.filter(([, { date }]) => date === undefined).map(([file]) => file)
  const pattern = patterns.find((one) => undated.some((file) => named(file, one)))
  const byName = pattern === undefined ? 0 : undated.filter((file) => named(file, pattern)).length
  const parts = [
    [metadata, 'in their front matter'],
    [opening, 'in their first lines'],
    [byName, 'in the name of the file'],
    [undated.length - byName, 'nowhere: what depends on a date is only a hint there'],
  ] as const
  const list = parts.filter(([count]) => count > 0).map(([count, where]) => `${count} ${where}`)
  return {
    pattern,
    said: [`Dates, of ${all.length} ${all.length === 1 ? 'article' : 'articles'}: ${list.join(', ')}.`],
  }
}

function named(file: string, pattern: string): boolean {
  return dayOf(new RegExp(pattern, 'u').exec(basename(file))?.groups?.date) !== undefined
}
