/**
 * Repeats folded for people: one block for each concept and what it should be called, or, where there is no concept,
 * for each rule with what was found and expected. Worst severity first, then by first place. The data is never folded.
 */
import { bySeverity } from '../findings/finding.js'
import type { Severity } from '../glossary/compiled.js'
import type { Row } from './row.js'

export interface Block {
  severity: Severity
  /** In order of place; the first speaks for the block. */
  findings: Row[]
  /** What stands there, as often as it does, first found first. */
  actual: Map<string, number>
  rules: string[]
  /** Every reason once. */
  notes: string[]
  /** Which of several names is right when. */
  when?: string
}

export function fold(findings: readonly Row[]): Block[] {
  const blocks = new Map<string, Block>()
  for (const finding of findings) {
    const key = keyOf(finding)
    let block = blocks.get(key)
    if (block === undefined) {
      block = { severity: finding.severity, findings: [], actual: new Map(), rules: [], notes: [] }
      blocks.set(key, block)
    }
    add(block, finding)
  }
  // A stable sort: blocks were made in order of first place.
  return [...blocks.values()].sort((a, b) => bySeverity(a.severity, b.severity))
}

/** Findings with the same are one block. */
export function keyOf({ ruleId, concept, actual, expected }: Row): string {
  return JSON.stringify(concept === undefined ? [ruleId, actual, expected] : [concept, expected])
}

function add(block: Block, finding: Row): void {
  block.findings.push(finding)
  const same = [...block.actual.keys()].find((one) => one.toLowerCase() === finding.actual.toLowerCase())
  const actual = same ?? finding.actual
  block.actual.set(actual, (block.actual.get(actual) ?? 0) + 1)
  if (bySeverity(finding.severity, block.severity) < 0) block.severity = finding.severity
  if (!block.rules.includes(finding.ruleId)) block.rules.push(finding.ruleId)
  if (finding.note !== undefined && !block.notes.includes(finding.note)) block.notes.push(finding.note)
  if (finding.when !== undefined) block.when = finding.when
}
