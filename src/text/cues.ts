/**
 * What wakes a check. A check names the words that it wants to see; whether a word is one is worked out once per
 * spelling, and one pass over an article gathers the places of all cues at once. So twenty checks cost one walk.
 */
import { type Document, memo } from './document.js'
import type { Word } from './lexicon.js'

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
  return memo(document, placesOf, gather)[cue.bit] as number[]
}

function gather({ tokens }: Document): number[][] {
  const places: number[][] = tests.map(() => [])
  for (let i = 0; i < tokens.length; i++) {
    const word = (tokens[i] as Document['tokens'][number]).word
    let cues = word.cues
    if (cues < 0) {
      cues = tests.reduce((bits, test, bit) => (test(word) ? bits | (1 << bit) : bits), 0)
      word.cues = cues
    }
    for (let bit = 0; cues !== 0; bit++, cues >>= 1) if (cues & 1) (places[bit] as number[]).push(i)
  }
  return places
}
