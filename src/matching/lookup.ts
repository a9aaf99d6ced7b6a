/**
 * The one index of a setup: every form of the glossary, every part of its formulas, every phrase of the rules, in one
 * trie; and what one pass of an article over it found, by kind. Whoever matches words against data asks here.
 */
import type { CompiledConcept } from '../glossary/compiled.js'
import type { Form, Glossary } from '../glossary/resolve.js'
import type { CompiledPhrase, CompiledRule } from '../rules/compiled.js'
import { type Document, memo } from '../text/document.js'
import { type Found, search } from './search.js'
import { type Trie, trieBuilder } from './trie.js'

export interface PhraseEntry {
  rule: CompiledRule
  phrase: CompiledPhrase
}

/** One reading of one part of a formula; the first reading is the approved one. */
export interface SlotEntry {
  concept: CompiledConcept
  slot: number
  reading: number
}

export interface Index {
  readonly trie: Trie
  readonly forms: readonly { form: Form; plural: boolean }[]
  readonly slots: readonly SlotEntry[]
  readonly phrases: readonly PhraseEntry[]
}

const FORM = 0
const SLOT = 1
const PHRASE = 2

export function buildIndex(glossary: Glossary, rules: readonly CompiledRule[]): Index {
  const builder = trieBuilder(glossary.forms.length * 8)
  const forms: Index['forms'][number][] = []
  const slots: SlotEntry[] = []
  const phrases: PhraseEntry[] = []
  for (const form of glossary.forms) {
    const [plain, derived] = [
      { form, plural: false },
      { form, plural: true },
    ]
    const at = forms.push(plain, derived) - 2
    for (const s of form.sequences)
      if (s.startsWith('*')) builder.add(s.slice(1).split(' '), ((at + 1) << 2) | FORM)
      else builder.add(s.split(' '), (at << 2) | FORM)
  }
  for (const concept of glossary.concepts.values())
    concept.formula?.slots.forEach((readings, slot) => {
      readings.forEach((words, reading) => {
        builder.add(words.split(' '), ((slots.push({ concept, slot, reading }) - 1) << 2) | SLOT)
      })
    })
  for (const rule of rules)
    for (const phrase of rule.phrases) {
      const payload = ((phrases.push({ rule, phrase }) - 1) << 2) | PHRASE
      for (const s of phrase.sequences) builder.add(s.split(' '), payload)
    }
  return { trie: builder.build(), forms, slots, phrases }
}

type Hit<Entry> = Pick<Found, 'first' | 'last' | 'slots'> & { entries: Entry[] }

export interface LookedUp {
  forms: Hit<Index['forms'][number]>[]
  slots: Hit<SlotEntry>[]
  phrases: Hit<PhraseEntry>[]
}

/** Everything of the index that stands in the article, overlaps and all; contexts and capitals are not asked yet. */
export function lookUp(document: Document, index: Index): LookedUp {
  return memo(document, index, () => {
    const result: LookedUp = { forms: [], slots: [], phrases: [] }
    const kinds = [
      [result.forms, index.forms],
      [result.slots, index.slots],
      [result.phrases, index.phrases],
    ] as unknown as [Hit<unknown>[], unknown[]][]
    for (const { first, last, payloads, slots } of search(document.tokens, index.trie))
      for (const payload of payloads) {
        const [hits, entries] = kinds[payload & 3] as [Hit<unknown>[], unknown[]]
        const entry = entries[payload >> 2]
        const before = hits.at(-1)
        if (before !== undefined && before.first === first && before.last === last && before.slots === slots)
          before.entries.push(entry)
        else hits.push({ first, last, slots, entries: [entry] })
      }
    return result
  })
}
