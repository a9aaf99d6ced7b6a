/**
 * `term/unlisted`: what a word-by-word reading of a concept's Chinese gives and no list names ("State Network Information
 * Office"). It is inferred and says so: a hint, but a warning where three words or more agree.
 */
import { inferredOf } from '../matching/inferred.js'
import { defineCheck } from './check.js'

export const unlisted = defineCheck('unlisted', ({ document, setup }, rules, say) => {
  for (const { first, last, concepts, sure } of inferredOf(document, setup)) {
    const [concept] = concepts
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
