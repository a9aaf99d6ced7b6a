/**
 * The one index of a setup: every form of the glossary, every part of its formulas, every phrase of the rules, in one
 * trie; and what one pass of an article over it found, by kind. Whoever matches words against data asks here.
 */
import type { CompiledConcept, CompiledGlossary } from '../glossary/compiled.js'
import type { Form, Glossary, Reading } from '../glossary/resolve.js'
import type { CompiledPhrase, CompiledRule } from '../rules/compiled.js'
import { type Document, memo } from '../text/document.js'
import { type Found, search } from './search.js'
import { type Trie, type TrieBuilder, trieBuilder } from './trie.js'

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

/** An entry is undefined where this setup does not hear it: a contested concept, a rule that is off. */
/** A pattern of a list that a rule's check asks for by name. */
export interface ListEntry {
  rule: CompiledRule
  list: string
}

export interface Index {
  readonly trie: Trie
  readonly forms: readonly ({ form: Form; plural: boolean } | undefined)[]
  readonly slots: readonly SlotEntry[]
  readonly phrases: readonly (PhraseEntry | undefined)[]
  readonly lists: readonly (ListEntry | undefined)[]
  readonly readings: readonly (Reading | undefined)[]
}

const FORM = 0
const SLOT = 1
const PHRASE = 2
const LIST = 3
const READING = 4
const kindBits = 3
const kindMask = (1 << kindBits) - 1

/** The trie of compiled data. What it holds depends on the data alone, so the build can pack it for every house. */
export function fillTrie(glossary: CompiledGlossary, rules: readonly CompiledRule[]): TrieBuilder {
  const builder = trieBuilder(glossary.forms.length * 8)
  const add = (sequence: string, number: number, kind: number) =>
    builder.add(sequence.split(' '), (number << kindBits) | kind)
  glossary.forms.forEach((form, i) => {
    for (const s of form.sequences)
      if (s.startsWith('*')) add(s.slice(1), 2 * i + 1, FORM)
      else add(s, 2 * i, FORM)
  })
  slotsOf(glossary.concepts).forEach(({ words }, i) => {
    add(words, i, SLOT)
  })
  phrasesOf(rules).forEach(({ phrase }, i) => {
    for (const s of phrase.sequences) add(s, i, PHRASE)
  })
  listsOf(rules).forEach(({ rule, list }, i) => {
    for (const s of rule.lists[list] ?? []) add(s, i, LIST)
  })
  glossary.readings.forEach(({ sequences }, i) => {
    for (const s of sequences) add(s, i, READING)
  })
  return builder
}

/** What the numbers in a trie of `data` mean under a house and its rules. */
export function indexOf(
  trie: Trie,
  glossary: Glossary,
  rules: readonly CompiledRule[],
  active: ReadonlySet<CompiledRule>,
): Index {
  const forms = glossary.forms.flatMap((form) =>
    form.silent
      ? [undefined, undefined]
      : [
          { form, plural: false },
          { form, plural: true },
        ],
  )
  const heard = <T extends { rule: CompiledRule }>(entry: T) => (active.has(entry.rule) ? entry : undefined)
  const phrases = phrasesOf(rules).map(heard)
  const lists = listsOf(rules).map(heard)
  return {
    trie,
    forms,
    slots: slotsOf([...glossary.concepts.values()]),
    phrases,
    lists,
    readings: glossary.readings,
  }
}

function slotsOf(concepts: readonly CompiledConcept[]): (SlotEntry & { words: string })[] {
  return concepts.flatMap((concept) =>
    (concept.formula?.slots ?? []).flatMap((readings, slot) =>
      readings.map((words, reading) => ({ concept, slot, reading, words })),
    ),
  )
}

function phrasesOf(rules: readonly CompiledRule[]): PhraseEntry[] {
  return rules.flatMap((rule) => rule.phrases.map((phrase) => ({ rule, phrase })))
}

function listsOf(rules: readonly CompiledRule[]): ListEntry[] {
  return rules.flatMap((rule) => Object.keys(rule.lists).map((list) => ({ rule, list })))
}

type Hit<Entry> = Pick<Found, 'first' | 'last' | 'slots'> & { entries: Exclude<Entry, undefined>[] }

export interface LookedUp {
  forms: Hit<Index['forms'][number]>[]
  slots: Hit<SlotEntry>[]
  phrases: Hit<PhraseEntry>[]
  lists: Hit<ListEntry>[]
  readings: Hit<Reading>[]
}

/** Everything of the index that stands in the article, overlaps and all; contexts and capitals are not asked yet. */
export function lookUp(document: Document, index: Index): LookedUp {
  return memo(document, index, () => {
    const result: LookedUp = { forms: [], slots: [], phrases: [], lists: [], readings: [] }
    const kinds = [
      [result.forms, index.forms],
      [result.slots, index.slots],
      [result.phrases, index.phrases],
      [result.lists, index.lists],
      [result.readings, index.readings],
    ] as unknown as [Hit<object>[], (object | undefined)[]][]
    for (const { first, last, payloads, slots } of search(document.tokens, index.trie))
      for (const payload of payloads) {
        const [hits, entries] = kinds[payload & kindMask] as [Hit<object>[], (object | undefined)[]]
        const entry = entries[payload >> kindBits]
        if (entry === undefined) continue
        const before = hits.at(-1)
        if (before !== undefined && before.first === first && before.last === last && before.slots === slots)
          before.entries.push(entry)
        else hits.push({ first, last, slots, entries: [entry] })
      }
    return result
  })
}
