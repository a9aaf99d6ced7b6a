/**
 * What stands in the baseline of a project, and findings held against it. Its paths are relative to its own folder. For the
 * command line and editors.
 */
import { readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { type Entry, readBaseline } from '../findings/baseline.js'
import { compare, type Match } from '../findings/compare.js'
import { markOf, whatHash, whatOf } from '../findings/fingerprint.js'
import { DataError } from '../glossary/problem.js'
import { renamed } from '../glossary/renamed.js'
import type { Project } from './project.js'
import { today } from './today.js'

export interface Baseline {
  path: string
  entries: readonly Entry[]
}

/** Undefined where there is none. Concepts go by the ids that they have now. */
export async function openBaseline(path: string, project: Project): Promise<Baseline | undefined> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return baselineIn(text, path, project)
}

/** What a text says that is, or will be, the file at `path`. */
export async function baselineIn(text: string, path: string, project: Project): Promise<Baseline> {
  const { entries, problems } = readBaseline(text, path)
  if (problems.length > 0) throw new DataError(problems)
  const now = renamed((await project.session()).data.glossary.concepts)
  return { path, entries: entries.map((entry) => withConcept(entry, now)) }
}

function withConcept(entry: Entry, now: (id: string) => string): Entry {
  const concept = entry.finding && now(entry.finding.concept)
  if (entry.finding === undefined || concept === undefined || concept === entry.finding.concept) return entry
  const finding = { ...entry.finding, concept }
  return { ...entry, finding, what: whatHash(finding) }
}

/** How a file is called in the baseline. */
export function nameIn(baseline: string, file: string): string {
  return relative(dirname(baseline), file).replaceAll(sep, '/')
}

export interface Article<F> {
  /** Absolute. */
  file: string
  findings: readonly F[]
}

type Source = Parameters<typeof markOf>[0]

/** A finding as an entry; `file` as `nameIn` has it. */
export function entryOf(
  finding: Source,
  file: string,
  { reason, owner, until }: Pick<Entry, 'reason' | 'owner' | 'until'> = {},
): Entry {
  return {
    ...markOf(finding, file),
    count: 1,
    finding: whatOf(finding),
    ...(reason && { reason }),
    ...(owner && { owner }),
    ...(until && { until }),
  }
}

export interface Held<F> {
  /** For each article, its findings with what they are known as. */
  articles: { finding: F; match: Match<Entry> }[][]
  /** Entries of these articles, and of files that are gone, that nothing matches. */
  stale: { known: Entry; count: number }[]
  /** Entries of files that were not looked at. */
  elsewhere: Entry[]
}

/** Findings held against a baseline. `gone`: whether a file that was not looked at is there no more. */
export function holdAgainst<F extends Source>(
  { path, entries }: Baseline,
  articles: readonly Article<F>[],
  gone: (file: string) => boolean,
): Held<F> {
  const files = new Set(articles.map(({ file }) => nameIn(path, file)))
  const asked = new Map<string, boolean>()
  const isHere = (name: string) => {
    const known = asked.get(name) ?? (files.has(name) || gone(resolve(dirname(path), name)))
    asked.set(name, known)
    return known
  }
  const here = entries.filter(({ file }) => isHere(file))
  const elsewhere = entries.filter(({ file }) => !isHere(file))
  const marks = articles.flatMap(({ file, findings }) => {
    const name = nameIn(path, file)
    return findings.map((finding) => markOf(finding, name))
  })
  const { matches, left } = compare(here, marks, files)
  let at = 0
  const held = articles.map(({ findings }) =>
    findings.map((finding) => ({ finding, match: matches[at++] as Match<Entry> })),
  )
  return { articles: held, stale: left, elsewhere }
}

/** What of one article nobody knows yet: for an editor, which looks at no other. */
export function notKnown<F extends Source>(baseline: Baseline, file: string, findings: readonly F[]): F[] {
  const { articles } = holdAgainst(baseline, [{ file, findings }], () => false)
  return articles
    .flat()
    .filter(({ match: { known } }) => known === undefined || isOver(known))
    .map(({ finding }) => finding)
}

/** Its time is over: what it covers counts again. */
export function isOver({ until }: Entry): boolean {
  return until !== undefined && until < today()
}
