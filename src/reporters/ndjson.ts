/**
 * A JSON object a line, a line a file, clean files too: whole reports, so that lines of several runs can be put into one
 * file and every other format be made of them (`readNdjson`). Only the article's text is left out.
 */
import type { FileReport, Reporter } from './reporter.js'

export const ndjson: Reporter = (reports) => reports.map(ndjsonLine).join('')

/** Ends with a line break, so that lines can be written as files are done. */
export function ndjsonLine({ path, absolute, words, findings, output, edits }: FileReport): string {
  return `${JSON.stringify({ path, absolute, words, findings, output, edits })}\n`
}
