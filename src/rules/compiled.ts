/** Rules and houses as the run needs them: plain data, made by `load.ts` at build time. */
import type { CompiledContext, CompiledGlossary, Severity } from '../glossary/compiled.js'
import type { PackedTrie } from '../matching/packed.js'
import type { RuleSource } from './schema.js'

export interface CompiledPhrase {
  /** As the rule writes it. */
  pattern: string
  sequences: string[]
  expected: string[]
  why?: string
  severity?: Severity
  exact?: true
  context?: CompiledContext
}

export interface CompiledRule {
  id: string
  check: string
  severity: Severity
  message: string
  summary: string
  note?: string
  style?: Record<string, string>
  options: Record<string, unknown>
  phrases: CompiledPhrase[]
  /** Sequences of the patterns that the check asks for by name. */
  lists: Record<string, string[]>
  examples: RuleSource['examples']
}

export interface CompiledHouse {
  name: string
  summary: string
  refuse: string[]
  contested: boolean
  style: Record<string, string>
  rules: Record<string, Severity | 'off'>
}

/** Everything that ships. As the build writes it, the trie is packed and the sequences that it holds are left out. */
export interface Shipped {
  version: string
  /** Of all layers together. */
  glossary: CompiledGlossary
  rules: CompiledRule[]
  houses: Record<string, CompiledHouse>
  trie?: PackedTrie
  /** Where a desk's own glossary lies on the shipped one: the parts, the lowest first. Each is searched by itself. */
  layers?: readonly Layer[]
}

export interface Layer {
  glossary: CompiledGlossary
  trie?: PackedTrie
  /** Ids that a layer above says anew: here they are not heard. */
  replaced?: readonly string[]
}
