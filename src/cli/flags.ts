/**
 * The flags of `lint`, checked before anything is read. What the command line says of house, severities and limits
 * becomes an overlay on whatever configs say.
 */
import { resolve } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import type { Overlay } from '../config/project.js'
import type { Severity } from '../glossary/compiled.js'
import { reporters } from '../reporters/index.js'
import { didYouMean, UsageError } from './fail.js'
import { outputsOf } from './formats.js'
import { type Shard, shard } from './run/shard.js'

export interface LintFlags {
  format?: string[]
  outputFile?: string
  maxWarnings?: number
  quiet?: boolean
  fix?: boolean
  fixDryRun?: boolean
  only?: string
  stdinFilename?: string
  config?: string | false
  printConfig?: boolean
  color?: boolean
  house?: string
  info?: boolean
  date?: string
  all?: boolean
  exitZero?: boolean
  failOn?: Severity
  score?: boolean
  minScore?: number
  tolerate?: number
  ignorePath?: string
  filesFrom?: string
  shard?: Shard
  threads?: number
  cache?: boolean
  cacheLocation?: string
  timing?: boolean
  since?: string
  staged?: boolean
  baseline?: string | false
  reportStale?: boolean
}

export function addLintFlags(command: Command): Command {
  return command
    .option(
      '--format <name[:file]>',
      `how to report, as often as wanted: ${Object.keys(reporters).join(', ')} (default: stylish)`,
      (one: string, before: string[] | undefined) => [...(before ?? []), one],
    )
    .option('--output-file <file>', 'write the report there')
    .option('--house <name>', 'the style to hold to: neutral, official, international, or a house file')
    .option('--date <date>', 'the date of the articles, YYYY-MM-DD', date)
    .option('--info', 'hints, too, not only errors and warnings')
    .option('--quiet', 'errors only')
    .option('--all', 'every finding on its own, in order of place')
    .option('--fix', 'mend what can be mended without changing the meaning')
    .option('--fix-dry-run', 'show what --fix would do, write nothing')
    .option('--only <file>', 'with --fix: exactly the edits listed there (report --fix-selection)')
    .addOption(
      new Option('--fail-on <severity>', 'what makes the exit code 1 (default: error)').choices([
        'error',
        'warning',
        'info',
      ]),
    )
    .option('--max-warnings <n>', 'exit with 1 above this many warnings', count)
    .option('--score', 'penalty points per 1,000 words and a score out of 100 by MQM, each file and all')
    .option('--min-score <n>', 'exit with 1 where all files together score less (from 500 words)', score)
    .option('--tolerate <n>', 'penalty points per 1,000 words that score 95 (default: 10)', points)
    .option('--exit-zero', 'exit with 0 whatever is found')
    .option('--since <ref>', 'only what is new in changed files since the branch left this commit or branch')
    .option('--staged', 'only what is new in staged files, as they will be committed')
    .option(
      '--baseline <file>',
      'the findings that are known (default: zhengming-baseline.tsv beside the config)',
    )
    .option('--no-baseline', 'all findings, known or not')
    .option('--report-stale', 'exit with 1 where the baseline knows what is mended (default in CI)')
    .option('--no-report-stale', 'stale entries fail nothing, in CI either')
    .option('--stdin-filename <file>', 'what standard input is called; its ending tells the format')
    .option('--config <file>', 'this config for all files')
    .option('--no-config', 'no config at all')
    .option('--print-config', 'print the settings in force for a file')
    .option('--ignore-path <file>', 'in place of .zhengmingignore')
    .option('--files-from <file>', 'the files, one path a line; - for standard input')
    .option('--shard <i/n>', 'only the i-th of n parts of the files', shard)
    .option('--threads <n>', 'at most this many threads (default: one for each core)', count)
    .option('--cache', 'keep the findings of each file, and take them from there while nothing changes')
    .option('--cache-location <folder>', 'where --cache keeps them', '.zhengming-cache')
    .option('--timing', 'what each check costs, on stderr')
    .option('--color', 'colours, always')
    .option('--no-color', 'colours, never')
}

const merging =
  '--format --output-file --quiet --all --fail-on --max-warnings --exit-zero --config --no-config --color --no-color'

/** Those of `lint` that are about the report and what it means. */
export function addMergeFlags(command: Command): Command {
  for (const option of addLintFlags(new Command()).options)
    if (merging.split(' ').includes(option.long ?? '')) command.addOption(option)
  return command
}

export async function overlayOf(flags: LintFlags): Promise<Overlay> {
  await outputsOf(flags)
  if (flags.fix && flags.fixDryRun) throw new UsageError('--fix and --fix-dry-run exclude each other')
  const { info, failOn, maxWarnings } = flags
  const house = flags.house === undefined ? undefined : await houseOf(flags.house)
  return { ...(house === undefined ? {} : { house }), ...(info ? { info } : {}), failOn, maxWarnings }
}

async function houseOf(name: string) {
  if (/[/\\]|\.ya?ml$/.test(name)) {
    const path = resolve(name)
    const { fromFiles } = await import('../config/files.js')
    const { made: house } = await fromFiles(`house ${path}`, async (read) =>
      (await import('../config/house.js')).readHouse(path, read),
    )
    if (house === undefined) throw new UsageError(`--house ${name}: no such file`)
    return house
  }
  const names = (await import('../config/package.js')).shippedHouses()
  if (!names.includes(name))
    throw new UsageError(`no house "${name}"${await didYouMean(name, names)}, there are ${names.join(', ')}`)
  return name
}

export function date(text: string): string {
  const day = new Date(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text))
    throw new InvalidArgumentError('expected a date like 2023-09-08')
  return text
}

export function count(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('expected a whole number')
  return Number(text)
}

function score(text: string): number {
  const value = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || value >= 100)
    throw new InvalidArgumentError('expected a score from 0 to below 100')
  return value
}

function points(text: string): number {
  const value = Number(text)
  if (!/^\d+(\.\d+)?$/.test(text) || value === 0) throw new InvalidArgumentError('expected a number above 0')
  return value
}
