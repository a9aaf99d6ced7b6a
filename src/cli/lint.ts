/**
 * `zhengming lint`: paths to files, files to findings, findings to a report and an exit code. What cannot be read or
 * linted is one line on stderr and makes the exit 2; the others are linted and reported all the same.
 */
import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Project, type Projects, projects } from '../config/project.js'
import { DataError } from '../glossary/problem.js'
import type { FileReport } from '../reporters/reporter.js'
import { rowOf } from '../reporters/row.js'
import type { ArticleInput } from '../session.js'
import { complain, reasonOf, stackOf, UsageError } from './fail.js'
import { type LintFlags, overlayOf } from './flags.js'
import { below, findFiles } from './paths.js'
import { readStdin, readText } from './read.js'
import { exceeds, writeReport } from './report.js'
import { problemHere, shortPath } from './short-path.js'

export interface Linted extends FileReport {
  project: Project
}

export async function lint(args: readonly string[], flags: LintFlags): Promise<number> {
  const overlay = await overlayOf(flags)
  const config = typeof flags.config === 'string' ? resolve(flags.config) : flags.config
  if (config && !existsSync(config)) throw new UsageError(`--config ${flags.config}: no such file`)
  const run: Run = { flags, projects: projects(config, overlay), said: new Set(), failed: false }
  if (flags.printConfig) return (await import('./print-config.js')).printConfig(args, run)
  const results: Linted[] = []
  for (const one of await inputs(args, run)) {
    const linted = await attempt(one, run)
    if (linted) results.push(linted)
  }
  await writeReport(results, flags, run.fixedStdin)
  if (!run.failed && flags.stdinFilename === undefined) sayIdle(args, results)
  const over = exceeds(results, flags)
  if (run.failed) return 2
  return over && !flags.exitZero ? 1 : 0
}

/** Decisions of the configs that had nothing to decide; asked only where the run saw all that they hold for. */
function sayIdle(args: readonly string[], results: readonly Linted[]): void {
  const folders = args.map((arg) => resolve(arg))
  for (const project of new Set(results.map((r) => r.project))) {
    if (project.path === undefined) continue
    const base = dirname(project.path)
    const whole =
      args.length === 0
        ? project.files !== undefined || base === resolve('.')
        : folders.some((folder) => folder === base || below(folder, base) !== undefined)
    const files = results.filter((r) => r.project === project).map((r) => r.absolute)
    for (const problem of project.idle({ files, whole })) complain(problemHere(problem))
  }
}

export interface Run {
  flags: LintFlags
  projects: Projects
  /** Projects and errors that had their say: once each. */
  said: Set<unknown>
  failed: boolean
  /** Standard input mended goes to standard output, and the report to stderr. */
  fixedStdin?: boolean
}

/** Absolute paths, and `-` for standard input. */
export async function inputs(args: readonly string[], run: Run): Promise<string[]> {
  const { flags } = run
  const named = args.length === 0 && flags.stdinFilename !== undefined ? ['-'] : args
  const wanted = named.length > 0 ? named : ((await projectOf(resolve('.', 'x'), run))?.files ?? ['.'])
  if (run.failed) return []
  const stdin = wanted.includes('-')
  const found = await findFiles(
    wanted.filter((arg) => arg !== '-'),
    {
      ignorePath: flags.ignorePath,
      leavesOut: async (file) => (await projectOf(file, run))?.ignores(file) ?? false,
    },
  )
  for (const arg of found.ignored) complain(arg, 'left out by an ignore file or the config')
  for (const arg of found.missing) fail(run, arg, whyMissing(arg))
  return [...(stdin ? ['-'] : []), ...found.files]
}

function whyMissing(arg: string): string {
  if (existsSync(arg)) return 'no .txt, .md, .markdown, .html or .htm file in this folder'
  return /[*?[\]{}]/.test(arg) ? 'no file matches' : 'no such file or folder'
}

/** The project of a file, or nothing where its config is broken, which is said once. */
export async function projectOf(file: string, run: Run): Promise<Project | undefined> {
  try {
    const project = await run.projects.of(file)
    if (!run.said.has(project)) for (const one of project.expired) complain(problemHere(one))
    run.said.add(project)
    return project
  } catch (error) {
    run.failed = true
    if (run.said.has(error)) return undefined
    run.said.add(error)
    if (error instanceof DataError) for (const problem of error.problems) complain(problemHere(problem))
    else throw error
    return undefined
  }
}

async function attempt(input: string, run: Run): Promise<Linted | undefined> {
  const { stdinFilename = '<stdin>' } = run.flags
  const stdin = input === '-'
  const absolute = resolve(stdin ? stdinFilename : input)
  const path = stdin ? stdinFilename : shortPath(input)
  const project = await projectOf(absolute, run)
  if (project === undefined) return undefined
  try {
    const text = stdin ? await readStdin(project.maxFileSize) : readText(input, project.maxFileSize)
    return { path, absolute, project, ...(await look(text, { absolute, stdin, path }, project, run)) }
  } catch (error) {
    fail(run, path, reasonOf(error))
    if (!(error instanceof UsageError)) stackOf(error)
    return undefined
  }
}

/** With all that its project says of it. */
export function articleOf(text: string, absolute: string, project: Project, { flags }: Run): ArticleInput {
  return {
    text,
    path: absolute,
    settings: project.settingsFor(absolute),
    date: flags.date,
    dateElse: project.dateFor(absolute),
    keep: project.keepFor(absolute),
  }
}

type Looked = Pick<FileReport, 'findings' | 'output' | 'edits'>

async function look(
  text: string,
  { absolute, stdin, path }: { absolute: string; stdin: boolean; path: string },
  project: Project,
  run: Run,
): Promise<Looked> {
  const { fix, fixDryRun } = run.flags
  const article = articleOf(text, absolute, project, run)
  if (!fix && !fixDryRun) return { findings: (await project.session.lint(article)).findings.map(rowOf) }
  const { fixedText } = await import('./fix.js')
  const fixed = await fixedText(article, project.session)
  if (fixDryRun) return { findings: fixed.before, output: fixed.output, edits: fixed.edits }
  if (stdin) {
    run.fixedStdin = true
    process.stdout.write(fixed.output ?? text)
  } else if (fixed.output !== undefined) {
    const { write } = await import('./write.js')
    try {
      write(absolute, fixed.output)
    } catch (error) {
      fail(run, path, `not fixed, ${reasonOf(error)}`)
      return { findings: fixed.before }
    }
  }
  return { findings: fixed.after }
}

export function fail(run: Run, ...parts: string[]): void {
  run.failed = true
  complain(...parts)
}
