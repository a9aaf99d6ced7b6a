/**
 * Selected edits of one article as fixes, each looked at again: the term must stand where it stood, in running text, and be
 * what the report took it for; a refused form must be a finding of the lint, too, so that what a desk accepted, a
 * comment switched off or the rules spare stays. Article, number and capitals are carried over as by any fix of a term.
 */
import { disablers } from '../findings/disabled.js'
import type { Finding } from '../findings/finding.js'
import { compatible } from '../findings/fix.js'
import { replacement } from '../findings/replace.js'
import { filled, insertOf, type TermHit, termsOf } from '../matching/terms.js'
import type { Survey } from '../session.js'
import type { Setup } from '../setup.js'
import { rangeOf, sentenceAt } from '../text/document.js'
import { quotationAt } from '../text/quotations.js'
import type { Selected } from './selection.js'

export interface Looked {
  /** In order of place, none over another. */
  made: { edit: Selected; start: number; end: number; text: string }[]
  refused: { edit: Selected; because: string }[]
}

type Fixed = Looked['made'][number]

export type Keep = ((finding: Pick<Finding, 'ruleId' | 'concept' | 'actual'>) => boolean) | undefined

export function selectedEdits(
  survey: Survey,
  setup: Setup,
  selected: readonly Selected[],
  keep: Keep,
): Looked {
  const looked = selected.map((edit) => ({ edit, ...look(edit, survey, setup, keep) }))
  const able = looked.flatMap(({ edit, fix }) => (fix ? [{ edit, ...fix, class: 'suggested' as const }] : []))
  const compatibles = new Set(compatible(survey.text, able))
  const made: Fixed[] = able.filter((one) => compatibles.has(one)).sort((a, b) => a.start - b.start)
  const chosen = new Set(made.map(({ edit }) => edit))
  const refused = looked.flatMap(({ edit, because }) =>
    chosen.has(edit) ? [] : [{ edit, because: because ?? 'another edit stands there, or nothing changes' }],
  )
  return { made, refused }
}

type Answer =
  | { fix: { start: number; end: number; text: string }; because?: undefined }
  | { fix?: undefined; because: string }

function look(edit: Selected, { document, findings }: Survey, setup: Setup, keep: Keep): Answer {
  const hit = termsOf(document, setup).find(
    ({ first, last, form }) =>
      form.concept.id === edit.concept && rangeOf(document, first, last).start === edit.offset,
  )
  if (hit === undefined) return { because: 'the glossary in force sees no such term there' }
  const { first, last, form, forms } = hit
  const range = rangeOf(document, first, last)
  const actual = document.source.slice(range.start, range.end).replace(/\s+/g, ' ')
  if (forms.some(({ concept }) => concept !== form.concept)) return { because: 'it may mean another concept' }
  if (quotationAt(document, first, last) !== 'none') return { because: 'it stands in a quotation' }
  if (sentenceAt(document, first).headline) return { because: 'it stands in a headline' }
  if (isSpared({ ...range, actual }, hit, { findings, keep, document }))
    return { because: 'the lint lets it stand (a decision, a comment, or another body)' }
  const expected = form.expected?.map((term) => filled(document, hit, term))
  const open = hit.slots.filter((slot) => slot[2] === undefined).length
  if (edit.write.split('{').length - 1 > open)
    return { because: 'the name or number that belongs there is not in it' }
  const write = filled(document, hit, edit.write)
  if (expected !== undefined && !expected.includes(write))
    return { because: `the glossary expects "${expected.join('" or "')}" there` }
  if (form.verbs !== undefined && expected === undefined) return { because: 'a verb wants a person' }
  const fix = replacement(document, hit, insertOf(document, hit, write))
  return fix ? { fix } : { because: 'the words around it want a person' }
}

interface Around extends Pick<Survey, 'findings' | 'document'> {
  keep: Keep
}

function isSpared(
  { start, end, actual }: { start: number; end: number; actual: string },
  { form }: TermHit,
  { findings, document, keep }: Around,
): boolean {
  const concept = form.concept.id
  if (form.status === 'deprecated')
    return !findings.some((f) => f.concept === concept && f.start < end && start < f.end)
  const ruleId = 'term/inconsistent'
  const disabling = disablers(document.source, document.facts?.directives ?? [])
  return disabling({ start, ruleId }).length > 0 || keep?.({ ruleId, concept, actual }) === false
}
