/**
 * `term/confusable`: the right name of the wrong body, where the words around it show that its sibling is meant.
 * Only what the glossary describes by such words; two siblings side by side are left alone.
 */
import { fits } from '../matching/context.js'
import { filled, termsOf } from '../matching/terms.js'
import { defineCheck } from './check.js'

export const confusable = defineCheck('confusable', ({ document, setup }, rules, say) => {
  for (const hit of termsOf(document, setup)) {
    const { first, last, form } = hit
    if (form.status === 'deprecated') continue
    const sibling = form.concept.confusable?.find(
      ({ context }) => context && fits(document, first, last, context),
    )
    const meant = sibling && setup.concepts.get(sibling.concept)
    if (sibling === undefined || meant === undefined) continue
    const expected = [filled(document, hit, meant.preferred)]
    for (const rule of rules) say({ rule, first, last, expected, note: sibling.because, concept: meant })
  }
})
