/**
 * `term/confusable`: the right name of the wrong body, where the words around it show that its sibling is meant.
 * Only what the glossary describes by such words; two siblings side by side are left alone.
 */
import { fits } from '../matching/context.js'
import { termsOf } from '../matching/terms.js'
import { defineCheck } from './check.js'

export const confusable = defineCheck('confusable', ({ document, setup }, rules, say) => {
  for (const { first, last, form } of termsOf(document, setup)) {
    if (form.status === 'deprecated') continue
    for (const sibling of form.concept.confusable ?? []) {
      const meant = setup.glossary.concepts.get(sibling.concept)
      if (meant === undefined || !fits(document, first, last, sibling.context)) continue
      for (const rule of rules)
        say({
          rule,
          first,
          last,
          expected: [meant.preferred],
          note: sibling.because,
          concept: meant,
        })
    }
  }
})
