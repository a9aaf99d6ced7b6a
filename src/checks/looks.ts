/**
 * Checks that are a table: for each rule the place that wakes it, a word or a pair of neighbours, and what to look at there.
 * Waking costs nothing (one pass gathers the places of all), so a look may be as careful as it likes.
 */
import { defineCue, definePair, pairPlaces, placesOf } from '../text/cues.js'
import type { Document } from '../text/document.js'
import { LOWER, type Word } from '../text/lexicon.js'
import { BLOCK, NONE, type Token } from '../text/tokens.js'
import { type Check, defineCheck, type Said } from './check.js'

/** What a look sees: all that is said but the rule. */
export type Seen = Omit<Said, 'rule'>

export interface Look {
  /** Indices of the tokens to look at. */
  places: (document: Document) => readonly number[]
  /** The article from there; undefined where all is well. */
  look: (document: Document, i: number) => Seen | undefined
}

/** A check that serves the rules of the table, by id. */
export function defineLooks(name: string, looks: Record<string, Look>): Check {
  return defineCheck(name, ({ document }, rules, say) => {
    for (const rule of rules) {
      const { places, look } = looks[rule.id] ?? {}
      for (const i of places?.(document) ?? []) {
        const seen = look?.(document, i)
        if (seen) say({ rule, ...seen })
      }
    }
  })
}

/** Wakes at the first of two neighbours. */
export function pair(first: (word: Word) => boolean, second: (word: Word) => boolean): Look['places'] {
  const made = definePair(first, second)
  return (document) => pairPlaces(document, made)
}

export function single(test: (word: Word) => boolean): Look['places'] {
  const made = defineCue(test)
  return (document) => placesOf(document, made)
}

export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

/** The token behind, where only white space parts the two. */
export function next({ tokens }: Document, i: number): Token | undefined {
  const token = tokens[i + 1]
  return token === undefined || token.gap & BLOCK || token.gap === NONE ? undefined : token
}

export function isLower(token: Token | undefined): token is Token {
  return token !== undefined && (token.word.shape & LOWER) !== 0
}
