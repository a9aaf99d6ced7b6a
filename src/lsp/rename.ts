/**
 * One rendering of a concept replaced in every text of the workspace, article, number and capitals carried over. Where
 * markup or grammar would be lost, the place is left as it is and counted.
 */
import type { TextEdit } from 'vscode-languageserver/node'
import { applyFixes, compatible } from '../findings/fix.js'
import { replacement } from '../findings/replace.js'
import type { Look } from './look.js'
import { type Occurrence, occurrencesIn, placeOf, sameRendering } from './occurrences.js'

export interface Renamed {
  edits: TextEdit[]
  left: number
}

export async function renamed(
  look: Look,
  { concept, rendering }: Occurrence,
  name: string,
): Promise<Renamed> {
  const all = await occurrencesIn(look, concept)
  const same = all.filter((one) => sameRendering(one.rendering, rendering))
  if (same.length === 0) return { edits: [], left: 0 }
  const document = await look.read()
  const made = same.flatMap((one) => {
    const place = placeOf(document, look.setup, one)
    const edit = place && replacement(document, place, name)
    return edit ? [{ ...edit, class: 'suggested' as const }] : []
  })
  const { text } = look.article
  const edits = compatible(text, made)
  return {
    edits: edits.map((one) => ({ range: look.range(one), newText: one.text })),
    left: same.length - applyFixes(text, made).count,
  }
}
