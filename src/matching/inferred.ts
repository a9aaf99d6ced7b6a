/**
 * What a word-by-word reading of a concept's Chinese gives and no list names ("State Network Information Office"). A listed
 * form, right or wrong, on the same words speaks in its place; a reading that fits three concepts or more says nothing, nor
 * do those in articles about other countries, and of other countries' bodies.
 */
import type { CompiledConcept } from '../glossary/compiled.js'
import type { Setup } from '../setup.js'
import { isAbroad, isElsewhere, isHome } from '../text/abroad.js'
import { type Document, memoFor } from '../text/document.js'
import { lookUp } from './lookup.js'
import { longest } from './search.js'
import { type TermHit, termsOf } from './terms.js'

export interface InferredHit {
  /** Tokens, both included. */
  first: number
  last: number
  concepts: readonly [CompiledConcept, ...CompiledConcept[]]
  /** Three words or more agree. */
  sure: boolean
}

const most = 2
/** What other countries have too. */
const bodies = new Set(['organization', 'title'])

export function inferredOf(document: Document, setup: Setup): readonly InferredHit[] {
  return memoFor(document, setup.index, inferredOf, () => {
    const terms = termsOf(document, setup)
    const readings = lookUp(document, setup.index).readings.filter((hit) => !isSpokenFor(hit, terms))
    if (readings.length === 0 || isElsewhere(document)) return []
    const atHome = isHome(document)
    return longest(readings).flatMap(({ first, last, entries }): InferredHit[] => {
      const [concept, ...others] = new Set(entries.map((entry) => entry.concept))
      const sure = entries.every((entry) => entry.sure)
      if (concept === undefined || others.length >= most || !(sure || atHome)) return []
      if (bodies.has(concept.kind) && isAbroad(document, first, last)) return []
      return [{ first, last, concepts: [concept, ...others], sure }]
    })
  })
}

/** A listed form that covers it, or a refused one that overlaps it. */
function isSpokenFor({ first, last }: { first: number; last: number }, terms: readonly TermHit[]): boolean {
  return terms.some((term) => {
    if (term.form.status === 'deprecated') return term.first <= last && first <= term.last
    return term.first <= first && last <= term.last
  })
}
