/**
 * The terms of an article as plain facts, in order of place: what was written for which concept, where, and of what
 * standing. Counts over many articles, and consistency inside one, are folds over these. Judges nothing.
 */
import type { Range } from '../formats/source.js'
import type { CompiledConcept, Status } from '../glossary/compiled.js'
import type { Setup } from '../setup.js'
import { type Document, rangeOf, sentenceAt } from '../text/document.js'
import { positionOf } from '../text/points.js'
import { type Quotation, quotationAt } from '../text/quotations.js'
import { inferredOf } from './inferred.js'
import { isLiteral } from './pattern.js'
import { filled, foldedClass, termsOf } from './terms.js'

export interface TermFact extends Range {
  concept: CompiledConcept
  /** As it stands in the text, on one line. */
  rendering: string
  /** `unlisted`: a literal reading of the Chinese, inferred. */
  status: Status | 'unlisted'
  /** Who writes an attested form. */
  usage: readonly string[]
  /** A short form: counts as one with the full one. */
  short: boolean
  /** What counts as one: the preferred form stands for itself, its short forms and acronyms. */
  class: string
  /** One of the wordings of a pattern, or with words that the glossary leaves open. */
  open: boolean
  /** What the glossary wants in its place, where that is not the concept's preferred form. */
  expected: readonly string[]
  /** Of a former name: until when it was official. */
  until: string | undefined
  line: number
  /** Its sentence on one line, cut to 160 characters on either side, and where the rendering begins in it. */
  sentence: string
  at: number
  headline: boolean
  quotation: Quotation
  /** Other concepts that are written like this. */
  others: readonly string[]
}

export function termFacts(document: Document, setup: Setup): TermFact[] {
  const listed = termsOf(document, setup).map((hit) => {
    const { first, last, form, forms } = hit
    return {
      ...placeOf(document, first, last),
      concept: form.concept,
      status: form.status,
      usage: form.usedBy ?? [],
      short: form.short ?? false,
      open: !isLiteral(form.term),
      expected: form.expected?.map((term) => filled(document, hit, term)) ?? [],
      class: form.short || isAccepted(form.status) ? foldedClass(form) : undefined,
      until: form.status === 'superseded' ? (form.until ?? form.concept.until) : undefined,
      others: [...new Set(forms.map((f) => f.concept.id))].filter((id) => id !== form.concept.id),
    }
  })
  const inferred = inferredOf(document, setup).map(({ first, last, concepts: [concept, ...others] }) => ({
    ...placeOf(document, first, last),
    concept,
    status: 'unlisted' as const,
    usage: [],
    short: false,
    open: false,
    expected: [],
    class: undefined,
    until: undefined,
    others: others.map(({ id }) => id),
  }))
  return [...listed, ...inferred]
    .map((fact) => ({ ...fact, class: fact.class ?? spelling(fact.rendering) }))
    .sort((a, b) => a.start - b.start)
}

function isAccepted(status: Status): boolean {
  return status === 'preferred' || status === 'admitted'
}

/** The same for spellings that differ in capitals, apostrophes and hyphens only. */
export function spelling(rendering: string): string {
  return rendering
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[\s\u00a0‐‑-]+/g, ' ')
}

const around = 160
const untidy = /\s\s|[^\S ]/

function placeOf(document: Document, first: number, last: number) {
  const range = rangeOf(document, first, last)
  const sentence = sentenceAt(document, first)
  const whole = rangeOf(document, sentence.first, sentence.last)
  const oneLine = (start: number, end: number) => {
    const text = document.source.slice(start, end)
    // Most are on one line; looking is a fifth of the work of replacing.
    return untidy.test(text) ? text.replace(/\s+/g, ' ') : text
  }
  const before = oneLine(whole.start, range.start)
  const rendering = oneLine(range.start, range.end)
  const after = oneLine(range.end, Math.max(whole.end, range.end))
  const lead = before.length > around ? `… ${before.slice(-around).replace(/^\S*\s/, '')}` : before
  const rest = after.length > around ? `${after.slice(0, around).replace(/\s\S*$/, '')} …` : after
  return {
    ...range,
    rendering,
    line: positionOf(document, range.start, range.end).start.line,
    sentence: `${lead}${rendering}${rest}`,
    at: lead.length,
    headline: sentence.headline,
    quotation: quotationAt(document, first, last),
  }
}
