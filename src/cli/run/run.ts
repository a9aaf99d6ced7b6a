/** What the steps of one run share: its flags, its projects, what was said already and whether something failed. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Project, type Projects, projects } from '../../config/project.js'
import { DataError } from '../../glossary/problem.js'
import { complain, UsageError } from '../fail.js'
import { type LintFlags, overlayOf } from '../flags.js'
import { outputsOf } from '../formats.js'
import { problemHere } from '../short-path.js'
import type { Linted } from './collect.js'

export interface Run {
  flags: LintFlags
  projects: Projects
  /** Projects and errors that had their say: once each. */
  said: Set<unknown>
  failed: boolean
  /** Standard input mended goes to standard output, and the report to stderr. */
  fixedStdin?: boolean
  /** Is told of each file as soon as it is done, in their order. */
  each?: ((one: Linted) => void) | undefined
  /** A format wants the text of the articles, which are otherwise let go. */
  keepsText?: boolean
  /** Not all files were looked at: a shard, a crash, an interrupt. */
  partial?: boolean
  /** Ctrl-C: what is done is reported, and no more is begun. */
  interrupted?: boolean
}

export async function startRun(flags: LintFlags): Promise<Run> {
  const overlay = await overlayOf(flags)
  const config = typeof flags.config === 'string' ? resolve(flags.config) : flags.config
  if (config && !existsSync(config)) throw new UsageError(`--config ${flags.config}: no such file`)
  const keepsText = (await outputsOf(flags)).some(({ format }) => format.needs === 'text')
  return { flags, projects: projects(config, overlay), said: new Set(), failed: false, keepsText }
}

/** The project of a file, or nothing where its config is broken, which is said once. */
export async function projectOf(file: string, run: Run): Promise<Project | undefined> {
  try {
    const project = await run.projects.of(file)
    if (!run.said.has(project))
      for (const one of [...project.expired, ...project.doubtful]) complain(problemHere(one))
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

export function fail(run: Run, ...parts: string[]): void {
  run.failed = true
  complain(...parts)
}
