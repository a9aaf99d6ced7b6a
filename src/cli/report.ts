/**
 * Findings to a report, where it is wanted, and to the question whether the run fails: a finding at the threshold,
 * or more warnings than allowed, known and old ones aside. `--quiet` hides all but errors; the warnings still count against their limit.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { bySeverity } from '../findings/finding.js'
import { reporters } from '../reporters/index.js'
import { plainPaper } from '../reporters/reporter.js'
import { isOpen, type Row } from '../reporters/row.js'
import { complain, reasonOf, UsageError } from './fail.js'
import type { LintFlags } from './flags.js'
import type { Linted } from './run/collect.js'
import { paperFor } from './terminal.js'

export async function writeReport(
  results: readonly Linted[],
  flags: LintFlags,
  toStderr = false,
): Promise<void> {
  const reporter = await (reporters[flags.format] as (typeof reporters)[string])()
  const shown = results.map((result) => ({ ...result, findings: visibleOf(open(result), flags) }))
  if (flags.outputFile === undefined) {
    const stream = toStderr ? process.stderr : process.stdout
    const text =
      results.length > 0 || flags.format !== 'stylish' ? reporter(shown, paperFor(stream, flags)) : ''
    if (text) stream.write(text)
    return
  }
  const text = reporter(shown, { ...plainPaper, all: flags.all ?? false })
  try {
    mkdirSync(dirname(flags.outputFile), { recursive: true })
    writeFileSync(flags.outputFile, text)
  } catch (error) {
    throw new UsageError(`${flags.outputFile}: ${reasonOf(error)}`)
  }
}

function open<T extends { findings: readonly Row[] }>(result: T): T {
  return { ...result, findings: result.findings.filter(isOpen) }
}

function visibleOf({ findings }: Linted, { quiet }: LintFlags) {
  return quiet ? findings.filter((f) => f.severity === 'error') : findings
}

export function exceeds(all: readonly Linted[], flags: LintFlags): boolean {
  const results = all.map(open)
  const failing = results.some((result) =>
    visibleOf(result, flags).some((f) => bySeverity(f.severity, result.project.failOn) <= 0),
  )
  let tooMany = false
  for (const project of new Set(results.map((r) => r.project))) {
    const most = project.maxWarnings
    if (most === undefined) continue
    const count = results
      .filter((r) => r.project === project)
      .reduce((sum, { findings }) => sum + findings.filter((f) => f.severity === 'warning').length, 0)
    if (count <= most) continue
    tooMany = true
    complain(`${count} ${count === 1 ? 'warning' : 'warnings'}, at most ${most} are allowed`)
  }
  return failing || tooMany
}
