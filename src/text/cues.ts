/**
 * What wakes a check. A check names the words that it wants to see; whether a word is one is worked out once per
 * spelling, and one pass over an article gathers the places of all cues at once. So twenty checks cost one walk.
 */
import { type Document, memo } from './document.js'
import type { Word } from './lexicon.js'
import { BLOCK, BREAK, type Token } from './tokens.js'

export interface Cue {
  readonly bit: number
}

const tests: ((word: Word) => boolean)[] = []

/** To be called when a module loads: a word's cues are remembered for good. At most 30. */
export function defineCue(test: (word: Word) => boolean): Cue {
  return { bit: tests.push(test) - 1 }
}

/** Two words in a row, whatever stands between them in white space. */
export interface Pair {
  readonly bit: number
}

const pairs: { first: (word: Word) => boolean; second: (word: Word) => boolean }[] = []

/** Like a cue, for what two neighbours show together: far rarer than either of them. At most 30. */
export function definePair(first: (word: Word) => boolean, second: (word: Word) => boolean): Pair {
  return { bit: pairs.push({ first, second }) - 1 }
}

/** Indices of the first tokens of a pair, rising. */
export function pairPlaces(document: Document, pair: Pair): readonly number[] {
  return memo(document, gather, gather).byPair[pair.bit] as number[]
}

/** Indices of the tokens that answer to a cue, rising. */
export function placesOf(document: Document, cue: Cue): readonly number[] {
  return memo(document, gather, gather).byCue[cue.bit] as number[]
}

/** Indices of the tokens behind which the same word stands again. */
export function doubledPlaces(document: Document): readonly number[] {
  return memo(document, gather, gather).doubled
}

/** Where a run of two to five tokens stands twice in a row: the index at which the second begins, and how long it is. */
export function runsTwice(document: Document): readonly (readonly [number, number])[] {
  return memo(document, gather, gather).runs
}

/** Indices of the tokens that begin a line. */
export function lineStarts(document: Document): readonly number[] {
  return memo(document, gather, gather).lines
}

interface Gathered {
  byCue: number[][]
  byPair: number[][]
  doubled: number[]
  lines: number[]
  runs: [number, number][]
}

function gather({ tokens }: Document): Gathered {
  const places: number[][] = tests.map(() => [])
  const doubled: number[] = []
  const lines: number[] = []
  const runs: [number, number][] = []
  const byPair: number[][] = pairs.map(() => [])
  let [k1, k2, k3, k4, k5] = ['', '', '', '', '']
  let open = 0
  for (let i = 0; i < tokens.length; i++) {
    const { word, gap } = tokens[i] as Token
    if (gap & (BLOCK | BREAK)) lines.push(i)
    const { key } = word
    if (key === k1) doubled.push(i - 1)
    if (key === k2 || key === k3 || key === k4 || key === k5)
      for (let length = 2; length <= longestRun; length++)
        if (isRun(tokens, i, length)) runs.push([i - length + 1, length])
    k5 = k4
    k4 = k3
    k3 = k2
    k2 = k1
    k1 = key
    if (word.cues < 0) meet(word)
    for (let cues = word.cues; cues !== 0; cues &= cues - 1)
      (places[31 - Math.clz32(cues & -cues)] as number[]).push(i)
    for (let both = open & word.closes; both !== 0; both &= both - 1)
      (byPair[31 - Math.clz32(both & -both)] as number[]).push(i - 1)
    open = word.opens
  }
  return { byCue: places, byPair, doubled, lines, runs }
}

const longestRun = 5

/** Whether the `length` tokens up to `end` are those before them. */
function isRun(tokens: readonly Token[], end: number, length: number): boolean {
  if (end - 2 * length + 1 < 0) return false
  for (let i = 0; i < length; i++)
    if ((tokens[end - i] as Token).word.key !== (tokens[end - i - length] as Token).word.key) return false
  return true
}

/** What a spelling answers to, worked out on first meeting. */
function meet(word: Word): void {
  word.cues = bitsOf(tests, (test) => test(word))
  word.opens = bitsOf(pairs, ({ first }) => first(word))
  word.closes = bitsOf(pairs, ({ second }) => second(word))
}

function bitsOf<T>(all: readonly T[], holds: (one: T) => boolean): number {
  return all.reduce((bits, one, bit) => (holds(one) ? bits | (1 << bit) : bits), 0)
}
