/**
 * How the standing of a rendering is called: as the glossary has it, or, to describe a corpus for research, by who writes
 * it and without a word on what is right; and how its concept is.
 */
import type { TermRow } from './rows.js'

export type Labels = 'judging' | 'describing'

type Standing = Pick<TermRow, 'status' | 'usage'>

export const statuses = ['preferred', 'admitted', 'attested', 'superseded', 'deprecated', 'unlisted'] as const

const judging: Record<TermRow['status'], string> = {
  preferred: 'preferred',
  admitted: 'admitted',
  attested: 'attested',
  superseded: 'superseded',
  deprecated: 'refused',
  unlisted: 'inferred',
}

export function labelOf({ status, usage }: Standing, labels: Labels): string {
  if (labels === 'judging') return judging[status]
  if (status === 'preferred' || status === 'admitted') return 'official'
  if (status === 'superseded' || usage.includes('former-official')) return 'former'
  return status === 'attested' || usage !== '' ? 'other attested' : 'unattested'
}

/** Of several Chinese names the shortest. */
export function shortZh(zh: string): string {
  return zh.split('；').reduce((best, one) => (one.length < best.length ? one : best))
}
