/**
 * `term/unlisted`: what a word-by-word reading of a concept's Chinese gives and no list names ("State Network Information
 * Office"). It is inferred and says so: a hint, but a warning for the name of a body, law or event that stands in capitals
 * in three words or more. A listed form, right or wrong, on the same words speaks in its place.
 */
import { lookUp } from '../matching/lookup.js'
import { longest } from '../matching/search.js'
import { type TermHit, termsOf } from '../matching/terms.js'
import type { Document } from '../text/document.js'
import { CAPITAL, LOWER } from '../text/lexicon.js'
import { defineCheck } from './check.js'

const names = new Set(['organization', 'law', 'document', 'event'])
const most = 2

export const unlisted = defineCheck('unlisted', ({ document, setup }, rules, say) => {
  const terms = termsOf(document, setup)
  const readings = lookUp(document, setup.index).readings.filter((hit) => !isSpokenFor(hit, terms))
  for (const { first, last, entries } of longest(readings)) {
    const concepts = [...new Set(entries)]
    const concept = concepts[0]
    if (concept === undefined || concepts.length > most) continue
    const sure = concepts.every((c) => names.has(c.kind)) && isName(document, first, last)
    for (const rule of rules)
      say({
        rule,
        first,
        last,
        expected: concepts.map((c) => c.preferred),
        severity: sure ? 'warning' : 'info',
        note: `inferred: reads like a word-by-word rendering of ${concepts.map((c) => c.zh[0]).join(' or ')}`,
        concept,
      })
  }
})

/** A listed form that covers it, or a refused one that overlaps it. */
function isSpokenFor({ first, last }: { first: number; last: number }, terms: readonly TermHit[]): boolean {
  return terms.some((term) => {
    if (term.form.status === 'deprecated') return term.first <= last && first <= term.last
    return term.first <= first && last <= term.last
  })
}

const small = /^(of|the|and|on|for|in|'s|-)$/

function isName({ tokens }: Document, first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1).filter(({ word }) => !small.test(word.key))
  return words.length >= 3 && words.every(({ word }) => word.shape & CAPITAL && !(word.shape & LOWER))
}
