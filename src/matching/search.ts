/**
 * One pass over the tokens of an article with one trie. Found across line wraps, hyphen or space variants and
 * markup, in any capitals; never across a block. Returns every sequence that ends somewhere (overlaps and all);
 * `longest` then keeps what no longer one covers.
 */
import { classesOf } from '../text/classes.js'
import { CAPITAL, CLITIC, LOWER, NUMBER, ORDINAL, PUNCTUATION, UPPER, WORD } from '../text/lexicon.js'
import { BLOCK, NONE, type Token } from '../text/tokens.js'
import { ENDS, NAMED, NUMBERED, OPENED, type Trie } from './packed.js'
import { CLASSES, NAME, NUMERAL, OPEN, WORDS } from './pattern.js'

export interface Found {
  /** Tokens, both included. */
  first: number
  last: number
  payloads: readonly number[]
  /** What stood in the slots, as token ranges, in order. */
  slots: Slots
}

const mostNameWords = 4
const hyphens = new Set('-‐‑')
/** A name does not begin with these: "The Hebei", "In Hebei". */
const noName = new Set(
  'the a an this that its in on at of for from to by with as and or but under after before when'.split(' '),
)

export function search(tokens: readonly Token[], trie: Trie): Found[] {
  const found: Found[] = []
  const name = trie.symbol(NAME)
  const number = trie.symbol(NUMERAL)
  const open = trie.symbol(OPEN)
  const classes = Object.entries(CLASSES).map(([symbol, bits]) => ({ symbol, bits, id: trie.symbol(symbol) }))
  const anyWords = Object.entries(WORDS).map(([symbol, most]) => ({ most, id: trie.symbol(symbol) }))
  const nameStart = trie.start(name)
  const numberStart = trie.start(number)

  function follow(first: number, from: number, start: number, slots: Slots): void {
    for (let at = from, node = start; node !== 0; ) {
      const marks = trie.marks(node)
      if (marks & ENDS) found.push({ first, last: at, payloads: trie.payloads(node) as number[], slots })
      const next = nextMatchable(tokens, at)
      if (next < 0) return
      const id = trie.idOf((tokens[next] as Token).word)
      const to = id === 0 ? 0 : trie.step(node, id)
      if (marks > ENDS) {
        if (to !== 0) follow(first, next, to, slots)
        followPlaces(first, next, node, marks, slots)
        return
      }
      node = to
      at = next
    }
  }

  function followPlaces(first: number, at: number, node: number, marks: number, slots: Slots): void {
    if (marks & NAMED) followName(first, at, trie.step(node, name), slots)
    if (marks & NUMBERED) followNumber(first, at, trie.step(node, number), slots)
    if (marks & OPENED) followOpen(first, at, trie.step(node, open), slots)
  }

  function followOpen(first: number, at: number, node: number, slots: Slots): void {
    if (node === 0) return
    const { word } = tokens[at] as Token
    for (const { symbol, bits, id } of classes) {
      const to = id === 0 ? 0 : trie.step(node, id)
      if (to !== 0 && word.shape & LOWER && classesOf(word.key) & bits)
        follow(first, at, to, [...slots, [at, at, symbol]])
    }
    for (const { most, id } of anyWords) {
      const to = id === 0 ? 0 : trie.step(node, id)
      if (to !== 0) followWords(first, at, to, most, slots)
    }
  }

  function followWords(first: number, at: number, node: number, most: number, slots: Slots): void {
    let last = at
    for (let n = 0; n < most && last >= 0 && isOrdinary(tokens[last] as Token); n++) {
      const next = nextMatchable(tokens, last)
      if (goesOn(node, next)) follow(first, last, node, slots)
      last = next
    }
  }

  function followName(first: number, at: number, node: number, slots: Slots): void {
    if (node === 0 || noName.has((tokens[at] as Token).word.key)) return
    let last = at
    for (let n = 0; n < mostNameWords && last >= 0; n++) {
      const { shape } = (tokens[last] as Token).word
      if ((shape & (CAPITAL | WORD)) !== (CAPITAL | WORD)) break
      const next = nextMatchable(tokens, last)
      if (goesOn(node, next)) follow(first, last, node, [...slots, [at, last]])
      last = next
    }
  }

  /** Whether anything can come of a slot that ends before token `next`: most names lead nowhere. */
  function goesOn(node: number, next: number): boolean {
    const marks = trie.marks(node)
    if (marks & ENDS) return true
    if (next < 0) return false
    const { word } = tokens[next] as Token
    if (marks & OPENED || (marks & NUMBERED && word.shape & (NUMBER | ORDINAL))) return true
    if (marks & NAMED && word.shape & CAPITAL) return true
    const id = trie.idOf(word)
    return id !== 0 && trie.step(node, id) !== 0
  }

  function followNumber(first: number, at: number, node: number, slots: Slots): void {
    if (node === 0 || !((tokens[at] as Token).word.shape & (NUMBER | ORDINAL))) return
    const last = endOfNumber(tokens, at)
    follow(first, last, node, [...slots, [at, last]])
  }

  /** Nearly every word begins some sequence, and nearly always the next one ends it: most searches end here. */
  function leads(at: number, node: number): boolean {
    if (trie.marks(node) !== 0) return true
    const next = tokens[at + 1]
    if (next === undefined || next.gap & BLOCK) return false
    if (next.word.shape & PUNCTUATION) return true
    const id = trie.idOf(next.word)
    return id !== 0 && trie.may(node, id)
  }

  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i] as Token
    const node = trie.startOf(word)
    if (node !== 0 && leads(i, node)) follow(i, i, node, none)
    if (nameStart !== 0 && word.shape & CAPITAL) followName(i, i, nameStart, none)
    if (numberStart !== 0 && word.shape & (NUMBER | ORDINAL)) followNumber(i, i, numberStart, none)
  }
  return found
}

