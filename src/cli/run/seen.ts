/**
 * What is known of files before any is opened: for those that nobody touched, a name for all that their findings depend on.
 * Only `--cache` asks.
 */
import { dirname } from 'node:path'
import type { Project } from '../../config/project.js'
import type { Cache } from './cache.js'
import { lookedAt } from './looked-at.js'
import { projectOf, type Run } from './run.js'

export interface Seen {
  file: string
  /** Undefined for standard input, and where the config is broken. */
  project: Project | undefined
  /** Undefined where the file must be read. */
  name: string | undefined
}

export async function seen(files: readonly string[], run: Run, cache: Cache): Promise<Seen[]> {
  const all: Seen[] = []
  let folder: string | undefined
  let project: Project | undefined
  for (const file of files) {
    const here = dirname(file)
    if (here !== folder) {
      folder = here
      project = file === '-' ? undefined : await projectOf(file, run)
    }
    const name = project && cache.nameOf(file, lookedAt('', file, project, run.flags.date), project)
    all.push({ file, project, name })
  }
  return all
}
