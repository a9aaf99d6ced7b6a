/**
 * The literal readings of a whole glossary: for each concept those that nobody lists and that tell something. What is
 * ordinary English is taken out by measurement (`npm run demote`), not by hand.
 */
import type { CompiledGlossary } from './compiled.js'
import { literalReadings, type Morphemes } from './literal.js'

/** What the shipped words know: morphemes with their readings, and readings that are ordinary English. */
export interface LiteralWords extends Morphemes {
  ordinary: readonly string[]
}

/** A name of two words ("Education Department") may be another body's. */
function isTelling(words: readonly string[], kind: string, right: ReadonlySet<string>): boolean {
  return words.length >= (kind === 'organization' ? 3 : 2) && words.some((word) => !right.has(word))
}

/**
 * Readings that no form lists, that are not ordinary English, and that hold at least one word that no accepted form of
 * the concept has: "Education Ministry" is only another order of the right name.
 */
export function addReadings(glossary: CompiledGlossary, { ordinary, ...morphemes }: LiteralWords): void {
  const listed = new Set(glossary.forms.flatMap((form) => form.sequences.map((s) => s.replace(/^\*/, ''))))
  for (const reading of ordinary) listed.add(reading)
  const accepted = acceptedByConcept(glossary)
  glossary.concepts.forEach((concept, i) => {
    const read = concept.zh.flatMap((zh) => literalReadings(zh, morphemes))
    if (read.length === 0) return
    const right = new Set(accepted[i]?.flatMap((s) => s.replace(/^\*/, '').split(' ')))
    const sequences = read.filter((s) => !listed.has(s) && isTelling(s.split(' '), concept.kind, right))
    if (sequences.length > 0) glossary.readings.push({ concept: i, sequences: [...new Set(sequences)] })
  })
}

function acceptedByConcept({ forms }: CompiledGlossary): (string[] | undefined)[] {
  const accepted: string[][] = []
  for (const { concept, status, sequences } of forms) {
    if (status === 'deprecated') continue
    const there = accepted[concept]
    if (there === undefined) accepted[concept] = [...sequences]
    else there.push(...sequences)
  }
  return accepted
}
