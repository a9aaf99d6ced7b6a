/**
 * A glossary that comes in beside the one in force: what is new, what is the same, what adds to it and what
 * contradicts it, concept by concept; and the two as one, with the incoming word above the one in force. Compares
 * by id where the file gives one, else by the Chinese, else by the preferred English.
 */
import type { CompiledGlossary, Status } from '../glossary/compiled.js'
import type { Concept, Rendering } from '../glossary/schema.js'
import { expand } from '../matching/pattern.js'
import type { Gathered } from './gather.js'
import { idMaker } from './ids.js'
import { literal, spellings } from './spellings.js'

export const verdicts = ['contradicts', 'extends', 'new', 'same'] as const
export type Verdict = (typeof verdicts)[number]

export interface Planned {
  verdict: Verdict
  /** As the file has it, under the id that it gets here. */
  concept: Concept
  /** What it meets in the glossary in force. */
  base: Concept | undefined
  /** What it adds, or what is at odds, for the reader. */
  said: string[]
}

export interface InForce {
  concepts: readonly Concept[]
  glossary: CompiledGlossary
}

export function plan(incoming: readonly Gathered[], { concepts, glossary }: InForce): Planned[] {
  const find = finder(concepts)
  const uses = usesOf(glossary)
  const idOf = idMaker(concepts.map(({ id }) => id))
  return incoming.map(({ concept: own, named }) => {
    const base = find(own, named)
    const concept = { ...own, id: base?.id ?? (named ? own.id : idOf(own.id)) }
    const odds = oddsOf(own, base, uses)
    if (odds.length > 0) return { verdict: 'contradicts', concept, base, said: odds }
    if (base === undefined) return { verdict: 'new', concept, base, said: [] }
    const more = additions(own, base, uses)
    return { verdict: more.length > 0 ? 'extends' : 'same', concept, base, said: more }
  })
}

/** What a house's glossary needs to say of each, one entry an id; what is the same in force needs no word. */
export function additionsTo(planned: readonly Planned[]): Concept[] {
  const made = new Map<string, Concept>()
  for (const { verdict, concept, base } of planned) {
    if (verdict === 'same') continue
    const before = made.get(concept.id)
    made.set(concept.id, before ? merged(before, concept) : base ? merged(concept, base) : concept)
  }
  return [...made.values()]
}

/** One concept of both: the first as it is, of the second what does not stand against it. */
export function merged(own: Concept, base: Concept): Concept {
  const refused = new Set(Object.keys(own.deprecated ?? {}).flatMap(sequences))
  const accepted = new Set(acceptedOf(own).flatMap(sequences))
  const both = <T extends string | { term: string }>(mine: readonly T[] = [], theirs: readonly T[] = []) =>
    full([...mine, ...theirs.filter((one) => isFree(termOf(one), refused, accepted))])
  const deprecated = { ...remaining(base.deprecated, accepted), ...own.deprecated }
  const whole: Concept = {
    ...base,
    ...own,
    kind: own.kind === 'term' ? base.kind : own.kind,
    zh: full([...new Set([...(own.zh ?? []), ...(base.zh ?? [])])]),
    // The form that was preferred is one of the others now.
    admitted: both<Rendering>(own.admitted, [base.preferred, ...(base.admitted ?? [])]),
    short: both<Rendering>(own.short, base.short),
    attested: both(own.attested, base.attested),
    superseded: both(own.superseded, base.superseded),
    deprecated: Object.keys(deprecated).length > 0 ? deprecated : undefined,
  }
  if (own.preferred !== base.preferred && own.insert === undefined) delete whole.insert
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)) as Concept
}

function full<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined
}

function isFree(term: string, ...taken: ReadonlySet<string>[]): boolean {
  return !sequences(term).some((s) => taken.some((set) => set.has(s)))
}

/** A refused pattern loses the spellings that are right now; one that cannot be spelled out is dropped whole. */
function remaining(
  refused: Concept['deprecated'],
  accepted: ReadonlySet<string>,
): NonNullable<Concept['deprecated']> {
  return Object.fromEntries(
    Object.entries(refused ?? {}).flatMap(([pattern, said]) => {
      if (isFree(pattern, accepted)) return [[pattern, said]]
      return (spellings(pattern) ?? [])
        .map(literal)
        .filter((one) => isFree(one, accepted))
        .map((one) => [one, said])
    }),
  )
}

