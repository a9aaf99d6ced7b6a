/**
 * `term/deprecated` and `term/superseded`: a rendering that the glossary refuses, or one that was official once and
 * stands in an article from after the change. `term/contested`, where a house asks: a name that is not official usage, which
 * is no fault. It leaves alone a refused form inside an approved longer name, another
 * country's bodies and offices, and a former name in a sentence that speaks of the past.
 */

import { replacement } from '../findings/replace.js'
import type { Severity } from '../glossary/compiled.js'
import type { Form } from '../glossary/resolve.js'
import { isPartOfMiss } from '../matching/formulas.js'
import { filled, insertOf, type TermHit, termsOf } from '../matching/terms.js'
import type { CompiledRule } from '../rules/compiled.js'
import { isAbroad, isElsewhere } from '../text/abroad.js'
import { articleDate } from '../text/article-date.js'
import { type Document, sentenceAt } from '../text/document.js'
import { defineCheck, type Said } from './check.js'

export const refused = defineCheck('refused', ({ document, setup }, rules, say) => {
  const deprecated = rules.find((r) => r.id === 'term/deprecated')
  const superseded = rules.find((r) => r.id === 'term/superseded')
  const contested = rules.find((r) => r.id === 'term/contested')
  for (const hit of termsOf(document, setup)) {
    if (isElsewhere(document)) continue
    if (bodies.has(hit.form.concept.kind) && isAbroad(document, hit.first, hit.last)) continue
    const refusing = hit.form.concept.contested ? contested : deprecated
    if (hit.form.status === 'deprecated' && refusing && !isPartOfMiss(document, setup, hit))
      say(refusal(document, hit, refusing, severityOf(hit.form)))
    if (hit.form.status !== 'superseded' || !superseded || speaksOfThePast(document, hit)) continue
    const date = articleDate(document)
    const until = hit.form.until as string
    if (date !== undefined && date.slice(0, until.length) <= until) continue
    say(refusal(document, hit, superseded, date === undefined ? 'info' : undefined))
  }
})

const desks: Record<string, string> = {
  'foreign-press': 'the foreign press',
  academic: 'scholars',
  'former-official': 'earlier official texts',
  'party-press': 'the Party press',
  local: 'local offices',
}

function usageOf({ usedBy = [], concept }: Form, expected: readonly string[]): string {
  const whose = `the form of ${usedBy.map((user) => desks[user] ?? user).join(' and ')}`
  return concept.contested ? `official PRC usage is "${expected[0]}"; this is ${whose}` : whose
}

const names = new Set(['organization', 'law', 'document', 'event'])

/** What other countries have too, and call otherwise. */
const bodies = new Set(['organization', 'title'])

/** An invented name is an error; what another desk writes, or a literal phrase, is a warning. */
function severityOf(form: Form): Severity | undefined {
  if (form.severity) return form.severity
  return names.has(form.concept.kind) && !form.byHouse && /\P{Lu}\p{Lu}/u.test(form.term)
    ? 'error'
    : undefined
}

function refusal(document: Document, hit: TermHit, rule: CompiledRule, severity: Severity | undefined): Said {
  const { form } = hit
  const alternatives = [
    ...new Set(hit.forms.flatMap((f) => (f.status === form.status ? expectedOf(document, hit, f) : []))),
  ]
  const only = alternatives.length === 1 ? alternatives[0] : undefined
  const edit = only === undefined ? undefined : replacement(document, hit, insertOf(document, hit, only))
  return {
    rule,
    first: hit.first,
    last: hit.last,
    expected: alternatives,
    severity,
    note: form.why ?? (form.byHouse ? usageOf(form, alternatives) : undefined),
    concept: form.concept,
    fix: edit && { ...edit, class: 'suggested' },
    fields: { when: whenOf(hit, alternatives), until: form.until ?? '' },
  }
}

/** The preferred form, then those admitted ones that say when they are right. */
function expectedOf(document: Document, hit: TermHit, form: Form): string[] {
  return (form.expected ?? [form.concept.preferred]).map((term) => filled(document, hit, term))
}

function whenOf(hit: TermHit, alternatives: readonly string[]): string {
  return alternatives.length > 1
    ? hit.forms
        .map((f) => f.concept.note ?? '')
        .filter(Boolean)
        .join('; ')
    : ''
}

const past =
  /^(then|former|formerly|previous|previously|predecessor|renamed|replaced|superseded|abolished|defunct|until|was)$/

function speaksOfThePast(document: Document, hit: TermHit): boolean {
  const sentence = sentenceAt(document, hit.first)
  const until = Number((hit.form.until ?? '').slice(0, 4))
  for (let i = sentence.first; i <= sentence.last; i++) {
    const key = document.tokens[i]?.word.key ?? ''
    if (past.test(key)) return true
    if (/^(19|20)\d\d$/.test(key) && Number(key) <= until) return true
    if (
      key === 'up' &&
      document.tokens[i - 1]?.word.key === 'set' &&
      document.tokens[i + 1]?.word.key === 'in'
    )
      return true
  }
  return false
}
