/**
 * Compiled data as it is written to a file and read at a start: the trie packed, and the sequences that it holds left out.
 */
import type { CompiledGlossary } from '../glossary/compiled.js'
import { fillTrie } from '../matching/lookup.js'
import type { Trie } from '../matching/packed.js'
import type { Layer, Shipped } from './compiled.js'

export function lean(shipped: Shipped): Shipped {
  return {
    ...shipped,
    glossary: leanGlossary(shipped.glossary),
    rules: shipped.rules.map((rule) => ({
      ...rule,
      phrases: rule.phrases.map(bare),
      lists: emptied(rule.lists),
    })),
    trie: fillTrie(shipped.glossary, shipped.rules).pack(),
  }
}

/** A layer without rules, `below` being the trie that it lies on. */
export function leanLayer(glossary: CompiledGlossary, below: Trie): Layer {
  return { glossary: leanGlossary(glossary), trie: fillTrie(glossary, [], below).pack() }
}

function leanGlossary({ concepts, forms, readings }: CompiledGlossary): CompiledGlossary {
  return { concepts, forms: forms.map(bare), readings: readings.map(bare) }
}

/** Nobody asks for them once the trie is there, and 5,000 empty lists would take their time to read. */
function bare<T extends { sequences: string[] }>({ sequences: _, ...form }: T): T {
  return form as unknown as T
}

function emptied(lists: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.keys(lists).map((name) => [name, []]))
}
