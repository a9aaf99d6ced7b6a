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
  /** Of a contested concept, in a house that does not ask for it. */
  readonly silent: boolean
  /** Words whose capitals must stand as written: all of an exact form, else its acronyms. */
  readonly strict: ReadonlyMap<string, ReadonlySet<string>> | undefined
}

export interface Glossary {
  readonly concepts: ReadonlyMap<string, CompiledConcept>
  readonly forms: readonly Form[]
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
  const forms: Form[] = []
  for (const form of compiled.forms) {
    const concept = compiled.concepts[form.concept] as CompiledConcept
    const byHouse =
      form.status === 'attested' && (form.usedBy ?? []).some((user) => house.refuse.includes(user))
    const status = byHouse ? 'deprecated' : form.status
    const silent = concept.contested === true && !house.contested
    forms.push({ ...form, concept, byHouse, silent, status, strict: strictWords(form) })
  }
  const readings = compiled.readings.map(({ concept: at, sure = false }) => {
    const concept = compiled.concepts[at] as CompiledConcept
    return concept.contested && !house.contested ? undefined : { concept, sure }
  })
  return { concepts, forms, readings }
}

function strictWords(form: CompiledForm): Form['strict'] {
  // Nearly no form has one, and this runs over all of them at every start.
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
