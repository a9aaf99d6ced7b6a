/**
 * Files that nobody touched since their findings were kept: reported without being opened, all in one go, before any other
 * is linted.
 */
import { dirname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Project } from '../../config/project.js'
import type { FileReport } from '../../reporters/reporter.js'
import type { Row } from '../../reporters/row.js'
import { shortPath } from '../short-path.js'
import type { Cache } from './cache.js'
import { type Linted, lookedAt } from './collect.js'
import type { Found } from './crew.js'
import { projectOf, type Run } from './run.js'

/** So many at a time; signals come in between. */
const together = 200

/**
 * Numbers of the files that are left. Where that is none, nothing is done often enough to be worth optimizing: V8's compiler
 * would take as much of the processor as all the rest. (The flag is known to Node 20 to 26.)
 */
export async function unchanged(
  files: readonly string[],
  run: Run,
  cache: Cache,
  done: (i: number, one: Linted) => void,
): Promise<number[]> {
  setFlagsFromString('--no-opt')
  const left = await reported(files, run, cache, done)
  if (left.length > 0) setFlagsFromString('--opt')
  return left
}

async function reported(
  files: readonly string[],
  run: Run,
  cache: Cache,
  done: (i: number, one: Linted) => void,
): Promise<number[]> {
  const left: number[] = []
  let folder: string | undefined
  let project: Project | undefined
  for (let i = 0; i < files.length && !run.interrupted; i++) {
    const file = files[i] as string
    const here = dirname(file)
    if (here !== folder) {
      folder = here
      project = file === '-' ? undefined : await projectOf(file, run)
    }
    const found = project && cache.untouched(file, lookedAt('', file, project, run.flags.date), project)
    if (found && project)
      done(i, { path: shortPath(file), absolute: file, project, ...judged(found, file, project) })
    else left.push(i)
    if (i % together === 0) await new Promise(setImmediate)
  }
  return left
}

/** What the desk decided to let stand is marked as such, with its reason. */
export function judged(
  { rows, words }: Found,
  file: string,
  project: Project,
): Pick<FileReport, 'findings' | 'words'> {
  const reasonOf = project.reasonsFor(file)
  if (reasonOf === undefined) return { findings: rows, words }
  const findings = rows.map((row): Row => {
    const justification = row.suppressed ? undefined : reasonOf(row)
    return justification === undefined ? row : { ...row, suppressed: { kind: 'external', justification } }
  })
  return { findings, words }
}
