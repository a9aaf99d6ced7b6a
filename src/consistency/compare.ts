/** What changed since an earlier report: adherence and wavering per concept, and the points per 1,000 words. */
import { format, type Report } from './report.js'

export interface Change {
  id: string
  zh: string
  preferred: string
  /** Undefined on the side where the concept does not stand. */
  before: { accepted: number; effective: number; occurrences: number } | undefined
  after: Change['before']
}

export interface Comparison {
  made: string
  articles: number
  points: { before: number | undefined; after: number | undefined }
  accepted: { before: number | undefined; after: number | undefined }
  /** Concepts that moved, those that moved most first. */
  concepts: Change[]
}

/** Whether this is a report that can be compared with. */
export function isReport(data: unknown): data is Report {
  return (
    typeof data === 'object' &&
    data !== null &&
    (data as Report).format === format &&
    Array.isArray((data as Report).concepts)
  )
}

export function compare(earlier: Report, now: Report): Comparison {
  const before = new Map(earlier.concepts.map((one) => [one.id, one]))
  const after = new Map(now.concepts.map((one) => [one.id, one]))
  const changes: Change[] = []
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(id), after.get(id)]
    const one = b ?? a
    const change = { before: stateOf(a), after: stateOf(b) }
    if (one && (change.before || change.after) && moved(change) !== 0)
      changes.push({ id, zh: one.zh, preferred: one.preferred, ...change })
  }
  return {
    made: earlier.head.made,
    articles: earlier.totals.articles,
    points: { before: earlier.quality?.all.points, after: now.quality?.all.points },
    accepted: { before: earlier.totals.adherence?.accepted, after: now.totals.adherence?.accepted },
    concepts: changes.sort((a, b) => moved(b) - moved(a) || (a.id < b.id ? -1 : 1)),
  }
}

function stateOf(one: Report['concepts'][number] | undefined): Change['before'] {
  if (one?.folded == null || one.adherence == null) return undefined
  const { occurrences, effective } = one.folded
  return { accepted: one.adherence.accepted.share, effective, occurrences }
}

/** In occurrences, so that a rare concept does not lead. */
function moved({ before, after }: Pick<Change, 'before' | 'after'>): number {
  if (before === undefined || after === undefined) return (before ?? after)?.occurrences ?? 0
  const most = Math.max(before.occurrences, after.occurrences)
  return most * (Math.abs(after.accepted - before.accepted) + Math.abs(after.effective - before.effective))
}
