/**
 * What a word can be, by the dictionary: noun, verb, adjective, adverb, with the form it stands in. A word that the dictionary
 * does not hold has no class, and no rule may build on that. Source of the words: WordNet 3.0, see rules/english.txt;
 * regular endings after its own morphology (Morphy).
 */
import { words } from '#grammar'

export const NOUN = 1
export const PLURAL = 2
export const VERB = 4 // as it stands in a dictionary
export const VERB_S = 8 // goes
export const VERB_ED = 16 // went, gone
export const VERB_ING = 32
export const ADJECTIVE = 64
export const ADVERB = 128

const letters: Record<string, number> = { n: NOUN, v: VERB, a: ADJECTIVE, r: ADVERB }
const asked = new Map<string, number>()
const mostAsked = 50_000

/** Every class that a word in lower case can have, as bits. */
export function classesOf(word: string): number {
  let classes = asked.get(word)
  if (classes === undefined) {
    classes = lookUp(word)
    if (asked.size > mostAsked) asked.clear()
    asked.set(word, classes)
  }
  return classes
}

/** Ending, what stands in its place in the dictionary form, what this form is. */
const endings: readonly [string, string, number][] = [
  ['ies', 'y', VERB_S | PLURAL],
  ['es', 'e', VERB_S | PLURAL],
  ['es', '', VERB_S | PLURAL],
  ['s', '', VERB_S | PLURAL],
  ['men', 'man', PLURAL],
  ['ied', 'y', VERB_ED],
  ['ed', 'e', VERB_ED],
  ['ed', '', VERB_ED],
  ['ing', 'e', VERB_ING],
  ['ing', '', VERB_ING],
]

function lookUp(word: string): number {
  const known = forms.get(word)
  if (known !== undefined) return known
  const { classes, nouns, verbs } = words()
  let found = bitsOf(entryOf(classes, word))
  if (entryOf(nouns, word) !== undefined) found |= PLURAL
  if (entryOf(verbs, word) !== undefined)
    found |= word.endsWith('ing') ? VERB_ING : word.endsWith('s') ? VERB_S : VERB_ED
  for (const [ending, instead, form] of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue
    const base = bitsOf(entryOf(classes, word.slice(0, -ending.length) + instead))
    if (base & VERB) found |= form & (VERB_S | VERB_ED | VERB_ING)
    if (base & NOUN) found |= form & PLURAL
  }
  return found
}

function bitsOf(group: string | undefined): number {
  return [...(group ?? '')].reduce((bits, letter) => bits | (letters[letter] ?? 0), 0)
}

/** The value of a key in a sorted run of `key=value` with a space between, by binary search: nothing is built. */
function entryOf(sorted: string, key: string): string | undefined {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const start = sorted.lastIndexOf(' ', ((low + high) >> 1) - 1) + 1
    const equals = sorted.indexOf('=', start)
    const space = sorted.indexOf(' ', equals)
    const end = space < 0 ? sorted.length : space
    const there = sorted.slice(start, equals)
    if (there === key) return sorted.slice(equals + 1, end)
    if (there < key) low = end + 1
    else high = start
  }
  return undefined
}

/** Forms of the auxiliaries, which the dictionary does not list as such. */
const forms = new Map<string, number>([
  ['is', VERB_S],
  ['am', VERB_S],
  ['are', VERB_S],
  ['has', VERB_S],
  ['does', VERB_S],
  ['was', VERB_ED],
  ['were', VERB_ED],
  ['had', VERB_ED],
  ['did', VERB_ED],
  ['been', VERB_ED],
  ['being', VERB_ING],
])
