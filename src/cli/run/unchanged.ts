/**
 * Files that nobody touched since their findings were kept: reported without being opened, all in one go, before any other
 * is linted.
 */
import type { Project } from '../../config/project.js'
import type { FileReport } from '../../reporters/reporter.js'
import type { Row } from '../../reporters/row.js'
import { shortPath } from '../short-path.js'
import type { Cache } from './cache.js'
import type { Linted } from './collect.js'
import type { Found } from './crew.js'
import type { Run } from './run.js'
import type { Seen } from './seen.js'

/** So many at a time; signals come in between. */
const together = 200

/** Numbers of the files that are left. */
export async function unchanged(
  all: readonly Seen[],
  run: Run,
  cache: Cache,
  done: (i: number, one: Linted) => void,
): Promise<number[]> {
  const left: number[] = []
  for (let i = 0; i < all.length && !run.interrupted; i++) {
    const { file, project, name } = all[i] as Seen
    const found = name === undefined ? undefined : cache.get(name)
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
