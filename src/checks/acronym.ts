/**
 * `term/acronym`: an acronym that a reader must be given in full, before its full form or without one. Asked only of
 * short forms that the glossary marks `expand: first`; headlines and quotations are left alone.
 */
import { type TermHit, termsOf } from '../matching/terms.js'
import { sentenceAt } from '../text/document.js'
import { quotationAt } from '../text/quotations.js'
import { defineCheck } from './check.js'

export const acronym = defineCheck('acronym', ({ document, setup }, rules, say) => {
  const all = termsOf(document, setup)
  if (!all.some(wantsFull)) return
  const hits = all.filter(
    ({ first }) => !sentenceAt(document, first).headline && quotationAt(document, first) === 'none',
  )
  const told = new Set<string>()
  for (const hit of hits) {
    const { id } = hit.form.concept
    if (told.has(id) || !/^(preferred|admitted)$/.test(hit.form.status)) continue
    told.add(id)
    if (!wantsFull(hit) || new Set(hit.forms.map((f) => f.concept.id)).size > 1) continue
    const later = hits.find((other) => isFull(other, id))
    for (const rule of rules)
      say({
        rule,
        first: hit.first,
        last: hit.last,
        expected: [`${hit.form.concept.preferred} (${hit.form.term})`],
        note: later ? 'its full form comes only later' : 'its full form never comes',
        concept: hit.form.concept,
      })
  }
})

function wantsFull({ form }: TermHit): boolean {
  return form.short === true && form.expand === 'first'
}

function isFull({ form }: TermHit, id: string): boolean {
  return form.concept.id === id && !form.short && /^(preferred|admitted)$/.test(form.status)
}
