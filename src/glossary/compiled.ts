/**
 * A glossary as the run needs it: plain data, so that the build can write it to a file and the start can read
 * it without YAML. Made by `compile.ts`; turned into an index by `resolve.ts`.
 */
export type Severity = 'error' | 'warning' | 'info'
export type Status = 'preferred' | 'admitted' | 'superseded' | 'deprecated' | 'attested'

export interface CompiledContext {
  after?: string[]
  before?: string[]
  with?: string[]
  without?: string[]
  about?: string[]
}

export interface CompiledConcept {
  id: string
  zh: string[]
  kind: string
  preferred: string
  insert?: string
  note?: string
  sources: string[]
  vary?: boolean
  contested?: boolean
  since?: string
  until?: string
  /** Ids that it went by before, or of concepts that it took in. */
  replaces?: string[]
  /** Siblings; with a context, those that are meant where it fits. */
  confusable?: { concept: string; because?: string; context?: CompiledContext }[]
  decisions?: { date: string; by: string; because: string }[]
  formula?: { slots: string[][]; least: number; needs: number[]; without: string[] }
}

export interface CompiledForm {
  /** Index into `concepts`. */
  concept: number
  status: Status
  /** As the glossary writes it; may be a pattern. */
  term: string
  /** Every sequence it stands for, folded words joined by a space; `*` before a plural that was derived. */
  sequences: string[]
  /** The verbs that it begins with, as a dictionary has them: what takes its place must be a verb, too. */
  verbs?: string[]
  /** Counts as one with the preferred form. */
  short?: true
  expand?: 'first' | 'never'
  when?: string
  usedBy?: string[]
  until?: string
  why?: string
  severity?: Severity
  exact?: true
  expected?: string[]
  context?: CompiledContext
}

/** What word-by-word translation makes of a concept's Chinese and no list names. */
export interface CompiledReading {
  /** Index into `concepts`. */
  concept: number
  sequences: string[]
  /** Long and odd enough to be no chance. */
  sure?: true
}

export interface CompiledGlossary {
  concepts: CompiledConcept[]
  forms: CompiledForm[]
  readings: CompiledReading[]
}
