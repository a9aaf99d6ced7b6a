/**
 * The date of an article from outside of its text: a metadata file (CSV with the columns file and date), then a
 * pattern on the file's name. What the article's own front matter says wins over both.
 */
import { basename, dirname, relative, resolve, sep } from 'node:path'
import { DataError } from '../glossary/problem.js'
import { type Config, textOf } from './read.js'

export function datesOf({ pattern, metadata }: Config): (file: string) => string | undefined {
  const list = metadata && listOf(metadata)
  const named = pattern && patternOf(pattern)
  return (file) => list?.(file) ?? named?.(basename(file))
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

function listOf({
  value,
  folder,
  problem,
}: NonNullable<Config['metadata']>): (file: string) => string | undefined {
  const path = resolve(folder, value)
  const text = textOf(path)
  if (text === undefined) throw new DataError([problem(`dates.metadata: cannot read "${value}"`)])
  const [head = [], ...rows] = text.split(/\r?\n/).filter(Boolean).map(cells)
  const [file, date] = ['file', 'date'].map((name) => head.indexOf(name)) as [number, number]
  if (file < 0 || date < 0)
    throw new DataError([problem(`dates.metadata: "${value}" has no columns file and date`)])
  const days = new Map(rows.map((row) => [row[file], dayOf(row[date])]))
  return (article) =>
    days.get(relative(dirname(path), article).replaceAll(sep, '/')) ?? days.get(basename(article))
}

/** One line of CSV: commas, and quotes round what holds one. */
function cells(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    (quoted?.replaceAll('""', '"') ?? plain ?? '').trim(),
  )
}

/** `2023-09-08`, `20230908`, `2023_09_08`, `2023-09`. */
export function dayOf(text: string | undefined): string | undefined {
  const match = /^(\d{4})[-_./]?(\d{2})(?:[-_./]?(\d{2}))?$/.exec(text?.trim() ?? '')
  return match ? match.slice(1).filter(Boolean).join('-') : undefined
}
