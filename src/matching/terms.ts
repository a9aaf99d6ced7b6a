/**
 * The terms of an article: every form of every concept that stands in it, longest first, so that an approved long
 * name masks whatever stands inside it. These are the facts that all term checks, and the consistency report, fold.
 */
import type { Status } from '../glossary/compiled.js'
import type { Form } from '../glossary/resolve.js'
import type { Setup } from '../setup.js'
import { type Document, memoFor } from '../text/document.js'
import { NONE, type Token } from '../text/tokens.js'
import { fits } from './context.js'
import { lookUp } from './lookup.js'
import { longest, type Slots } from './search.js'

export interface TermHit {
  /** Tokens, both included. */
  first: number
  last: number
  /** Every form that is written like this, the best status first; several concepts make it ambiguous. */
  forms: readonly Form[]
  form: Form
  /** Matched as a plural that the glossary does not list itself. */
  plural: boolean
  slots: Slots
}

const rank: Record<Status, number> = { preferred: 0, admitted: 1, attested: 2, superseded: 3, deprecated: 4 }

/** A refusal that names its context, and stands in it, knows more than a form that is fine elsewhere. */
function rankOf({ status, context }: Form): number {
  return status === 'deprecated' && context ? -1 : rank[status]
}

export function termsOf(document: Document, { index }: Setup): readonly TermHit[] {
  return memoFor(document, index, termsOf, () => {
    const hits: TermHit[] = []
    for (const { first, last, entries, slots } of lookUp(document, index).forms) {
      const fitting = entries.filter(({ form }) => holds(document, first, last, form))
      if (fitting.length === 0) continue
      const forms = fitting.map(({ form }) => form)
      if (forms.length > 1) forms.sort((a, b) => rankOf(a) - rankOf(b))
      const plural = fitting.every((entry) => entry.plural)
      hits.push({ first, last, forms, form: forms[0] as Form, plural, slots })
    }
    const kept = longest(hits)
    return kept.length === hits.length ? kept : withSideways(hits, kept)
  })
}

/** A refused form of another concept that only overlaps a refused one is a defect of its own: neither covers the other. */
function withSideways(hits: readonly TermHit[], kept: readonly TermHit[]): readonly TermHit[] {
  const beside = hits.filter((hit) => {
    if (hit.form.status !== 'deprecated') return false
    const over = kept.filter((other) => other.first <= hit.last && hit.first <= other.last)
    return over.every(
      ({ first, last, form }) =>
        form.status === 'deprecated' &&
        form.concept !== hit.form.concept &&
        (first - hit.first) * (last - hit.last) > 0,
    )
  })
  return beside.length === 0 ? kept : [...kept, ...longest(beside)].sort((a, b) => a.first - b.first)
}

/**
 * What counts as one rendering: the preferred form, its short forms and its acronyms. Undefined for a pattern, whose
 * wordings are renderings of their own; what stands in a slot makes no difference.
 */
export function foldedClass({ term: written, short, concept }: Form): string | undefined {
  const term = written.replace(/ of the People['’]s Republic of China$/, '')
  if (short || term === concept.preferred || /^\p{Lu}+$/u.test(term)) return concept.preferred
  return /[([~]/.test(term) ? undefined : term
}

/** Whether the words there are the form's, capitals and context included. */
function holds(document: Document, first: number, last: number, form: Form): boolean {
  return rightCapitals(document.tokens, first, last, form) && fits(document, first, last, form.context)
}

function rightCapitals(tokens: readonly Token[], first: number, last: number, { strict }: Form): boolean {
  if (strict === undefined) return true
  for (let i = first; i <= last; i++) {
    const { word } = tokens[i] as Token
    const allowed = strict.get(word.key)
    if (allowed !== undefined && !allowed.has(word.text)) return false
  }
  return true
}

/** `{name}` and `{number}` in the expected form, from what stood in the slots; one that stood empty goes. */
export function filled({ tokens }: Document, { slots }: TermHit, term: string): string {
  const named = slots.filter((slot) => slot[2] === undefined)
  let at = 0
  return term.replace(/\{\w+\}( ?)/g, (_, space: string) => {
    const slot = named[at++]
    return slot === undefined ? '' : spelled(tokens.slice(slot[0], slot[1] + 1)) + space
  })
}

function spelled(tokens: readonly Token[]): string {
  return tokens.map((t, i) => (i > 0 && t.gap !== NONE ? ' ' : '') + t.word.text).join('')
}
