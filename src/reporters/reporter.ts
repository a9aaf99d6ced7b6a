/**
 * What a reporter is: results in, one string out. It reads no file, asks no terminal and picks no colour; whoever
 * calls it says how wide the paper is and how things are painted.
 */
import type { Row } from './row.js'

export interface FileReport {
  /** As people should read it: relative to where they stand. */
  path: string
  /** For machines. */
  absolute: string
  findings: readonly Row[]
  /** The text after fixes that were not written (`--fix-dry-run`). */
  output?: string | undefined
  /** What these fixes change, for a person to look at. */
  edits?: readonly Edit[]
}

/** With the words around it, where an edit alone would say little. */
export interface Edit {
  line: number
  column: number
  from: string
  to: string
}

type Paint = (text: string) => string

export interface Paper {
  /** Columns; Chinese takes two a character. */
  width: number
  /** A person is watching: a clean run may say so. */
  terminal: boolean
  /** One line for each finding, nothing folded. */
  all: boolean
  paint: Record<'red' | 'yellow' | 'blue' | 'green' | 'dim' | 'bold' | 'underline', Paint>
}

/** Ends with a line break, or is empty. */
export type Reporter = (reports: readonly FileReport[], paper: Paper) => string

export const color = { error: 'red', warning: 'yellow', info: 'blue' } as const

/** Paper without colour, for files and tests. */
export const plainPaper: Paper = {
  width: 80,
  terminal: false,
  all: false,
  paint: { red: as, yellow: as, blue: as, green: as, dim: as, bold: as, underline: as },
}

function as(text: string): string {
  return text
}
