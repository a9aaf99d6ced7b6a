/**
 * Compiled data as it is written to a file and read at a start: the trie packed, and the sequences that it holds left out.
 */
import { fillTrie } from '../matching/lookup.js'
import type { Shipped } from './compiled.js'

export function lean(shipped: Shipped): Shipped {
  const bare = <T extends { sequences: string[] }>(form: T): T => ({ ...form, sequences: [] })
  return {
    ...shipped,
    glossary: {
      ...shipped.glossary,
      forms: shipped.glossary.forms.map(bare),
      readings: shipped.glossary.readings.map(bare),
    },
    rules: shipped.rules.map((rule) => ({
      ...rule,
      phrases: rule.phrases.map(bare),
      lists: emptied(rule.lists),
    })),
    trie: fillTrie(shipped.glossary, shipped.rules).pack(),
  }
}

function emptied(lists: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(Object.keys(lists).map((name) => [name, []]))
}
