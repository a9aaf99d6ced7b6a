/**
 * The date of an article from outside of its text: a table beside the articles, then a pattern on the file's name. What
 * the article's own front matter says wins over both.
 */
import { basename, resolve } from 'node:path'
import { DataError, type Problem } from '../glossary/problem.js'
import { dayOf } from '../text/dates.js'
import type { Metadata } from './metadata.js'
import { type Config, textOf } from './read.js'

export function datesOf(
  { pattern }: Config,
  metadata: Metadata | undefined,
): (file: string) => string | undefined {
  const named = pattern && patternOf(pattern)
  return (file) => metadata?.of(file)?.date ?? named?.(basename(file))
}

/** The table that a config names; what is wrong with all of it, as the config's problem. */
export async function metadataIn({ metadata }: Config, problems: Problem[]): Promise<Metadata | undefined> {
  if (metadata === undefined) return undefined
  const { value, folder, problem } = metadata
  const path = resolve(folder, value)
  const text = textOf(path)
  if (text === undefined) {
    problems.push(problem(`dates.metadata: cannot read "${value}"`))
    return undefined
  }
  try {
    return (await import('./metadata.js')).readMetadata(path, text)
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    problems.push(...error.problems)
    return undefined
  }
}

function patternOf({ value, problem }: NonNullable<Config['pattern']>): (name: string) => string | undefined {
  const refuse = (message: string) => new DataError([problem(`dates.pattern: ${message}`)])
  if (!value.includes('(?<date>')) throw refuse('no group (?<date>…) says which part is the date')
  let expression: RegExp
  try {
    expression = new RegExp(value, 'u')
  } catch (error) {
    throw refuse((error as Error).message)
  }
  return (name) => dayOf(expression.exec(name)?.groups?.date)
}
