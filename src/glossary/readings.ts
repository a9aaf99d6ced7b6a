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
  glossary.concepts.forEach((concept, i) => {
    const own = glossary.forms.filter((form) => form.concept === i && form.status !== 'deprecated')
    const right = new Set(
      own.flatMap((form) => form.sequences.flatMap((s) => s.replace(/^\*/, '').split(' '))),
    )
    const sequences = concept.zh
      .flatMap((zh) => literalReadings(zh, morphemes))
      .filter((s) => !listed.has(s) && isTelling(s.split(' '), concept.kind, right))
    if (sequences.length > 0) glossary.readings.push({ concept: i, sequences: [...new Set(sequences)] })
  })
}
