/**
 * `term/unlisted`: what a word-by-word reading of a concept's Chinese gives and no list names ("State Network Information
 * Office"). It is inferred and says so: a hint, but a warning for the name of a body, law or event that stands in capitals
 * in three words or more.
 */
import { inferredOf } from '../matching/inferred.js'
import type { Document } from '../text/document.js'
import { CAPITAL, LOWER } from '../text/lexicon.js'
import { defineCheck } from './check.js'

const names = new Set(['organization', 'law', 'document', 'event'])

export const unlisted = defineCheck('unlisted', ({ document, setup }, rules, say) => {
  for (const { first, last, concepts } of inferredOf(document, setup)) {
    const sure = concepts.every((c) => names.has(c.kind)) && isName(document, first, last)
    for (const rule of rules)
      say({
        rule,
        first,
        last,
        expected: concepts.map((c) => c.preferred),
        severity: sure ? 'warning' : 'info',
        note: `inferred: reads like a word-by-word rendering of ${concepts.map((c) => c.zh[0]).join(' or ')}`,
        concept: concepts[0],
      })
  }
})

const small = /^(of|the|and|on|for|in|'s|-)$/

function isName({ tokens }: Document, first: number, last: number): boolean {
  const words = tokens.slice(first, last + 1).filter(({ word }) => !small.test(word.key))
  return words.length >= 3 && words.every(({ word }) => word.shape & CAPITAL && !(word.shape & LOWER))
}
