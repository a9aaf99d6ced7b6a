/**
 * What changed between two glossaries, concept by concept, as a reviewer wants to read it: what is preferred and refused
 * now, what is accepted, then what is gone, and reasons and facts last. Patterns are compared by what they stand for, so
 * that one which was only rearranged is no change.
 */
import { expand, PatternError } from '../matching/pattern.js'
import { termOf } from './overlay.js'
import type { Concept } from './schema.js'

export type Standing = 'preferred' | 'admitted' | 'short' | 'attested' | 'superseded' | 'deprecated'

/** In the order in which they are read. */
export type Change =
  | { kind: 'preferred'; from: string; to: string; former: Standing | 'gone' }
  | { kind: 'decided'; date: string; by: string; because: string }
  /** `only`: of what the form stands for, that which is new in this status. `was`: its former statuses, if it had any. */
  | { kind: 'refused'; form: string; only?: string[]; was: Standing[]; why?: string | undefined }
  | { kind: 'accepted' | 'moved'; form: string; only?: string[]; was: Standing[]; to: Standing }
  | { kind: 'dropped'; form: string; only?: string[]; was: Standing[] }
  | { kind: 'reason'; form: string; from: string | undefined; to: string | undefined }
  | { kind: 'detail'; form: string; from: object; to: object }
  | { kind: 'fact'; key: string; from: unknown; to: unknown }

export interface ConceptChange {
  concept: string
  zh: string[]
  preferred: string
  change: 'added' | 'removed' | 'changed'
  changes: Change[]
}

const weights: Record<Change['kind'], number> = {
  preferred: 0,
  decided: 1,
  refused: 2,
  accepted: 3,
  moved: 5,
  dropped: 6,
  reason: 7,
  detail: 8,
  fact: 9,
}
const wholeWeight = 4
const facts = [
  ...[
    'approved',
    'contested',
    'zh',
    'kind',
    'insert',
    'since',
    'until',
    'vary',
    'formula',
    'confusable',
    'replaces',
  ],
  ...['note', 'source'],
] as (keyof Concept)[]

export function diffGlossaries(from: readonly Concept[], to: readonly Concept[]): ConceptChange[] {
  const old = new Map(from.map((concept) => [concept.id, concept]))
  const now = new Map(to.map((concept) => [concept.id, concept]))
  const changed = to.flatMap((concept): ConceptChange[] => {
    const before = old.get(concept.id)
    if (before === undefined) return [changeOf('added', concept, formChanges(undefined, concept))]
    if (JSON.stringify(before) === JSON.stringify(concept)) return []
    const changes = [...formChanges(before, concept), ...factChanges(before, concept)]
    return changes.length > 0 ? [changeOf('changed', concept, changes)] : []
  })
  const removed = from
    .filter(({ id }) => !now.has(id))
    .map((concept) => changeOf('removed', concept, formChanges(concept, undefined)))
  return [...changed, ...removed].sort((a, b) => weightOf(a) - weightOf(b))
}

function changeOf(change: ConceptChange['change'], concept: Concept, changes: Change[]): ConceptChange {
  const { id, zh = [], preferred } = concept
  const ordered = changes.sort((a, b) => weights[a.kind] - weights[b.kind])
  return { concept: id, zh, preferred, change, changes: ordered }
}

function weightOf({ change, changes }: ConceptChange): number {
  if (change !== 'changed') return wholeWeight + (change === 'removed' ? 0.5 : 0)
  return weights[(changes[0] as Change).kind]
}

interface Form {
  term: string
  status: Standing
  why?: string | undefined
  /** What else is said of it. */
  more: object
  sequences: string[]
}