/** "3,000", "2.5": one number of several tokens. */
function endOfNumber(tokens: readonly Token[], at: number): number {
  let last = at
  for (;;) {
    const [mark, more] = [tokens[last + 1], tokens[last + 2]]
    const joined = mark?.gap === NONE && more?.gap === NONE && more.word.shape & NUMBER
    if (!joined || !/^[.,]$/.test((mark as Token).word.text)) return last
    last += 2
  }
}

/** What stands in a gap. */
function isOrdinary({ word }: Token): boolean {
  return (word.shape & (WORD | NUMBER | CLITIC)) !== 0
}

/** First and last token of what a name or a number stands for; of a class, also its symbol. */
export type Slots = readonly (readonly [first: number, last: number, symbol?: string])[]
const none: Slots = []

/** The next token of a sequence: a hyphen between two words is passed over; a block's end ends it. */
function nextMatchable(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1]
  if (next === undefined || next.gap & BLOCK) return -1
  if (next.gap === NONE && next.word.shape & PUNCTUATION && hyphens.has(next.word.text)) {
    const after = tokens[at + 2]
    return after !== undefined && after.gap === NONE && after.word.shape & (WORD | NUMBER) ? at + 2 : -1
  }
  if (next.word.text === '(' && isAcronym(tokens, at + 2))
    return (tokens[at + 4]?.gap ?? BLOCK) & BLOCK ? -1 : at + 4
  return at + 1
}

/** "Communist Party of China (CPC) Central Committee": an acronym in brackets inside a name is no part of it. */
function isAcronym(tokens: readonly Token[], at: number): boolean {
  const [word, close] = [tokens[at], tokens[at + 1]]
  return word !== undefined && (word.word.shape & UPPER) !== 0 && close?.word.text === ')'
}

/** Longest first, none that overlaps a longer one; then in order of place. */
export function longest<T extends { first: number; last: number }>(found: readonly T[]): T[] {
  if (!found.some((one, i) => i > 0 && one.first <= (found[i - 1] as T).last)) return [...found]
  const bySize = [...found].sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first)
  const kept: T[] = []
  const taken = new Set<number>()
  for (const one of bySize) {
    let free = true
    for (let i = one.first; i <= one.last && free; i++) free = !taken.has(i)
    if (!free) continue
    for (let i = one.first; i <= one.last; i++) taken.add(i)
    kept.push(one)
  }
  return kept.sort((a, b) => a.first - b.first)
}
