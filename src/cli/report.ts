/**
 * Findings to reports, where they are wanted, and to the question whether the run fails: a finding at the threshold,
 * more warnings than allowed, a score too low. `--quiet` hides all but errors; the warnings still count against their limit
 * and in the score.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { hasBaseline } from '../config/baseline-place.js'
import type { Project } from '../config/project.js'
import { bySeverity } from '../findings/finding.js'
import { type Paper, plainPaper, type Tool } from '../reporters/reporter.js'
import { isOpen, type Row } from '../reporters/row.js'
import { complain, reasonOf, UsageError } from './fail.js'
import type { LintFlags } from './flags.js'
import { type Output, outputsOf } from './formats.js'
import type { Linted } from './run/collect.js'
import type { Run } from './run/run.js'
import { paperFor } from './terminal.js'
import { write } from './write.js'

interface Written {
  /** Standard output is taken. */
  toStderr?: boolean | undefined
  /** Of so many files, from the first, what a format writes file by file is written already. */
  streamed?: number | undefined
}

/** Hands back what it wrote to standard output. */
export async function writeReport(
  results: readonly Linted[],
  flags: LintFlags,
  { toStderr = false, streamed = 0 }: Written = {},
): Promise<string> {
  const stream = toStderr ? process.stderr : process.stdout
  const outputs = await outputsOf(flags)
  let written = ''
  let unwritten: unknown
  for (const output of outputs) {
    const paper =
      output.file === undefined ? paperFor(stream, flags) : { ...plainPaper, all: flags.all ?? false }
    const rest = isStreamed(output) ? results.slice(streamed) : results
    const text = await textOf(output, rest, flags, paper)
    if (output.file === undefined) {
      stream.write(text)
      written += text
    } else
      try {
        writeTo(output.file, text)
      } catch (error) {
        // the other reports are written all the same
        unwritten ??= error
      }
  }
  if (unwritten !== undefined) throw unwritten
  if (flags.score && results.length > 0) {
    const { scoreText } = await import('../reporters/score.js')
    const taken = outputs.some(({ name, file }) => file === undefined && name !== 'stylish')
    const to = taken ? process.stderr : stream
    to.write(scoreText(results.map(open), await scaleOf(flags), paperFor(to, flags)))
  }
  return written
}

export interface Stream {
  each(one: Linted): void
  /** How many files are written. */
  written(): number
}

/**
 * What writes a file's part of the report to stdout as soon as it is done, where the format can. From the first file on
 * whose baseline has a say in its findings, all wait for that.
 */
export async function streamed(run: Run): Promise<Stream | undefined> {
  const [output] = (await outputsOf(run.flags)).filter(isStreamed)
  const lineOf = await output?.format.each?.()
  if (lineOf === undefined) return undefined
  const waits = new Map<Project, boolean>()
  let waiting = false
  let written = 0
  return {
    each(one) {
      const { project } = one
      if (!waits.has(project)) waits.set(project, hasBaseline(project, run.flags.baseline))
      waiting ||= waits.get(project) as boolean
      if (waiting) return
      const stream = run.fixedStdin ? process.stderr : process.stdout
      stream.write(lineOf(visible(one, run.flags)))
      written++
    },
    written: () => written,
  }
}

function isStreamed({ format, file }: Output): boolean {
  return file === undefined && format.each !== undefined
}

async function textOf(
  { name, format }: Output,
  results: readonly Linted[],
  flags: LintFlags,
  paper: Paper,
): Promise<string> {
  if (results.length === 0 && name === 'stylish') return ''
  const reporter = await format.load()
  const tool = format.needs === 'tool' ? await toolOf(results) : undefined
  const shown = results.map((result) => visible(format.whole ? result : open(result), flags))
  return reporter(shown, { ...paper, ...(tool && { tool }) })
}

async function toolOf(results: readonly Linted[]): Promise<Tool | undefined> {
  const projects = [...new Set(results.map(({ project }) => project))]
  const all = await Promise.all(projects.map(async (project) => (await project.session()).data))
  const [data] = all
  if (data === undefined) return undefined
  const rules = new Map(all.flatMap((one) => one.rules).map((rule) => [rule.id, rule]))
  return { version: data.version, rules: [...rules.values()] }
}

/** Whole or not at all; into what is no file (a pipe, a terminal) as it comes. */
function writeTo(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    const there = statSync(file, { throwIfNoEntry: false })
    if (there && !there.isFile()) writeFileSync(file, text)
    else write(file, text)
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}`)
  }
}

function open<T extends { findings: readonly Row[] }>(result: T): T {
  if (result.findings.every(isOpen)) return result
  return { ...result, findings: result.findings.filter(isOpen) }
}

function visible<T extends { findings: readonly Row[] }>(result: T, { quiet }: LintFlags): T {
  return quiet ? { ...result, findings: result.findings.filter((f) => f.severity === 'error') } : result
}

export async function exceeds(all: readonly Linted[], flags: LintFlags): Promise<boolean> {
  const results = all.map(open)
  const failing = results.some((result) =>
    visible(result, flags).findings.some((f) => bySeverity(f.severity, result.project.failOn) <= 0),
  )
  const tooMany = tooManyWarnings(results)
  return (await scoresTooLow(results, flags)) || failing || tooMany
}

function tooManyWarnings(results: readonly Linted[]): boolean {
  let tooMany = false
  for (const project of new Set(results.map((r) => r.project))) {
    const most = project.maxWarnings
    if (most === undefined) continue
    const count = results
      .filter((r) => r.project === project)
      .reduce((sum, { findings }) => sum + findings.filter((f) => f.severity === 'warning').length, 0)
    if (count <= most) continue
    tooMany = true
    complain(`${count} ${count === 1 ? 'warning' : 'warnings'}, at most ${most} are allowed`)
  }
  return tooMany
}

async function scoresTooLow(results: readonly Linted[], flags: LintFlags): Promise<boolean> {
  if (flags.minScore === undefined || results.length === 0) return false
  const { batchScore } = await import('../reporters/score.js')
  const { fewestWords } = await import('../findings/score.js')
  const { score, words, passed, indicative } = batchScore(results, await scaleOf(flags))
  if (indicative) complain(`--min-score decides nothing here: ${words} words, a verdict takes ${fewestWords}`)
  else if (!passed) complain(`score ${score.toFixed(1)}, at least ${flags.minScore} is wanted`)
  return !indicative && !passed
}

async function scaleOf({ minScore, tolerate }: LintFlags) {
  const { usualScale } = await import('../findings/score.js')
  return { tolerated: tolerate ?? usualScale.tolerated, wanted: minScore ?? usualScale.wanted }
}
