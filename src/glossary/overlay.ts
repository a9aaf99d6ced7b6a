/**
 * A desk's entry on top of the one below with the same id: single values are replaced, lists grow, tables merge by key,
 * and nothing that the lower one knows is forgotten. A form named again leaves the status it had below, and the
 * former preferred form stays admitted; a preferred form that is refused below stays refused, which is an error, until
 * one of the lists takes it up.
 */
import type { PlacedConcept } from './compile.js'
import type { Concept } from './schema.js'

const lists = ['admitted', 'short', 'attested', 'superseded'] as const

export function overlaid(below: Concept, own: Concept): Concept {
  const listed = new Set(lists.flatMap((key) => (own[key] ?? []).map(termOf)))
  const named = new Set([own.preferred, ...listed, ...Object.keys(own.deprecated ?? {})])
  const merged: Concept = { ...below, ...own }
  for (const key of lists) grow(merged, key, own[key], below[key], named)
  if (!named.has(below.preferred)) merged.admitted = [...(merged.admitted ?? []), below.preferred]
  // It was made of the name that is replaced.
  if (own.insert === undefined && own.preferred !== below.preferred) delete merged.insert
  const stillRefused = Object.entries(below.deprecated ?? {}).filter(([term]) => !listed.has(term))
  const deprecated = { ...Object.fromEntries(stillRefused), ...own.deprecated }
  if (Object.keys(deprecated).length > 0) merged.deprecated = deprecated
  else delete merged.deprecated
  for (const key of ['zh', 'source', 'confusable', 'decisions', 'replaces'] as const) {
    const joined = joinedOf<unknown>(own[key], below[key])
    if (joined.length > 0) Object.assign(merged, { [key]: joined })
  }
  return merged
}

/** The two with the place of each part in the file that says it. */
export function overlay(below: PlacedConcept, own: PlacedConcept): PlacedConcept {
  const concept = overlaid(below.concept, own.concept)
  const locate: PlacedConcept['locate'] = ([key, at, ...rest]) => {
    if (key === undefined) return own.locate([])
    const part = (one: PlacedConcept) => one.concept[key as keyof Concept]
    const [mine, theirs, value] = [part(own), part(below), concept[key as keyof Concept]]
    if (at === undefined || theirs === undefined) return (mine === undefined ? below : own).locate([key])
    if (!Array.isArray(value)) {
      const says = mine !== undefined && Object.hasOwn(mine as object, at) ? own : below
      return says.locate([key, at, ...rest])
    }
    const index = (list: unknown) => (Array.isArray(list) ? list.indexOf(value[at as number]) : -1)
    return index(mine) >= 0
      ? own.locate([key, index(mine), ...rest])
      : below.locate(index(theirs) >= 0 ? [key, index(theirs), ...rest] : [key])
  }
  return { concept, locate }
}

export function termOf(form: string | { term: string }): string {
  return typeof form === 'string' ? form : form.term
}

function grow<K extends (typeof lists)[number]>(
  merged: Concept,
  key: K,
  own: Concept[K],
  below: Concept[K],
  named: ReadonlySet<string>,
): void {
  const mine = ((own ?? []) as (string | { term: string })[]).filter((f) => termOf(f) !== merged.preferred)
  const theirs = ((below ?? []) as (string | { term: string })[]).filter((f) => !named.has(termOf(f)))
  const grown = [...mine, ...theirs]
  if (grown.length > 0) merged[key] = grown as Concept[K]
  else delete merged[key]
}

/** The upper ones first; what both say, once. */
function joinedOf<T>(own: readonly T[] = [], below: readonly T[] = []): T[] {
  const identity = (one: T) => {
    const { concept } = one as { concept?: string }
    return concept ?? JSON.stringify(one)
  }
  const known = new Set(own.map(identity))
  return [...own, ...below.filter((one) => !known.has(identity(one)))]
}
