/**
 * A run's findings held against the baselines of its projects: what is known is marked as suppressed, what is over counts
 * again, and after the report a line says how many are known. An entry that nothing matches is stale; in CI (`CI` in the
 * environment) or with `--report-stale` each is named and fails the run, because a mended defect could come back unseen.
 */
import { existsSync } from 'node:fs'
import { type Baseline, holdAgainst, isOver, openBaseline } from '../../config/baseline.js'
import { baselineOf } from '../../config/baseline-place.js'
import type { Entry } from '../../findings/baseline.js'
import type { Match } from '../../findings/compare.js'
import { isOpen, isUndecided, type Row } from '../../reporters/row.js'
import { counted } from '../../reporters/summary.js'
import { complain, UsageError } from '../fail.js'
import type { LintFlags } from '../flags.js'
import type { Linted } from '../run/collect.js'
import type { Run } from '../run/run.js'
import { problemHere, shortPath } from '../short-path.js'

export interface Known {
  results: Linted[]
  /** Says on stderr what is known, over and stale; whether stale entries fail the run. */
  say(): boolean
}

interface Told {
  path: string
  /** Findings that it hides. */
  hides: number
  stale: { known: Entry; count: number }[]
  over: Set<Entry>
}

export async function againstBaselines(linted: readonly Linted[], run: Run): Promise<Known> {
  const results = [...linted]
  const baselines: Told[] = []
  for (const [baseline, places] of await baselinesOf(linted, run.flags)) {
    const articles = places.map((at) => {
      const { absolute, findings } = linted[at] as Linted
      return { file: absolute, findings: findings.filter(stands) }
    })
    const ignored = (file: string) => (linted[places[0] as number] as Linted).project.ignores(file)
    const held = holdAgainst(baseline, articles, (file) => !existsSync(file) || ignored(file))
    const told: Told = { path: baseline.path, hides: 0, stale: held.stale, over: new Set() }
    for (const [i, at] of places.entries()) {
      const one = linted[at] as Linted
      const rows = (held.articles[i] ?? []).map(({ finding, match }) => marked(finding, match, told))
      results[at] = { ...one, findings: [...rows, ...one.findings.filter((row) => !stands(row))] }
    }
    baselines.push(told)
  }
  return { results, say: () => sayKnown(results, baselines, run) }
}

/** Neither one that stood there before and does no more nor one that its text decided. */
function stands(row: Row): boolean {
  return row.baseline !== 'absent' && isUndecided(row)
}

function marked(row: Row, { state, known }: Match<Entry>, told: Told): Row {
  if (known !== undefined && isOver(known)) told.over.add(known)
  if (known === undefined || isOver(known)) return { ...row, baseline: row.baseline ?? 'new' }
  if (isOpen(row)) told.hides++
  const { reason } = known
  return {
    ...row,
    baseline: row.baseline ?? state,
    suppressed: { kind: 'external', ...(reason && { justification: reason }) },
  }
}

/** Each baseline with the places of its articles among the results. */
async function baselinesOf(
  linted: readonly Linted[],
  { baseline: asked }: LintFlags,
): Promise<Map<Baseline, number[]>> {
  const byPath = new Map<string, { baseline: Baseline | undefined; places: number[] }>()
  for (const [at, { project }] of linted.entries()) {
    const place = baselineOf(project, asked)
    if (place === undefined) continue
    let one = byPath.get(place.path)
    if (one === undefined) {
      one = { baseline: await openBaseline(place.path, project), places: [] }
      byPath.set(place.path, one)
      if (one.baseline === undefined && place.named)
        throw new UsageError(`${shortPath(place.path)}: no such baseline, "zhengming baseline" writes it`)
    }
    one.places.push(at)
  }
  return new Map(
    [...byPath.values()].flatMap(({ baseline, places }) => (baseline ? [[baseline, places] as const] : [])),
  )
}

const mostLines = 10

function sayKnown(results: readonly Linted[], baselines: readonly Told[], { flags }: Run): boolean {
  const { since, staged, reportStale = inCI() } = flags
  let failing = false
  if (since !== undefined || staged) {
    const old = results.flatMap(({ findings }) => findings.filter(isOld)).length
    const before = since === undefined ? 'HEAD' : since
    if (old > 0) complain(`${counted(old, 'finding')} not counted, there before (${before})`)
  }
  for (const { path, hides, stale, over } of baselines) {
    const name = shortPath(path)
    sayEach(
      path,
      [...over],
      (entry) => `${named(entry)} in ${entry.file} was known until ${entry.until} and counts again`,
    )
    const entries = stale.map(({ known }) => known)
    if (reportStale)
      sayEach(path, entries, (entry) => `stale, ${entry.file} has no ${named(entry)} there any more`)
    if (hides > 0) complain(`${counted(hides, 'finding')} not counted, known in ${name}`)
    if (entries.length === 0) continue
    complain(
      `${entries.length} stale ${entries.length === 1 ? 'entry' : 'entries'} in ${name}: zhengming baseline --prune`,
    )
    failing ||= reportStale
  }
  return failing
}

function named({ finding }: Entry): string {
  if (finding === undefined) return 'finding'
  return `${finding.rule} "${finding.found || finding.concept}"`
}

function sayEach(path: string, entries: readonly Entry[], message: (entry: Entry) => string): void {
  const sorted = [...entries].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  for (const entry of sorted.slice(0, mostLines))
    complain(problemHere({ file: path, line: entry.line ?? 1, column: 1, message: message(entry) }))
  if (sorted.length > mostLines) complain(shortPath(path), `and ${sorted.length - mostLines} more`)
}

function isOld({ baseline }: Row): boolean {
  return baseline === 'unchanged' || baseline === 'updated'
}

function inCI(): boolean {
  const { CI } = process.env
  return CI !== undefined && !/^(|0|false)$/i.test(CI)
}
