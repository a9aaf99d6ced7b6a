/**
 * One rendering of a concept replaced in every text of the workspace, article, number and capitals carried over. Where
 * markup or grammar would be lost, the place is left as it is and counted.
 */
import type { TextEdit } from 'vscode-languageserver/node'
import { applyFixes, compatible } from '../findings/fix.js'
import { replacement } from '../findings/replace.js'
import type { Look } from './look.js'
import { occurrencesIn, placeOf, wordsOn } from './occurrences.js'

export interface Renamed {
  edits: TextEdit[]
  left: number
}

/** `words` is the rendering that is to go, as `wordsOn` gives it. */
export async function renamed(
  look: Look,
  { concept, words }: { concept: string; words: string },
  name: string,
): Promise<Renamed> {
  const all = await occurrencesIn(look, concept)
  if (all.length === 0) return { edits: [], left: 0 }
  const document = await look.read()
  const same = all.filter((one) => wordsOn(document, one) === words)
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
