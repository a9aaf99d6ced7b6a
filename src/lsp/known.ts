/**
 * Findings that the desk's baseline does not know, for the editor: those of the others nobody need see while writing. The
 * baseline is read again when its file changes; one that is missing or broken knows nothing, which the command line says.
 */
import { statSync } from 'node:fs'
import { type Baseline, nameIn, notKnown, openBaseline } from '../config/baseline.js'
import { baselineOf } from '../config/baseline-place.js'
import type { Project } from '../config/project.js'
import type { Entry } from '../findings/baseline.js'
import type { Finding } from '../findings/finding.js'

export async function unknown(findings: Finding[], file: string, project: Project): Promise<Finding[]> {
  const place = baselineOf(project, undefined)
  const stat = place && statSync(place.path, { throwIfNoEntry: false })
  if (place === undefined || stat === undefined) return findings
  const looks = `${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`
  let opened = byProject.get(project)
  if (opened?.looks !== looks) {
    opened = { looks, entries: entriesOf(openBaseline(place.path, project)) }
    byProject.set(project, opened)
  }
  const entries = (await opened.entries).get(nameIn(place.path, file)) ?? []
  return notKnown({ path: place.path, entries }, file, findings)
}

/** By file: a baseline has many, and an editor looks at one. */
type Entries = Map<string, Entry[]>

const byProject = new WeakMap<Project, { looks: string; entries: Promise<Entries> }>()

async function entriesOf(opening: Promise<Baseline | undefined>): Promise<Entries> {
  const all: Entries = new Map()
  const baseline = await opening.catch(() => undefined)
  for (const entry of baseline?.entries ?? []) {
    const here = all.get(entry.file) ?? []
    here.push(entry)
    all.set(entry.file, here)
  }
  return all
}