function formChanges(before: Concept | undefined, now: Concept | undefined): Change[] {
  const [old, fresh] = [formsOf(before), formsOf(now)]
  const [oldBy, nowBy] = [bySequence(old), bySequence(fresh)]
  const changes: Change[] = []
  const renamed = before !== undefined && now !== undefined && before.preferred !== now.preferred
  if (renamed) {
    const former = fresh.find(({ term }) => term === before.preferred)?.status ?? 'gone'
    changes.push({ kind: 'preferred', from: before.preferred, to: now.preferred, former })
  }
  // The line of the preferred form says what became of both.
  const told = (form: Form) =>
    renamed && (form.status === 'preferred' || (form.term === before.preferred && form.status === 'admitted'))
  for (const form of fresh) {
    const news = form.sequences.filter((s) => oldBy.get(s)?.status !== form.status)
    if (news.length > 0) {
      if (!told(form)) changes.push(standing(form, news, oldBy))
      continue
    }
    changes.push(
      ...saidAnew(form, old.find(({ term }) => term === form.term) ?? oldBy.get(form.sequences[0] as string)),
    )
  }
  for (const form of old) {
    const gone = form.sequences.filter((s) => !nowBy.has(s))
    if (gone.length > 0 && !told(form))
      changes.push({ kind: 'dropped', form: form.term, ...some(gone, form), was: [form.status] })
  }
  return changes
}

/** A form, or a part of what it stands for, in a status that it did not have. */
function standing(form: Form, news: string[], oldBy: ReadonlyMap<string, Form>): Change {
  const before = news.map((s) => oldBy.get(s)?.status)
  const was = [...new Set(before)].filter((status) => status !== undefined)
  const said = { form: form.term, ...some(news, form), was }
  if (form.status === 'deprecated') return { kind: 'refused', ...said, why: form.why }
  const isNew = before.some((status) => status === undefined || status === 'deprecated')
  return { kind: isNew ? 'accepted' : 'moved', ...said, to: form.status }
}

function some(sequences: string[], form: Form): { only?: string[] } {
  return sequences.length < form.sequences.length ? { only: sequences } : {}
}

function saidAnew(form: Form, old: Form | undefined): Change[] {
  if (old === undefined) return []
  const changes: Change[] = []
  if (old.why !== form.why) changes.push({ kind: 'reason', form: form.term, from: old.why, to: form.why })
  if (JSON.stringify(old.more) !== JSON.stringify(form.more))
    changes.push({ kind: 'detail', form: form.term, from: old.more, to: form.more })
  return changes
}

function factChanges(before: Concept, now: Concept): Change[] {
  const known = new Set((before.decisions ?? []).map((one) => JSON.stringify(one)))
  const decided = (now.decisions ?? []).filter((one) => !known.has(JSON.stringify(one)))
  const changed = facts.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]))
  return [
    ...decided.map((one): Change => ({ kind: 'decided', ...one })),
    ...changed.map((key): Change => ({ kind: 'fact', key, from: before[key], to: now[key] })),
  ]
}

function formsOf(concept: Concept | undefined): Form[] {
  if (concept === undefined) return []
  const forms: Form[] = [formOf(concept.preferred, 'preferred')]
  for (const status of ['admitted', 'short', 'attested', 'superseded'] as const)
    for (const one of concept[status] ?? []) forms.push(formOf(termOf(one), status, one))
  for (const [term, said] of Object.entries(concept.deprecated ?? {}))
    forms.push(formOf(term, 'deprecated', typeof said === 'string' ? { why: said } : said))
  return forms
}

function formOf(term: string, status: Standing, said: string | object = {}): Form {
  const { term: _, why, ...more } = (typeof said === 'string' ? {} : said) as Record<string, unknown>
  return { term, status, why: why as string | undefined, more, sequences: sequencesOf(term) }
}

/** A pattern that cannot be read stands for itself: that is for `glossary check` to say. */
function sequencesOf(term: string): string[] {
  try {
    return expand(term).map((symbols) => symbols.join(' '))
  } catch (error) {
    if (error instanceof PatternError) return [term]
    throw error
  }
}

/** Where two forms stand for the same words, the first one has the say: accepted before refused. */
function bySequence(forms: readonly Form[]): Map<string, Form> {
  const found = new Map<string, Form>()
  for (const form of forms) for (const s of form.sequences) if (!found.has(s)) found.set(s, form)
  return found
}
