/** Ids of concepts that are gone to those that say `replaces`, so that what was written down under the old id still holds. */
import type { CompiledConcept } from './compiled.js'

export function renamed(concepts: readonly CompiledConcept[]): (id: string) => string {
  const live = new Set(concepts.map(({ id }) => id))
  const heirs = new Map<string, string>()
  for (const { id, replaces = [] } of concepts)
    for (const old of replaces) if (!live.has(old)) heirs.set(old, id)
  return (id) => heirs.get(id) ?? id
}
