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

/** Indices of the tokens that answer to a cue, rising. */
export function placesOf(document: Document, cue: Cue): readonly number[] {
  return memo(document, gather, gather).byCue[cue.bit] as number[]
}

/** Indices of the tokens behind which the same word stands again. */
export function doubledPlaces(document: Document): readonly number[] {
  return memo(document, gather, gather).doubled
}

/** Indices of the tokens that begin a line. */
export function lineStarts(document: Document): readonly number[] {
  return memo(document, gather, gather).lines
}

/** Whether a word answers to a cue, once any place of the document has been asked for. */
export function answers(word: Word, cue: Cue): boolean {
  return word.cues >= 0 && ((word.cues >> cue.bit) & 1) === 1
}

interface Gathered {
  byCue: number[][]
  doubled: number[]
  lines: number[]
}

function gather({ tokens }: Document): Gathered {
  const places: number[][] = tests.map(() => [])
  const doubled: number[] = []
  const lines: number[] = []
  let before = ''
  for (let i = 0; i < tokens.length; i++) {
    const { word, gap } = tokens[i] as Token
    if (gap & (BLOCK | BREAK)) lines.push(i)
    if (word.key === before) doubled.push(i - 1)
    before = word.key
    let cues = word.cues
    if (cues < 0) {
      cues = tests.reduce((bits, test, bit) => (test(word) ? bits | (1 << bit) : bits), 0)
      word.cues = cues
    }
    for (; cues !== 0; cues &= cues - 1) (places[31 - Math.clz32(cues & -cues)] as number[]).push(i)
  }
  return { byCue: places, doubled, lines }
}
