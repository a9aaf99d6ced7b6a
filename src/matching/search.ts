/**
 * One pass over the tokens of an article with one trie. Found across line wraps, hyphen or space variants and
 * markup, in any capitals; never across a block. Returns every sequence that ends somewhere (overlaps and all);
 * `longest` then keeps what no longer one covers.
 */
import { CAPITAL, HAN, NUMBER, WORD } from '../text/lexicon.js'
import { BLOCK, NONE, type Token } from '../text/tokens.js'
import { NAME, NUMERAL } from './pattern.js'
import { ROOT, type Trie } from './trie.js'

export interface Found {
  /** Tokens, both included. */
  first: number
  last: number
  payloads: readonly number[]
  /** What stood in the slots, as token ranges, in order. */
  slots: readonly (readonly [number, number])[]
}

const mostNameWords = 4
const numeral =
  /^(\d+(st|nd|rd|th)?|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)$/

export function search(tokens: readonly Token[], trie: Trie): Found[] {
  const { words } = trie
  const found: Found[] = []
  const name = words.get(NAME) ?? 0
  const number = words.get(NUMERAL) ?? 0
  const nameStart = name ? trie.step(ROOT, name) : 0
  const numberStart = number ? trie.step(ROOT, number) : 0

  function follow(first: number, at: number, node: number, slots: (readonly [number, number])[]): void {
    const payloads = trie.payloads(node)
    if (payloads !== undefined) found.push({ first, last: at, payloads, slots })
    const next = nextMatchable(tokens, at)
    if (next < 0) return
    const id = words.get((tokens[next] as Token).word.key)
    if (id !== undefined) {
      const to = trie.step(node, id)
      if (to !== 0) follow(first, next, to, slots)
    }
    if (name) followName(first, next, trie.step(node, name), slots)
    if (number) followNumber(first, next, trie.step(node, number), slots)
  }

  function followName(first: number, at: number, node: number, slots: (readonly [number, number])[]): void {
    if (node === 0) return
    let last = at
    for (let n = 0; n < mostNameWords && last >= 0; n++) {
      const { shape } = (tokens[last] as Token).word
      if (!(shape & CAPITAL) || !(shape & WORD)) break
      follow(first, last, node, [...slots, [at, last]])
      last = nextMatchable(tokens, last)
    }
  }

  function followNumber(first: number, at: number, node: number, slots: (readonly [number, number])[]): void {
    if (node !== 0 && numeral.test((tokens[at] as Token).word.key))
      follow(first, at, node, [...slots, [at, at]])
  }

  for (let i = 0; i < tokens.length; i++) {
    const { word } = tokens[i] as Token
    if (!(word.shape & (WORD | NUMBER | HAN))) continue
    const id = words.get(word.key)
    if (id !== undefined) {
      const node = trie.step(ROOT, id)
      if (node !== 0) follow(i, i, node, [])
    }
    if (nameStart) followName(i, i, nameStart, [])
    if (numberStart) followNumber(i, i, numberStart, [])
  }
  return found
}

/** The next token of a sequence: a hyphen between two words is passed over; a block's end ends it. */
function nextMatchable(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1]
  if (next === undefined || next.gap & BLOCK) return -1
  if (/^[-‐‑]$/.test(next.word.text) && next.gap === NONE) {
    const after = tokens[at + 2]
    return after !== undefined && after.gap === NONE && after.word.shape & (WORD | NUMBER) ? at + 2 : -1
  }
  return at + 1
}

/** Longest first, none that overlaps a longer one; then in order of place. */
export function longest<T extends { first: number; last: number }>(found: readonly T[]): T[] {
  if (found.length < 2) return [...found]
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
