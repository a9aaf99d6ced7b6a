/**
 * The one index of a setup: every form of the glossary, every part of its formulas, every phrase of the rules, in one
 * trie; and what one pass of an article over it found, by kind. Whoever matches words against data asks here.
 */
import type { CompiledConcept, CompiledGlossary } from '../glossary/compiled.js'
import type { Form, Glossary, Reading } from '../glossary/resolve.js'
import type { CompiledPhrase, CompiledRule } from '../rules/compiled.js'
import { type Document, memo } from '../text/document.js'
import type { Trie } from './packed.js'
import { type Found, search } from './search.js'
import { type TrieBuilder, trieBuilder } from './trie.js'

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

export interface FormEntry {
  form: Form
  plural: boolean
}

/** An entry is undefined where this setup does not hear it: a contested concept, a rule that is off. */
/** A pattern of a list that a rule's check asks for by name. */
export interface ListEntry {
  rule: CompiledRule
  list: string
}

export interface Index {
  readonly trie: Trie
  readonly form: (at: number) => FormEntry | undefined
  readonly slots: readonly SlotEntry[]
  readonly phrases: readonly (PhraseEntry | undefined)[]
  readonly lists: readonly (ListEntry | undefined)[]
  readonly readings: readonly (Reading | undefined)[]
  /** The concept that payloads of the trie name as a literal reading of it. */
  readonly readingOf: (payloads: readonly number[]) => CompiledConcept | undefined
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
  const heard = <T extends { rule: CompiledRule }>(entry: T) => (active.has(entry.rule) ? entry : undefined)
  const phrases = phrasesOf(rules).map(heard)
  const lists = listsOf(rules).map(heard)
  return {
    trie,
    form: entriesOf(glossary),
    slots: slotsOf([...glossary.concepts.values()]),
    phrases,
    lists,
    readings: glossary.readings,
    readingOf(payloads) {
      const payload = payloads.find((p) => (p & kindMask) === READING)
      return payload === undefined ? undefined : glossary.readings[payload >> kindBits]?.concept
    },
  }
}

/** Two for each form: as it is listed, and as a plural that was derived. */
function entriesOf({ form }: Glossary): Index['form'] {
  const made = new Map<number, FormEntry | undefined>()
  return (at) => {
    if (!made.has(at)) {
      const own = form(at >> 1)
      made.set(at, own && { form: own, plural: (at & 1) === 1 })
    }
    return made.get(at)
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
  forms: Hit<FormEntry>[]
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
      [result.forms, index.form],
      [result.slots, (at) => index.slots[at]],
      [result.phrases, (at) => index.phrases[at]],
      [result.lists, (at) => index.lists[at]],
      [result.readings, (at) => index.readings[at]],
    ] as [Hit<object>[], (at: number) => object | undefined][]
    for (const { first, last, payloads, slots } of search(document.tokens, index.trie))
      for (const payload of payloads) {
        const [hits, entryAt] = kinds[payload & kindMask] as (typeof kinds)[number]
        const entry = entryAt(payload >> kindBits)
        if (entry === undefined) continue
        const before = hits.at(-1)
        if (before !== undefined && before.first === first && before.last === last && before.slots === slots)
          before.entries.push(entry)
        else hits.push({ first, last, slots, entries: [entry] })
      }
    return result
  })
}
