/**
 * What a change of glossary does to a corpus: findings that come, findings that go, and findings that stay at their place
 * but expect something else. Both runs saw the same texts, so a finding is the same where rule, concept and range are.
 * Fold of concept, form and expectation; the most frequent first. It reads and lints nothing itself.
 */
import { bySeverity, type Finding } from '../findings/finding.js'
import type { Severity } from './compiled.js'
import { folded } from './find.js'

export interface ImpactPlace {
  file: string
  line: number
  column: number
}

export interface ImpactRow {
  rule: string
  severity: Severity
  concept: string | undefined
  zh: string | undefined
  /** As it stands at the first place. */
  found: string
  expected: string[]
  /** What was expected before, where only that changed. */
  before?: { expected: string[]; severity: Severity }
  count: number
  places: ImpactPlace[]
}

export interface Impact {
  files: number
  gained: ImpactRow[]
  lost: ImpactRow[]
  changed: ImpactRow[]
}

export interface ImpactBooks {
  add(file: string, before: readonly Finding[], after: readonly Finding[]): void
  result(): Impact
}

export function impactBooks(): ImpactBooks {
  const sheets = { gained: sheet(), lost: sheet(), changed: sheet() }
  let files = 0
  return {
    add(file, before, after) {
      files++
      const open = new Map<string, Finding[]>()
      for (const finding of before) open.set(keyOf(finding), [...(open.get(keyOf(finding)) ?? []), finding])
      for (const finding of after) {
        const old = open.get(keyOf(finding))?.shift()
        if (old === undefined) sheets.gained.add(file, finding)
        else if (said(old) !== said(finding)) sheets.changed.add(file, finding, old)
      }
      for (const left of open.values()) for (const finding of left) sheets.lost.add(file, finding)
    },
    result: () => ({
      files,
      gained: sheets.gained.rows(),
      lost: sheets.lost.rows(),
      changed: sheets.changed.rows(),
    }),
  }
}

function keyOf({ ruleId, concept, start, end }: Finding): string {
  return JSON.stringify([ruleId, concept, start, end])
}

function said({ expected, severity }: Finding): string {
  return JSON.stringify([expected, severity])
}

function sheet() {
  const rows = new Map<string, ImpactRow>()
  return {
    add(file: string, finding: Finding, old?: Finding): void {
      const { ruleId, severity, concept, zh, actual, expected, line = 1, column = 1 } = finding
      const before = old && { expected: old.expected, severity: old.severity }
      const key = JSON.stringify([ruleId, concept, folded(actual), expected, severity, before])
      const row = rows.get(key) ?? {
        ...{ rule: ruleId, severity, concept, zh, found: actual.replace(/\s+/g, ' '), expected },
        ...(before ? { before } : {}),
        count: 0,
        places: [],
      }
      row.count++
      row.places.push({ file, line, column })
      rows.set(key, row)
    },
    rows: () => [...rows.values()].sort((a, b) => bySeverity(a.severity, b.severity) || b.count - a.count),
  }
}
