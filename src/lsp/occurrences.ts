/**
 * Where a concept stands in a text, right or wrong: its listed forms, and what a check took for a rendering of it. Of
 * two on one stretch the listed form counts.
 */
import type { Range } from '../formats/source.js'
import type { Status } from '../glossary/compiled.js'
import { folded } from '../glossary/find.js'
import { type TermHit, termsOf } from '../matching/terms.js'
import type { Setup } from '../setup.js'
import type { Document } from '../text/document.js'
import type { Look } from './look.js'

export interface Occurrence extends Range {
  concept: string
  rendering: string
  /** Undefined for a form that the glossary does not list. */
  status: Status | undefined
}

export async function occurrencesIn(look: Look, concept?: string): Promise<Occurrence[]> {
  const terms: Occurrence[] = (await look.terms()).map(({ start, end, concept, rendering, status }) => {
    return { start, end, concept: concept.id, rendering, status: status === 'unlisted' ? undefined : status }
  })
  const known = look.setup.concepts
  const inferred = look.findings.flatMap(({ start, end, concept, actual }): Occurrence[] =>
    concept !== undefined && known.has(concept) && !terms.some((t) => t.start < end && start < t.end)
      ? [{ start, end, concept, rendering: actual, status: undefined }]
      : [],
  )
  return [...terms, ...inferred]
    .filter((one) => concept === undefined || one.concept === concept)
    .sort((a, b) => a.start - b.start)
}

/** The shortest that covers the offset; its end counts, for a cursor behind the last letter. */
export async function occurrenceAt(look: Look, offset: number): Promise<Occurrence | undefined> {
  const here = (await occurrencesIn(look)).filter(({ start, end }) => start <= offset && offset <= end)
  return here.sort((a, b) => a.end - a.start - (b.end - b.start))[0]
}

/** In any capitals, over line breaks and hyphens. */
export function sameRendering(a: string, b: string): boolean {
  return folded(a) === folded(b)
}

/** The words on a stretch without what stands between them: a rendering is the same in bold and over a line break. */
export function wordsOn({ tokens }: Document, { start, end }: Range): string {
  const words = tokens.filter((token) => token.start < end && start < token.end).map(({ word }) => word.key)
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).join(' ')
}

/** What stands on a stretch, as a replacement wants to know it; undefined where it is no whole tokens. */
export function placeOf(
  document: Document,
  setup: Setup,
  { start, end }: Range,
): Pick<TermHit, 'first' | 'last' | 'plural'> | undefined {
  const first = document.tokens.findIndex((token) => token.start === start)
  if (first < 0) return undefined
  const length = document.tokens.slice(first).findIndex((token) => token.end === end)
  if (length < 0) return undefined
  const last = first + length
  const hit = termsOf(document, setup).find((h) => h.first === first && h.last === last)
  return hit ?? { first, last, plural: false }
}
