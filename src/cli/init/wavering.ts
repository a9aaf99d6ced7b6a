/**
 * The concepts that a corpus wavers on: those with the most different renderings over all articles, refused ones
 * counted like accepted ones; capitals make no difference, and short forms count as one with the full form.
 */
import type { CompiledConcept, CompiledGlossary, Status } from '../../glossary/compiled.js'
import type { Facts } from '../../pipeline.js'
import type { Paper } from '../../reporters/reporter.js'
import { wrap } from '../../reporters/width.js'

export interface Wavering {
  concept: CompiledConcept
  /** The most frequent first. */
  renderings: { text: string; count: number; status: Status }[]
}

const most = 10
const shown = 6

export function wavering(corpus: ReadonlyMap<string, Facts>, { concepts }: CompiledGlossary): Wavering[] {
  const counts = new Map<string, Map<string, { text: string; count: number; status: Status }>>()
  for (const { terms } of corpus.values())
    for (const { concept, rendering, status, short } of terms) {
      if (status === 'unlisted') continue
      const own = counts.get(concept.id) ?? new Map()
      counts.set(concept.id, own)
      const key = status === 'preferred' || short ? '' : rendering.toLowerCase().replaceAll('’', "'")
      const row = own.get(key) ?? { text: rendering, count: 0, status }
      row.count++
      own.set(key, row)
    }
  return concepts
    .map((concept) => ({ concept, renderings: [...(counts.get(concept.id)?.values() ?? [])] }))
    .filter(({ renderings }) => renderings.length > 1)
    .map((one) => ({ ...one, renderings: one.renderings.sort((a, b) => b.count - a.count) }))
    .sort((a, b) => b.renderings.length - a.renderings.length || total(b) - total(a))
    .slice(0, most)
}

function total({ renderings }: Wavering): number {
  return renderings.reduce((sum, { count }) => sum + count, 0)
}

export function waveringText(all: readonly Wavering[], { paint, width }: Paper): string {
  if (all.length === 0) return 'Every concept has one rendering throughout.\n'
  const lines = all.map(({ concept, renderings }) => {
    const head = wrap([[concept.zh.at(-1) ?? '', concept.preferred]], width, 6)
    const list = renderings.slice(0, shown).map(({ text, count, status }) => {
      const wrong = status === 'deprecated' || status === 'superseded'
      return `${(wrong ? paint.red : paint.green)(`"${text}"`)} ×${count}${wrong ? ` ${status === 'deprecated' ? 'refused' : status}` : ''}`
    })
    if (renderings.length > shown) list.push(`and ${renderings.length - shown} more`)
    const body = wrap(
      list.map((one, i) => (i < list.length - 1 ? `${one},` : one).split(' ')),
      width,
      6,
    )
    return `  ${String(renderings.length).padStart(2)}  ${head}\n      ${body}\n`
  })
  return `Concepts with the most different renderings:\n\n${lines.join('')}`
}
