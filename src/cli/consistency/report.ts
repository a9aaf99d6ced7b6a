/**
 * `zhengming report [paths]`: articles to rows, rows to `consistency.{json,md,csv,html}`, a summary on standard output. With
 * `--rows` the rows are the output; with `--from-rows` they are the input. Exit 2 where something could not be read.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { today } from '../../config/today.js'
import { compare, isReport } from '../../consistency/compare.js'
import { gatherer } from '../../consistency/gather.js'
import { type Report, reportOf } from '../../consistency/report.js'
import { selectionOf } from '../../consistency/selection.js'
import { unlistedIn } from '../../consistency/unlisted.js'
import { draftYaml } from '../../proposals/draft.js'
import { type Proposal, type Proposer, proposer } from '../../proposals/proposer.js'
import { corpusRun } from '../corpus.js'
import { UsageError } from '../fail.js'
import { overlayOf } from '../flags.js'
import { projectOf, type Run } from '../run/run.js'
import { write } from '../write.js'
import { type Columns, rowsOfArticles } from './articles.js'
import { hash } from './hash.js'
import { readRows, writeRows } from './row-files.js'
import { sampler } from './sample.js'
import { selectionSummary, summary } from './summary.js'

export interface ReportFlags extends Columns {
  format: string
  outputDir: string
  rows?: string
  fromRows?: string[]
  describe?: boolean
  keepCopies?: boolean
  sample?: number
  compare?: string
  fixSelection?: string
  propose?: boolean
  house?: string
  config?: string
}

const formats = ['json', 'md', 'csv', 'html']

export async function report(paths: readonly string[], flags: ReportFlags): Promise<number> {
  const wanted = formatsOf(flags)
  if (flags.describe && flags.fixSelection !== undefined)
    throw new UsageError('--describe says nothing of right and wrong, so there is no --fix-selection')
  const earlier = flags.compare === undefined ? undefined : earlierOf(flags.compare)
  const { house, config } = flags
  const overlay = house === undefined ? {} : await overlayOf({ format: ['stylish'], house })
  const run = corpusRun(config, overlay)
  const names = flags.propose ? proposer() : undefined
  const rows = flags.fromRows
    ? readRows(flags.fromRows)
    : rowsOfArticles(paths, run, { columns: flags, command: commandLine(), names: names?.know })
  if (flags.rows !== undefined) {
    await writeRows(flags.rows, rows)
    return run.failed ? 2 : 0
  }
  const gathered = gatherer()
  const labels = flags.describe ? 'describing' : 'judging'
  const sample = sampler(flags.sample ?? 0, labels)
  let named = false
  for await (const row of rows) {
    gathered.add(row)
    sample.add(row)
    if (row.row === 'names') {
      named = true
      names?.addRow(row)
    }
  }
  if (names && !named && flags.fromRows)
    throw new UsageError('--propose: there are no names in these rows; write them with --rows and --propose')
  const all = gathered.result()
  if (all.articles.length === 0) return run.failed ? 2 : nothing()
  const made: Report = reportOf(all, {
    labels,
    keepCopies: flags.keepCopies ?? false,
    hash,
    made: today(),
    command: commandLine(),
  })
  if (earlier) made.compared = compare(earlier, made)
  if (names) made.proposals = await proposed(names, made, flags, run)
  mkdirSync(flags.outputDir, { recursive: true })
  for (const format of wanted) write(fileIn(flags, format), await written(made, format, flags))
  if (flags.sample) write(join(flags.outputDir, 'consistency-sample.csv'), sample.csv())
  process.stdout.write(
    summary(made, [...wanted.map((format) => fileIn(flags, format)), ...(names ? [draftsIn(flags)] : [])]),
  )
  if (flags.fixSelection !== undefined) process.stdout.write(selected(made, flags.fixSelection, flags))
  return run.failed ? 2 : 0
}

const mostProposals = 50

/**
 * Renderings that no entry lists, and names that occur three times or more, also as a draft glossary beside the report.
 */
async function proposed(names: Proposer, made: Report, flags: ReportFlags, run: Run): Promise<Proposal[]> {
  const project = await projectOf(resolve('.', 'x'), run)
  const setup = project && (await project.session()).setup(project.settingsFor(resolve('.', 'x')))
  if (setup && flags.fromRows) names.know(setup)
  const concepts = setup?.concepts ?? new Map()
  const named = names.result(3).filter(({ kind }) => kind === 'name')
  const unlisted = unlistedIn(made, concepts)
  const found = [...unlisted.slice(0, mostProposals), ...named.slice(0, mostProposals)]
  const head = `Names that no concept lists, by zhengming report, ${today()}`
  mkdirSync(flags.outputDir, { recursive: true })
  write(draftsIn(flags), draftYaml(found, head, new Set(concepts.keys())))
  return found
}

function draftsIn({ outputDir }: ReportFlags): string {
  return join(outputDir, 'consistency-drafts.yaml')
}

function fileIn({ outputDir }: ReportFlags, format: string): string {
  return join(outputDir, `consistency.${format}`)
}

async function written(
  made: Report,
  format: string,
  { outputDir }: ReportFlags,
): Promise<string | Uint8Array> {
  if (format === 'json') return jsonOf(made)
  if (format === 'md') return (await import('../../consistency/markdown.js')).markdownOf(made)
  if (format === 'csv') return (await import('../../consistency/csv.js')).csvOf(made)
  const { dress } = await import('./dress.js')
  const { pageOf } = await import('../../consistency/page.js')
  return pageOf(made, dress(), relative(resolve(outputDir), '.').replaceAll('\\', '/'))
}

/** In parts: of a large corpus the whole would be a text of 100 MB. */
function jsonOf({ concepts, ...rest }: Report): Uint8Array {
  const parts = concepts.map((one, i) => Buffer.from(`${i === 0 ? '' : ','}${JSON.stringify(one)}`))
  const head = Buffer.from(`${JSON.stringify(rest).slice(0, -1)},"concepts":[`)
  return Buffer.concat([head, ...parts, Buffer.from(']}\n')])
}

function selected(made: Report, file: string, flags: ReportFlags): string {
  const { csv, count, left } = selectionOf(made)
  write(file, csv)
  return selectionSummary(file, count, left, made.totals.copies, flags)
}

function formatsOf({ format }: ReportFlags): string[] {
  const wanted = [...new Set(format.split(',').map((name) => name.trim()))]
  const unknown = wanted.find((name) => !formats.includes(name))
  if (unknown !== undefined) throw new UsageError(`--format ${unknown}: there are ${formats.join(', ')}`)
  return wanted
}

function earlierOf(file: string): Report {
  if (!existsSync(file)) throw new UsageError(`--compare ${file}: no such file`)
  let data: unknown
  try {
    data = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new UsageError(`--compare ${file}: is not JSON`)
  }
  if (!isReport(data)) throw new UsageError(`--compare ${file}: is no consistency.json of this version`)
  return data
}

function nothing(): number {
  throw new UsageError('no articles there')
}

/** As it can be typed again. */
function commandLine(): string {
  const quoted = (arg: string) => (/^[\w./:=,@%+-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`)
  return ['zhengming', ...process.argv.slice(2).map(quoted)].join(' ')
}
