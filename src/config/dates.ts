/**
 * The date of an article from outside of its text: a table beside the articles, then a pattern on the file's name. What
 * the article's own front matter says wins over both.
 */
import { basename } from 'node:path'
import { DataError } from '../glossary/problem.js'
import { dayOf } from '../text/dates.js'
import type { Metadata } from './metadata.js'
import { type Placed, problemAt } from './placed.js'

/** Throws what is wrong with the pattern. */
export function datesOf(
  pattern: Placed<string> | undefined,
  metadata: Metadata | undefined,
): (file: string) => string | undefined {
  const named = pattern && patternOf(pattern)
  return (file) => metadata?.of(file)?.date ?? named?.(basename(file))
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
