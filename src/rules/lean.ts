/**
 * Compiled data as it is written to a file and read at a start: the trie packed, and the sequences that it holds left out.
 */
import { fillTrie } from '../matching/lookup.js'
import type { Shipped } from './compiled.js'

export function lean(shipped: Shipped): Shipped {
  // Nobody asks for them once the trie is there, and 5,000 empty lists would take their time to read.
  const bare = <T extends { sequences: string[] }>({ sequences: _, ...form }: T) => form as unknown as T
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
