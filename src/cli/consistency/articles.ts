/**
 * Articles to rows, one article in memory at a time: files as lint takes them, and tables (JSONL, CSV, TSV) with an article a
 * row. Findings and facts come from one look. What cannot be read is one line on stderr and marks the run as failed.
 */
import { dirname, extname } from 'node:path'
import type { Project } from '../../config/project.js'
import type { ArticleRow, FactRow } from '../../consistency/rows.js'
import { sketchOf } from '../../consistency/sketch.js'
import type { Proposer } from '../../proposals/proposer.js'
import type { ArticleInput, Survey } from '../../session.js'
import { isoDate } from '../../text/dates.js'
import { WORD } from '../../text/lexicon.js'
import { articlesOf } from '../corpus.js'
import { UsageError } from '../fail.js'
import type { Run } from '../run/run.js'
import { hash } from './hash.js'
import { tableArticles } from './tables.js'

export interface Columns {
  text?: string
  date?: string
  group?: string
  id?: string
}

export interface Source {
  columns: Columns
  command: string
  names: Proposer | undefined
}

export interface OneArticle {
  path: string
  article: ArticleInput
  project: Project
  group?: string
}

const tables = new Set(['.jsonl', '.ndjson', '.csv', '.tsv'])

export async function* rowsOfArticles(
  paths: readonly string[],
  run: Run,
  { columns, command, names }: Source,
): AsyncGenerator<FactRow> {
  const told = new Set<Project>()
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
    names?.add(path, survey.document, session.setup(article.settings))
    yield* rowsOf(one, survey)
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
  if (inFiles.length > 0 || paths.length === 0) yield* articlesOf(inFiles, run)
  for (const file of inTables) yield* tableArticles(file, run, columns)
}

function* rowsOf({ path, group: given }: OneArticle, survey: Survey): Generator<FactRow> {
  const { facts, findings, document, text } = survey
  const date = facts.date ?? ''
  const group = given ?? facts.meta.outlet ?? dirname(path)
  const article: ArticleRow = {
    row: 'article',
    article: path,
    group,
    date: isoDate(date) ?? date,
    words: document.tokens.filter(({ word }) => word.shape & WORD).length,
    hash: hash(text),
    sketch: sketchOf(document),
    findings: counts(findings),
  }
  yield article
  for (const { concept, others, usage, until, start, end: _, short: __, ...fact } of facts.terms)
    yield {
      row: 'term',
      concept: concept.id,
      zh: concept.zh.join('；'),
      preferred: concept.preferred,
      vary: concept.vary ?? false,
      ...fact,
      usage: usage.join(', '),
      article: path,
      offset: start,
      date: article.date,
      group,
      listed: fact.status !== 'unlisted',
      ambiguous: others.length > 0,
      until: until ?? '',
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
