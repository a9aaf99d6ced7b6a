/**
 * `--metadata FILE`: dates and groups of files out of a table beside them. Rows that cannot be used are said and mark the run
 * as failed; afterwards, rows and articles that found no match are counted, so that a wrong path shows.
 */
import { resolve } from 'node:path'
import { textOf } from '../../config/files.js'
import { metadataIn } from '../../config/metadata.js'
import { complain, UsageError } from '../fail.js'
import type { Run } from '../run/run.js'
import { problemHere } from '../short-path.js'
import type { Columns, OneArticle } from './articles.js'

export interface Beside {
  about(one: OneArticle, absolute: string): OneArticle
  say(): void
}

export async function beside(file: string, run: Run, { id, date, group }: Columns): Promise<Beside> {
  const path = resolve(file)
  const text = textOf(path)
  if (text === undefined) throw new UsageError(`--metadata ${file}: cannot be read`)
  const { readTable } = await import('../../config/metadata-table.js')
  const table = metadataIn(readTable(path, text, { file: id, date, group }))
  for (const problem of table.problems) complain(problemHere(problem))
  const missing: string[] = []
  return {
    about(one, absolute) {
      const found = table.of(absolute)
      if (found === undefined) {
        missing.push(one.path)
        return one
      }
      const { date = one.article.dateElse, group } = found
      const article = { ...one.article, dateElse: date }
      return { ...one, article, ...(group === undefined ? {} : { groupElse: group }) }
    },
    say() {
      if (table.problems.length > 0) run.failed = true
      const unused = table.unused()
      if (unused.length > 0)
        complain(
          file,
          `${are(unused.length, 'of its files')} none of these articles, the first: ${unused[0]}`,
        )
      if (missing.length > 0)
        complain(file, `${are(missing.length, 'of the articles')} not in it, the first: ${missing[0]}`)
    },
  }
}

function are(count: number, what: string): string {
  return `${count} ${what} ${count === 1 ? 'is' : 'are'}`
}
