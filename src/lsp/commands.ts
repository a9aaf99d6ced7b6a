/** The commands that a code action may name; the server carries them out. Their one argument is an object. */
import type { What } from '../findings/fingerprint.js'

export const commands = {
  /** Writes a decision into the config: `{ uri, found, concept or rule, here?, reason? }`. */
  accept: 'zhengming.accept',
  /** Writes an accepted form into a glossary of the desk: `{ uri, concept, form, file }`. */
  admit: 'zhengming.admit',
  /** Writes findings into the baseline: `{ uri, finding? }`; without one, all that the file has. */
  know: 'zhengming.baseline',
  /** Shows a concept's entry: `{ uri, concept }`. */
  open: 'zhengming.open',
} as const

/** The kind of the action that fixes all that is safe. */
export const fixAll = 'source.fixAll.zhengming'

export interface AcceptArgument {
  uri: string
  found: string
  concept?: string
  rule?: string
  /** Only in this file. */
  here?: boolean
  reason?: string
}

export interface AdmitArgument {
  uri: string
  concept: string
  form: string
  file: string
}

export interface KnowArgument {
  uri: string
  /** As it is known again, wherever it stands by then. */
  finding?: What & { sentence: string }
}

export interface OpenArgument {
  uri: string
  concept: string
}
