/**
 * What an article yields, one JSON object a line, so that any engine can query it and shards merge by concatenation: a
 * `run` row a run, an `article` row before the `term` rows of each article. The report is a fold over these and needs
 * nothing else.
 */
import type { Status } from '../glossary/compiled.js'
import type { NamesRow } from '../proposals/names.js'
import type { Quotation } from '../text/quotations.js'

export interface RunRow {
  row: 'run'
  version: string
  /** SHA-256 of the glossary in force, first 16 digits. */
  glossary: string
  house: string
  command: string
  concepts: number
}

export interface ArticleRow {
  row: 'article'
  article: string
  /** Outlet or folder. */
  group: string
  /** `YYYY-MM-DD`, or less; empty where it is not known. */
  date: string
  /** Words and numbers of its prose, as `--score` counts them. */
  words: number
  /** SHA-256 of its text, first 16 digits. */
  hash: string
  /** For near copies; see `sketch.ts`. */
  sketch: string
  /** Rule → errors, warnings, hints. */
  findings: Record<string, [number, number, number]>
}

export interface TermRow {
  row: 'term'
  concept: string
  /** All of them, parted by ；. */
  zh: string
  preferred: string
  /** The glossary lets the accepted renderings of the concept stand beside each other. */
  vary: boolean
  rendering: string
  status: Status | 'unlisted'
  usage: string
  class: string
  article: string
  offset: number
  line: number
  sentence: string
  /** Where the rendering begins in the sentence. */
  at: number
  date: string
  group: string
  headline: boolean
  quotation: Quotation
  /** Named by the glossary, or inferred from the Chinese. */
  listed: boolean
  ambiguous: boolean
  /** One of the wordings of a pattern: nothing to change others to. */
  open?: boolean
  /** What the glossary wants in its place, where that is not the preferred form. */
  expected?: readonly string[]
  /** Of a former name: until when it was official. */
  until: string
}

/** `names` rows stand there where new names were asked for. */
export type FactRow = RunRow | ArticleRow | TermRow | NamesRow
