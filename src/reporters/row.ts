/**
 * A finding as reports need it: plain, and cut loose from the article's text and from unified's message, both of which
 * are many times larger. A corpus has a hundred thousand of these in memory at once.
 */
import type { Finding, Fix, Related } from '../findings/finding.js'
import { fingerprintOf } from '../findings/fingerprint.js'
import type { Severity } from '../glossary/compiled.js'
import type { Result } from '../session.js'

export interface Row {
  ruleId: string
  severity: Severity
  message: string
  line: number
  column: number
  endLine: number
  endColumn: number
  actual: string
  expected: readonly string[]
  when: string | undefined
  note: string | undefined
  concept: string | undefined
  zh: string | undefined
  url: string | undefined
  fix: Fix | undefined
  related: readonly Related[] | undefined
  /** Hash of its sentence. */
  sentence?: string | undefined
  /** The same in every run that finds it, wherever it stands. */
  fingerprint?: string
  /** Against the baseline or the state that `--since` names. */
  baseline?: 'new' | 'unchanged' | 'updated' | 'absent'
  /** Decided already: in the text itself, or in a file beside it. */
  suppressed?: { kind: 'inSource' | 'external'; justification?: string }
}

/** Whether anybody has to do anything about it: what fails a run, counts in a score and stands in reports for people. */
export function isOpen({ suppressed, baseline = 'new' }: Row): boolean {
  return suppressed === undefined && baseline === 'new'
}

/** Whether neither a comment in the text nor a decision of the desk speaks of it, before a baseline does. */
export function isUndecided({ suppressed }: Row): boolean {
  return suppressed === undefined
}

/** Of an article: what is left to do, then what its comments switch off. */
export function rowsOf({ findings, disabled }: Pick<Result, 'findings' | 'disabled'>): Row[] {
  return [
    ...findings.map(rowOf),
    ...disabled.map(({ finding, reason }): Row => {
      return { ...rowOf(finding), suppressed: { kind: 'inSource', ...(reason && { justification: reason }) } }
    }),
  ]
}

export function rowOf(finding: Finding): Row {
  const { line = 1, column = 1, place } = finding
  const end = place !== undefined && 'end' in place ? place.end : { line, column }
  return {
    ruleId: finding.ruleId,
    severity: finding.severity,
    message: copied(finding.reason),
    line,
    column,
    endLine: end.line,
    endColumn: end.column,
    actual: copied(finding.actual),
    expected: finding.expected,
    when: finding.when,
    note: finding.note,
    concept: finding.concept,
    zh: finding.zh,
    url: finding.url,
    fix: finding.fix,
    related: finding.related,
    sentence: finding.sentence,
    fingerprint: fingerprintOf(finding),
  }
}

/** A slice of a text holds on to the whole of it, a joined text to all its parts; one that is built anew does not. */
function copied(text: string): string {
  return ` ${text}`.slice(1)
}
