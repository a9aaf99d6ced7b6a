/**
 * The one index of a setup: every form of the glossary, every part of its formulas, every phrase of the rules, in one
 * trie, and what a desk adds in a small one of its own; and what a pass of an article over them found, by kind. Whoever
 * matches words against data asks here.
 */
import type { CompiledConcept, CompiledForm, CompiledGlossary } from '../glossary/compiled.js'
import type { Form, HeardLayer, Reading } from '../glossary/resolve.js'
import type { CompiledPhrase, CompiledRule } from '../rules/compiled.js'
import { type Document, memoFor } from '../text/document.js'
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

/** Of one layer. */
export interface IndexPart {
  readonly trie: Trie
  readonly form: (at: number) => FormEntry | undefined
  readonly slots: readonly (SlotEntry | undefined)[]
  readonly phrases: readonly (PhraseEntry | undefined)[]
  readonly lists: readonly (ListEntry | undefined)[]
  readonly readings: readonly (Reading | undefined)[]
}

/** By layer, the lowest first: the one that holds the rules. */
export type Index = readonly IndexPart[]

const FORM = 0
const SLOT = 1
const PHRASE = 2
const LIST = 3
const READING = 4
const kindBits = 3
const kindMask = (1 << kindBits) - 1

/** The trie of compiled data. What it holds depends on the data alone, so the build can pack it for every house. */
export function fillTrie(
  glossary: CompiledGlossary,
  rules: readonly CompiledRule[],
  below?: Trie,
): TrieBuilder {
  const builder = trieBuilder(glossary.forms.length * 8, below)
  const add = (sequence: string, number: number, kind: number) =>
    builder.add(sequence.split(' '), (number << kindBits) | kind)
  glossary.forms.forEach((form, i) => {
    for (const s of form.sequences)
      if (s.startsWith('*')) add(s.slice(1), 2 * i + 1, FORM)
      else add(s, 2 * i, FORM)
  })
  slotsOf(glossary).forEach(({ words }, i) => {
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

/** What the numbers in the trie of a layer mean under a house and its rules. */
export function indexOf(
  trie: Trie,
  glossary: CompiledGlossary,
  heardOf: HeardLayer,
  rules: readonly CompiledRule[],
  active: ReadonlySet<CompiledRule>,
): IndexPart {
  const heard = <T extends { rule: CompiledRule }>(entry: T) => (active.has(entry.rule) ? entry : undefined)
  const phrases = phrasesOf(rules).map(heard)
  const lists = listsOf(rules).map(heard)
  return {
    trie,
    form: entriesOf(heardOf),
    slots: slotsOf(glossary).map((entry) => (heardOf.hears(entry.concept) ? entry : undefined)),
    phrases,
    lists,
    readings: heardOf.readings,
  }
}

/** The concept of which a whole row of words is a literal reading. */
export function readingOf(index: Index, words: readonly string[]): CompiledConcept | undefined {
  for (const { trie, readings } of index) {
    const payload = payloadsAt(trie, words).find((p) => (p & kindMask) === READING)
    const reading = payload === undefined ? undefined : readings[payload >> kindBits]
    if (reading) return reading.concept
  }
  return undefined
}

/** The forms of a glossary that are written as a sequence, and whether only their plural is; capitals and contexts not asked. */
export function formsWritten(
  trie: Trie,
  { forms }: CompiledGlossary,
): (sequence: string) => { form: CompiledForm; plural: boolean }[] {
  return (sequence) =>
    payloadsAt(trie, sequence.split(' ')).flatMap((payload) => {
      const at = payload >> kindBits
      if ((payload & kindMask) !== FORM) return []
      return [{ form: forms[at >> 1] as CompiledForm, plural: (at & 1) === 1 }]
    })
}

function payloadsAt(trie: Trie, symbols: readonly string[]): readonly number[] {
  let node = trie.start(trie.symbol(symbols[0] as string))
  for (let i = 1; i < symbols.length && node !== 0; i++)
    node = trie.step(node, trie.symbol(symbols[i] as string))
  return node === 0 ? [] : (trie.payloads(node) ?? [])
}

/** Two for each form: as it is listed, and as a plural that was derived. */
function entriesOf({ form }: HeardLayer): IndexPart['form'] {
  const made = new Map<number, FormEntry | undefined>()
  return (at) => {
    if (!made.has(at)) {
      const own = form(at >> 1)
      made.set(at, own && { form: own, plural: (at & 1) === 1 })
    }
    return made.get(at)
  }
}

function slotsOf({ concepts }: CompiledGlossary): (SlotEntry & { words: string })[] {
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
  return memoFor(document, index, lookUp, () => {
    const [lowest, ...above] = index.map((part) => lookUpIn(document, part))
    return above.reduce(together, lowest as LookedUp)
  })
}

function lookUpIn({ tokens }: Document, part: IndexPart): LookedUp {
  const result: LookedUp = { forms: [], slots: [], phrases: [], lists: [], readings: [] }
  const kinds = [
    [result.forms, part.form],
    [result.slots, (at) => part.slots[at]],
    [result.phrases, (at) => part.phrases[at]],
    [result.lists, (at) => part.lists[at]],
    [result.readings, (at) => part.readings[at]],
  ] as [Hit<object>[], (at: number) => object | undefined][]
  for (const { first, last, payloads, slots } of search(tokens, part.trie))
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
}

/** A form that both layers know is one hit: which concept is meant, the checks decide. */
function together(lower: LookedUp, upper: LookedUp): LookedUp {
  return {
    forms: merged(lower.forms, upper.forms),
    slots: merged(lower.slots, upper.slots),
    phrases: lower.phrases,
    lists: lower.lists,
    readings: merged(lower.readings, upper.readings),
  }
}

function merged<Entry>(lower: Hit<Entry>[], upper: Hit<Entry>[]): Hit<Entry>[] {
  if (upper.length === 0) return lower
  const kept: Hit<Entry>[] = []
  for (const hit of [...lower, ...upper].sort((a, b) => a.first - b.first || a.last - b.last)) {
    const before = kept.at(-1)
    if (before !== undefined && isSamePlace(before, hit)) before.entries.push(...hit.entries)
    else kept.push(hit)
  }
  return kept
}

function isSamePlace(a: Pick<Found, 'first' | 'last' | 'slots'>, b: typeof a): boolean {
  return a.first === b.first && a.last === b.last && a.slots.length === 0 && b.slots.length === 0
}
