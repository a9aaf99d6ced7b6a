/**
 * `term/garbled`: a near miss of a long fixed formula. It says what moved. It leaves alone the formula itself, every
 * accepted part of it, and sentences in which its words stand apart.
 */

import { replacement } from '../findings/replace.js'
import type { Severity } from '../glossary/compiled.js'
import { type NearMiss, nearMisses } from '../matching/formulas.js'
import { defineCheck } from './check.js'

export const garbled = defineCheck('garbled', ({ document, setup }, rules, say) => {
  for (const miss of nearMisses(document, setup))
    for (const rule of rules) {
      const { concept, first, last } = miss
      const edit = replacement(document, { first, last, plural: false }, concept.insert ?? concept.preferred)
      say({
        rule,
        first,
        last,
        expected: [concept.preferred],
        note: whatHappened(miss),
        severity: severityOf(miss),
        concept,
        fix: edit && { ...edit, class: 'suggested' },
      })
    }
})

/** Words moved are a scramble; a paraphrase may be meant; a part left out alone often is. */
function severityOf({ moved, missing, misread }: NearMiss): Severity | undefined {
  if (moved.length > 0) return undefined
  return missing.length > 0 && misread.length === 0 ? 'info' : 'warning'
}

function whatHappened({ moved, missing, misread }: NearMiss): string {
  const quoted = (words: string[]) => words.map((w) => `"${w}"`).join(', ')
  const parts = [
    moved.length > 0 ? `${quoted(moved)} out of place` : '',
    missing.length > 0 ? `${quoted(missing)} missing` : '',
    misread.length > 0 ? `${quoted(misread)} paraphrased` : '',
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('; ') : 'the small words between differ'
}
