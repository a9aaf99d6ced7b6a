/**
 * What is known of an article from outside of its text: its date by a table beside the articles, then by a pattern on the
 * file's name, and its group by the table. What the article's own front matter says wins over both.
 */
import { basename } from 'node:path'
import { DataError } from '../glossary/problem.js'
import { dayOf } from '../text/dates.js'
import { metadataIn, type Table } from './metadata.js'
import { type Placed, problemAt } from './placed.js'
import type { Beside } from './project.js'

/** Throws what is wrong with the pattern. */
export function besideOf(pattern: Placed<string> | undefined, table: Table | undefined): Beside {
  const named = pattern && patternOf(pattern)
  const metadata = table && metadataIn(table)
  return {
    dateFor: (file) => metadata?.of(file)?.date ?? named?.(basename(file)),
    groupFor: (file) => metadata?.of(file)?.group,
    doubtful: metadata?.problems ?? [],
  }
}

function patternOf(given: Placed<string>): (name: string) => string | undefined {
  const { value } = given
  const refuse = (message: string) => new DataError([problemAt(given, `dates.pattern: ${message}`)])
  if (!value.includes('(?<date>')) throw refuse('no group (?<date>…) says which part is the date')
  let expression: RegExp
  try {
    expression = new RegExp(value, 'u')
  } catch (error) {
    throw refuse((error as Error).message)
  }
  return (name) => dayOf(expression.exec(name)?.groups?.date)
}
