/**
 * Compiled glossary + house → what an article is matched against: each form with its concept and the status that it
 * has in this house.
 */
import type { CompiledHouse } from '../rules/compiled.js'
import type { CompiledConcept, CompiledForm, CompiledGlossary } from './compiled.js'

export interface Form extends Omit<CompiledForm, 'concept'> {
  readonly concept: CompiledConcept
  /** Refused by the house alone: another desk writes it. */
  readonly byHouse: boolean
  /** Words whose capitals must stand as written: all of an exact form, else its acronyms. */
  readonly strict: ReadonlyMap<string, ReadonlySet<string>> | undefined
}

export interface Glossary {
  readonly concepts: ReadonlyMap<string, CompiledConcept>
  /** By its place in the compiled data; undefined where this house does not hear it. Made when it is first asked for. */
  readonly form: (at: number) => Form | undefined
  /** Undefined where this house does not hear the concept. */
  readonly readings: readonly (Reading | undefined)[]
}

/** What a literal reading stands for. */
export interface Reading {
  readonly concept: CompiledConcept
  readonly sure: boolean
}

export function resolveGlossary(compiled: CompiledGlossary, house: CompiledHouse): Glossary {
  const concepts = new Map(compiled.concepts.map((c) => [c.id, c]))
  const silent = (concept: CompiledConcept) => concept.contested === true && !house.contested
  const readings = compiled.readings.map(({ concept: at, sure = false }) => {
    const concept = compiled.concepts[at] as CompiledConcept
    return silent(concept) ? undefined : { concept, sure }
  })
  // An article meets few of them, and a start should not wait for thousands.
  const forms = new Map<number, Form | undefined>()
  function make(form: CompiledForm): Form | undefined {
    const concept = compiled.concepts[form.concept] as CompiledConcept
    if (silent(concept)) return undefined
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
  function form(at: number): Form | undefined {
    if (!forms.has(at)) forms.set(at, make(compiled.forms[at] as CompiledForm))
    return forms.get(at)
  }
  return { concepts, form, readings }
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
