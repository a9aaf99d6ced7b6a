/**
 * Where a glossary contradicts itself: a refused pattern that catches an approved, attested or superseded form of any concept,
 * unless a context limits it; its own preferred form is never refused. What lies below counts, and is never at fault.
 */
import type { Below } from './below.js'
import type { PlacedConcept } from './compile.js'
import type { CompiledConcept, CompiledForm, CompiledGlossary } from './compiled.js'
import type { Problem } from './problem.js'
import type { Concept } from './schema.js'

/** `places`: of each form, the concept that lists it. */
export function clashes(
  glossary: CompiledGlossary,
  places: readonly PlacedConcept[],
  below: Below | undefined,
): Problem[] {
  const fine = new Map<string, number>()
  glossary.forms.forEach((form, i) => {
    if (form.status !== 'deprecated')
      for (const s of form.sequences) if (!s.startsWith('*') && !fine.has(s)) fine.set(s, i)
  })
  const conceptOf = (form: CompiledForm) => glossary.concepts[form.concept] as CompiledConcept
  const fineAt = (s: string) => {
    const own = glossary.forms[fine.get(s) ?? -1]
    if (own || !below) return own && { form: own, concept: conceptOf(own) }
    return below.written(s).find(({ form, plural }) => !plural && form.status !== 'deprecated')
  }
  const problems: Problem[] = []
  glossary.forms.forEach((form, i) => {
    const place = places[i] as PlacedConcept
    if (form.status !== 'deprecated') {
      problems.push(...refusedBelow(form, place, below))
      return
    }
    if (form.exact) return
    for (const s of form.sequences) {
      const other = fineAt(s)
      // Beside certain words another concept may refuse it; its own would say "X", expected "X".
      const own = other?.concept.id === place.concept.id && other.form.status === 'preferred'
      if (!other || (form.context && !own)) continue
      const message = clash(place.concept.id, form, other.form, other.concept.id)
      problems.push({ ...place.locate(['deprecated', form.term]), message })
      break
    }
  })
  return problems
}

/** The desk's own line is at fault: what lies below cannot be changed there. */
function refusedBelow(form: CompiledForm, place: PlacedConcept, below: Below | undefined): Problem[] {
  for (const s of below ? form.sequences : [])
    for (const { form: other, concept, plural } of below?.written(s) ?? [])
      if (other.status === 'deprecated' && !plural && !other.exact && !other.context)
        return [
          {
            ...place.locate(pathOf(form, place.concept)),
            message: clash(concept.id, other, form, place.concept.id),
          },
        ]
  return []
}

function clash(refusing: string, refused: CompiledForm, fine: CompiledForm, id: string): string {
  return `${refusing}: refused "${refused.term}" catches "${fine.term}", ${fine.status} form of ${id}`
}

/** Where an accepted form stands in its concept. */
function pathOf({ status, term }: CompiledForm, concept: Concept): PropertyKey[] {
  for (const key of ['admitted', 'short', 'attested', 'superseded'] as const) {
    const at = (concept[key] ?? []).findIndex((one) => (typeof one === 'string' ? one : one.term) === term)
    if (status !== 'preferred' && at >= 0) return [key, at]
  }
  return ['preferred']
}
