/**
 * `term/unlisted`: what a word-by-word reading of a concept's Chinese gives and no list names ("State Network Information
 * Office"). It is inferred and says so: a hint, but a warning where three words or more agree. It leaves alone other
 * countries' bodies, articles about other countries, and words on which a listed form, right or wrong, has spoken.
 */
import { lookUp } from '../matching/lookup.js'
import { longest } from '../matching/search.js'
import { type TermHit, termsOf } from '../matching/terms.js'
import { isAbroad, isElsewhere, isHome } from '../text/abroad.js'
import { defineCheck } from './check.js'

const most = 2
/** What other countries have too. */
const bodies = new Set(['organization', 'title'])

export const unlisted = defineCheck('unlisted', ({ document, setup }, rules, say) => {
  const terms = termsOf(document, setup)
  const readings = lookUp(document, setup.index).readings.filter((hit) => !isSpokenFor(hit, terms))
  if (readings.length === 0 || isElsewhere(document)) return
  const atHome = isHome(document)
  for (const { first, last, entries } of longest(readings)) {
    const concepts = [...new Set(entries.map((entry) => entry.concept))]
    const concept = concepts[0]
    const sure = entries.every((entry) => entry.sure)
    if (concept === undefined || concepts.length > most || !(sure || atHome)) continue
    if (bodies.has(concept.kind) && isAbroad(document, first, last)) continue
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
