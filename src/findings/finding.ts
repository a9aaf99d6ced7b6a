/**
 * A finding: one VFileMessage of unified with what an editor, a script and a fix need beside it. Severity stands in
 * `fatal` as unified has it: true error, false warning, undefined info.
 */
import type { VFileMessage } from 'vfile-message'
import type { Range } from '../formats/source.js'
import type { Severity } from '../glossary/compiled.js'

/** `safe` cannot change meaning and is what `--fix` applies; `suggested` wants a person. */
export interface Fix extends Range {
  text: string
  class: 'safe' | 'suggested'
}

export interface Related extends Range {
  message: string
}

export interface Finding extends VFileMessage {
  ruleId: string
  severity: Severity
  start: number
  end: number
  actual: string
  expected: string[]
  /** When which of several is right. */
  when?: string
  /** Id of the concept, and its Chinese. */
  concept?: string
  zh?: string
  /** Hash of its sentence: see `fingerprint.ts`. */
  sentence?: string
  fix?: Fix
  related?: Related[]
}

export function isFinding(message: VFileMessage): message is Finding {
  return message.source === 'zhengming' && 'severity' in message
}

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

export function bySeverity(a: Severity, b: Severity): number {
  return order[a] - order[b]
}
