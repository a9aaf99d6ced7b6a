/**
 * Files to findings, one after the other. What cannot be read or linted is one line on stderr and marks the run as failed;
 * the others are linted all the same.
 */
import { resolve } from 'node:path'
import type { Project } from '../../config/project.js'
import type { FileReport } from '../../reporters/reporter.js'
import { rowOf } from '../../reporters/row.js'
import type { ArticleInput } from '../../session.js'
import { reasonOf, stackOf, UsageError } from '../fail.js'
import { readStdin, readText } from '../read.js'
import { shortPath } from '../short-path.js'
import { inputs } from './inputs.js'
import { fail, projectOf, type Run } from './run.js'

export interface Linted extends FileReport {
  project: Project
}

export async function collect(args: readonly string[], run: Run): Promise<Linted[]> {
  const results: Linted[] = []
  for (const one of await inputs(args, run)) {
    const linted = await attempt(one, run)
    if (linted === undefined) continue
    results.push(linted)
    run.each?.(linted)
  }
  return results
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

type Looked = Pick<FileReport, 'findings' | 'output' | 'edits' | 'words' | 'text'>

async function look(
  text: string,
  { absolute, stdin, path }: { absolute: string; stdin: boolean; path: string },
  project: Project,
  run: Run,
): Promise<Looked> {
  const { fix, fixDryRun } = run.flags
  const article = articleOf(text, absolute, project, run)
  if (!fix && !fixDryRun) {
    const { findings, words, text } = await project.session.lint(article)
    return { findings: findings.map(rowOf), words, ...(run.keepsText ? { text } : {}) }
  }
  const { fixedText } = await import('../fix.js')
  const fixed = await fixedText(article, project.session)
  const { words } = fixed
  const as = (state: 'before' | 'after') => ({
    findings: fixed[state],
    words,
    ...(run.keepsText ? { text: fixed.texts[state] } : {}),
  })
  if (fixDryRun) return { ...as('before'), output: fixed.output, edits: fixed.edits }
  if (stdin) {
    run.fixedStdin = true
    process.stdout.write(fixed.output ?? text)
  } else if (fixed.output !== undefined) {
    const { write } = await import('../write.js')
    try {
      write(absolute, fixed.output)
    } catch (error) {
      fail(run, path, `not fixed, ${reasonOf(error)}`)
      return as('before')
    }
  }
  return as('after')
}