function finder(concepts: readonly Concept[]): (own: Concept, named: boolean) => Concept | undefined {
  const byId = new Map(concepts.map((c) => [c.id, c]))
  const byZh = new Map<string, Concept[]>()
  const byEnglish = new Map<string, Concept>()
  for (const concept of concepts) {
    for (const zh of concept.zh ?? []) byZh.set(zh, [...(byZh.get(zh) ?? []), concept])
    byEnglish.set(folded(concept.preferred), concept)
  }
  return (own, named) => {
    const same = named ? byId.get(own.id) : undefined
    const near = (own.zh ?? []).flatMap((zh) => byZh.get(zh) ?? [])
    const english = own.zh === undefined ? byEnglish.get(folded(own.preferred)) : undefined
    return same ?? near.find((c) => folded(c.preferred) === folded(own.preferred)) ?? near[0] ?? english
  }
}

interface Use {
  status: Status
  id: string
  term: string
  why: string | undefined
  limited: boolean
}

/** Every sequence of words that has a status in force. */
function usesOf(glossary: CompiledGlossary): (term: string) => Use[] {
  const uses = new Map<string, Use[]>()
  for (const { concept, sequences: all, status, term, why, context, exact } of glossary.forms) {
    const use = {
      status,
      id: glossary.concepts[concept]?.id ?? '',
      term,
      why,
      limited: context !== undefined || exact === true,
    }
    for (const sequence of all) {
      const list = uses.get(sequence)
      if (list) list.push(use)
      else uses.set(sequence, [use])
    }
  }
  return (term) => sequences(term).flatMap((sequence) => uses.get(sequence) ?? [])
}

function oddsOf(own: Concept, base: Concept | undefined, uses: (term: string) => Use[]): string[] {
  const odds: string[] = []
  const refusedBy = (term: string) =>
    uses(term).find(({ status, limited }) => status === 'deprecated' && !limited)
  const [now] =
    base === undefined
      ? []
      : uses(own.preferred).filter(({ id, status }) => id === base.id && status !== 'deprecated')
  const refused = refusedBy(own.preferred)
  if (refused) odds.push(`"${own.preferred}" is refused in force (${refused.why ?? `by ${refused.id}`})`)
  if (base !== undefined && now?.status !== 'preferred') {
    const place = now === undefined ? '' : `, "${own.preferred}" is ${now.status} there`
    odds.push(`"${base.preferred}" is preferred in force${place}`)
  }
  for (const form of [...(own.admitted ?? []), ...(own.short ?? []), ...(own.attested ?? [])].map(termOf)) {
    const against = refusedBy(form)
    if (against) odds.push(`"${form}" is refused in force (${against.why ?? `by ${against.id}`})`)
  }
  for (const [form, said] of Object.entries(own.deprecated ?? {})) {
    if (typeof said === 'object' && (said.after || said.before || said.with || said.without || said.case))
      continue
    const right = uses(form).find(({ status }) => status !== 'deprecated' && status !== 'superseded')
    if (right) odds.push(`"${form}" is ${right.status} in force (${right.id})`)
  }
  return [...new Set(odds)]
}

function additions(own: Concept, base: Concept, uses: (term: string) => Use[]): string[] {
  const known = (term: string, refused: boolean) =>
    uses(term).some(({ id, status }) => id === base.id && (status === 'deprecated') === refused)
  return [
    ...(own.zh ?? []).filter((zh) => !base.zh?.includes(zh)),
    ...acceptedOf(own)
      .filter((term) => !known(term, false))
      .map((term) => `"${term}"`),
    ...Object.keys(own.deprecated ?? {})
      .filter((term) => !known(term, true))
      .map((term) => `not "${term}"`),
  ]
}

function acceptedOf(c: Concept): string[] {
  return [
    c.preferred,
    ...[c.admitted, c.short, c.attested, c.superseded].flatMap((list) => (list ?? []).map(termOf)),
  ]
}

function termOf(form: string | { term: string }): string {
  return typeof form === 'string' ? form : form.term
}

/** As the glossary compares: folded words, a leading article apart. */
function sequences(term: string): string[] {
  return expand(term).map((words) => words.join(' ').replace(/^the (?=\S+ \S)/, ''))
}

function folded(term: string): string {
  return term.toLowerCase().replace(/^the /, '')
}
