/**
 * Articles to rows, one article in memory at a time: files as lint takes them, and tables (JSONL, CSV, TSV) with an article a
 * row. Findings and facts come from one look. What cannot be read is one line on stderr and marks the run as failed.
 */
import { dirname, extname } from 'node:path'
import type { Project } from '../../config/project.js'
import type { ArticleRow, FactRow } from '../../consistency/rows.js'
import { sketchOf } from '../../consistency/sketch.js'
import { namesIn } from '../../proposals/names.js'
import type { ArticleInput, Survey } from '../../session.js'
import type { Setup } from '../../setup.js'
import { isoDate } from '../../text/dates.js'
import { articlesOf } from '../corpus.js'
import { UsageError } from '../fail.js'
import type { Run } from '../run/run.js'
import { beside } from './beside.js'
import { hash } from './hash.js'
import { tableArticles } from './tables.js'

export interface Columns {
  text?: string
  date?: string
  group?: string
  id?: string
  /** A table beside the files, in which `id`, `date` and `group` are columns, too. */
  metadata?: string
}

export interface Source {
  columns: Columns
  command: string
  /** With the names of each article, for proposals; who wants them hears of the glossaries in force. */
  names: ((setup: Setup) => void) | undefined
}

export interface OneArticle {
  path: string
  article: ArticleInput
  project: Project
  group?: string
  /** Where the article itself says no outlet. */
  groupElse?: string | undefined
}

const tables = new Set(['.jsonl', '.ndjson', '.csv', '.tsv'])

export async function* rowsOfArticles(
  paths: readonly string[],
  run: Run,
  { columns, command, names }: Source,
): AsyncGenerator<FactRow> {
  const told = new Set<Project>()
  const seen = new Set<string>()
  for await (const one of everyArticle(paths, run, columns)) {
    const { path, article, project } = one
    const session = await project.session()
    if (!told.has(project)) {
      told.add(project)
      const { data } = session
      const { house } = session.setup(article.settings)
      const { version } = data
      const concepts = data.glossary.concepts.length
      const glossary = hash(JSON.stringify([data.glossary.concepts, data.glossary.forms]))
      yield { row: 'run', version, glossary, house: house.name, command, concepts }
    }
    const survey = await session.survey(article)
    yield* rowsOf(one, survey)
    if (names === undefined) continue
    const setup = session.setup(article.settings)
    names(setup)
    yield namesIn(path, survey.document, setup, seen)
  }
}

async function* everyArticle(
  paths: readonly string[],
  run: Run,
  columns: Columns,
): AsyncGenerator<OneArticle> {
  const isTable = (path: string) => tables.has(extname(path).toLowerCase())
  const [inTables, inFiles] = [paths.filter(isTable), paths.filter((path) => !isTable(path))]
  if (inTables.length > 0 && columns.text === undefined)
    throw new UsageError(`${inTables[0]}: name the column of the article with --text`)
  if (inFiles.length > 0 || paths.length === 0) yield* fileArticles(inFiles, run, columns)
  for (const file of inTables) yield* tableArticles(file, run, columns)
}

async function* fileArticles(
  paths: readonly string[],
  run: Run,
  columns: Columns,
): AsyncGenerator<OneArticle> {
  const table = columns.metadata === undefined ? undefined : await beside(columns.metadata, run, columns)
  for await (const { absolute, ...one } of articlesOf(paths, run)) {
    const known = { ...one, groupElse: one.project.groupFor(absolute) }
    yield table ? table.about(known, absolute) : known
  }
  table?.say()
}

function* rowsOf({ path, group: given, groupElse }: OneArticle, survey: Survey): Generator<FactRow> {
  const { facts, findings, document, text, words } = survey
  const date = facts.date ?? ''
  const group = given ?? facts.meta.outlet ?? groupElse ?? dirname(path)
  const article: ArticleRow = {
    row: 'article',
    article: path,
    group,
    date: isoDate(date) ?? date,
    words,
    hash: hash(text),
    sketch: sketchOf(document),
    findings: counts(findings),
  }
  yield article
  // Named one by one: a corpus has a million of these, and to spread them costs more than to find them.
  for (const fact of facts.terms) {
    const { concept, others, usage, until, start } = fact
    yield {
      row: 'term',
      concept: concept.id,
      zh: concept.zh.join('；'),
      preferred: concept.preferred,
      vary: concept.vary ?? false,
      rendering: fact.rendering,
      status: fact.status,
      usage: usage.join(', '),
      class: fact.class,
      article: path,
      offset: start,
      line: fact.line,
      sentence: fact.sentence,
      at: fact.at,
      date: article.date,
      group,
      headline: fact.headline,
      quotation: fact.quotation,
      listed: fact.status !== 'unlisted',
      ambiguous: others.length > 0,
      ...(fact.open ? { open: true } : {}),
      ...(fact.expected.length > 0 ? { expected: fact.expected } : {}),
      until: until ?? '',
    }
  }
}

const column = { error: 0, warning: 1, info: 2 } as const

function counts(findings: Survey['findings']): ArticleRow['findings'] {
  const counts: ArticleRow['findings'] = {}
  for (const { ruleId, severity } of findings) {
    counts[ruleId] ??= [0, 0, 0]
    counts[ruleId][column[severity]]++
  }
  return counts
}
