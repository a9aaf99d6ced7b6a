/**
 * A layer of compiled glossary + house → what an article is matched against: each form with its concept and the status
 * that it has in this house.
 */
import type { CompiledHouse, Layer } from '../rules/compiled.js'
import type { CompiledConcept, CompiledForm } from './compiled.js'

export interface Form extends Omit<CompiledForm, 'concept'> {
  readonly concept: CompiledConcept
  /** Refused by the house alone: another desk writes it. */
  readonly byHouse: boolean
  /** Words whose capitals must stand as written: all of an exact form, else its acronyms. */
  readonly strict: ReadonlyMap<string, ReadonlySet<string>> | undefined
}

/** One layer, as a house hears it: no contested concept unless it asks, none that a layer above says anew. */
export interface HeardLayer {
  readonly hears: (concept: CompiledConcept) => boolean
  /** By its place in the layer's data. Made when it is first asked for. */
  readonly form: (at: number) => Form | undefined
  readonly readings: readonly (Reading | undefined)[]
}

/** What a literal reading stands for. */
export interface Reading {
  readonly concept: CompiledConcept
  readonly sure: boolean
}

export function resolveLayer({ glossary, replaced }: Layer, house: CompiledHouse): HeardLayer {
  const gone = new Set(replaced)
  const hears = (concept: CompiledConcept) => isHeard(concept, house) && !gone.has(concept.id)
  const conceptAt = (at: number) => glossary.concepts[at] as CompiledConcept
  const readings = glossary.readings.map(({ concept: at, sure = false }) =>
    hears(conceptAt(at)) ? { concept: conceptAt(at), sure } : undefined,
  )
  // An article meets few of them, and a start should not wait for thousands.
  const forms = new Map<number, Form | undefined>()
  function form(at: number): Form | undefined {
    if (!forms.has(at)) {
      const compiled = glossary.forms[at] as CompiledForm
      const concept = conceptAt(compiled.concept)
      forms.set(at, hears(concept) ? formUnder(house, compiled, concept) : undefined)
    }
    return forms.get(at)
  }
  return { hears, form, readings }
}

export function isHeard(concept: CompiledConcept, house: CompiledHouse): boolean {
  return !concept.contested || house.contested
}

/** A form as a house sees it. */
export function formUnder(house: CompiledHouse, form: CompiledForm, concept: CompiledConcept): Form {
  const byHouse =
    form.status === 'attested' &&
    (concept.contested || (form.usedBy ?? []).some((user) => house.refuse.includes(user)))
  return {
    ...form,
    concept,
    byHouse,
    status: byHouse ? 'deprecated' : form.status,
    strict: strictWords(form),
  }
}

function strictWords(form: CompiledForm): Form['strict'] {
  if (!form.exact && !/[A-Z][A-Z0-9]/.test(form.term)) return undefined
  const spellings = new Map<string, Set<string>>()
  for (const [word] of form.term.matchAll(/[\p{L}\p{N}]+/gu)) {
    const key = word.toLowerCase()
    spellings.set(key, (spellings.get(key) ?? new Set()).add(word))
  }
  if (!form.exact)
    for (const [key, words] of spellings) if (![...words].every(isAcronym)) spellings.delete(key)
  return spellings.size > 0 ? spellings : undefined
}

function isAcronym(word: string): boolean {
  return /^(?=.*\p{Lu}.*\p{Lu})[\p{Lu}\p{N}]+$/u.test(word)
}
