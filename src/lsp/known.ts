/**
 * What the baselines of the workspace know, as they lie on the disk: read anew where a file is not the one of last time, so that what
 * `zhengming baseline` writes counts with the next look. A baseline that is broken knows nothing; what is wrong with it is kept to be shown.
 */
import { statSync } from 'node:fs'
import { type Baseline, nameIn, notKnown, openBaseline } from '../config/baseline.js'
import { baselineOf } from '../config/baseline-place.js'
import type { Project } from '../config/project.js'
import type { Finding } from '../findings/finding.js'
import type { Problem } from '../glossary/problem.js'
import { problemsOf } from './warm.js'

export interface Known {
  /** Where the known findings of a file stand, or would. */
  placeFor(file: string, project: Project): string
  /** Those of a file's findings that it does not know yet. */
  notKnown(file: string, project: Project, findings: Finding[]): Promise<Finding[]>
  /** Whether some text was held against this file. */
  has(path: string): boolean
  problems(): Problem[]
}

interface Kept {
  tag: string
  project: Project
  /** By what a file is called there: an archive's baseline has a hundred thousand entries, an article a few. */
  byFile: ReadonlyMap<string, Baseline['entries']>
  problems: Problem[]
}

/** `folderOf`: where a baseline lies for a file that no config holds for. */
export function knownOf(folderOf: (file: string) => string): Known {
  const kept = new Map<string, Kept>()

  function placeFor(file: string, project: Project): string {
    return (baselineOf(project, undefined, folderOf(file)) as { path: string }).path
  }

  async function read(path: string, project: Project): Promise<Kept> {
    const stat = statSync(path, { throwIfNoEntry: false })
    const tag = stat ? `${stat.ino}:${stat.mtimeMs}:${stat.size}` : ''
    const before = kept.get(path)
    if (before?.tag === tag && before.project === project) return before
    const now = { tag, project, ...(await entriesIn(path, project)) }
    kept.set(path, now)
    return now
  }

  return {
    placeFor,
    async notKnown(file, project, findings) {
      const path = placeFor(file, project)
      const entries = (await read(path, project)).byFile.get(nameIn(path, file))
      return entries ? notKnown({ path, entries }, file, findings) : findings
    },
    has: (path) => kept.has(path),
    problems: () => [...kept.values()].flatMap(({ problems }) => problems),
  }
}

async function entriesIn(path: string, project: Project): Promise<Pick<Kept, 'byFile' | 'problems'>> {
  try {
    const byFile = new Map<string, Baseline['entries'][number][]>()
    for (const entry of (await openBaseline(path, project))?.entries ?? []) {
      const same = byFile.get(entry.file)
      if (same) same.push(entry)
      else byFile.set(entry.file, [entry])
    }
    return { byFile, problems: [] }
  } catch (error) {
    return { byFile: new Map(), problems: problemsOf(error, path) }
  }
}
