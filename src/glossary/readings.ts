/**
 * The literal readings of a whole glossary: for each concept those that nobody lists and that tell something. What is
 * ordinary English is taken out by measurement (`npm run demote`), not by hand.
 */
import { pluralsOf } from '../matching/inflect.js'
import type { Below } from './below.js'
import type { CompiledForm, CompiledGlossary } from './compiled.js'
import { literalReadings, type Morphemes, type Names } from './literal.js'

/** What the shipped words know: morphemes with their readings, and which neighbours are ordinary English. */
export interface LiteralWords extends Morphemes {
  /** Two words, and the small ones between them, as clean texts have them. */
  ordinary: readonly string[]
}

/** What a longer name may hold: bodies, offices, places. */
const named = new Set(['organization', 'title', 'place'])
const countable = new Set(['title', 'term', 'document', 'policy'])
const turned = / (of|for|on) /
const shortestName = 3

export function addReadings(
  glossary: CompiledGlossary,
  { ordinary, ...morphemes }: LiteralWords,
  below?: Below,
): void {
  const listed = new Set(glossary.forms.flatMap((form) => form.sequences.map(bare)))
  const known = new Set(ordinary)
  const accepted = acceptedForms(glossary)
  const names = new Map([...(below?.names ?? []), ...namesOf(glossary, accepted)])
  glossary.concepts.forEach((concept, i) => {
    const read = concept.zh.flatMap((zh) => literalReadings(zh, morphemes, names))
    const all = countable.has(concept.kind)
      ? read.flatMap((s) => [s, ...(turned.test(s) ? [] : pluralsOf(s))])
      : read
    if (all.length === 0) return
    const isTelling = tellingFor(concept.kind, accepted.get(i) ?? [])
    const sequences: Record<'sure' | 'hint', string[]> = { sure: [], hint: [] }
    for (const s of new Set(all)) {
      if (listed.has(s) || below?.written(s).length) continue
      const words = s.split(' ')
      const pairs = isTelling(words) ? neighbours(words) : []
      if (pairs.every((pair) => known.has(pair))) continue
      sequences[pairs.length >= surePairs ? 'sure' : 'hint'].push(s)
    }
    if (sequences.sure.length > 0)
      glossary.readings.push({ concept: i, sequences: sequences.sure, sure: true })
    if (sequences.hint.length > 0) glossary.readings.push({ concept: i, sequences: sequences.hint })
  })
}

/** Three words that mean something, and are not ordinary English together, hardly meet by chance. */
const surePairs = 2

/** "office of state network" is "office of state", "state network". */
export function neighbours(words: readonly string[]): string[] {
  const pairs: string[] = []
  let pair = ''
  for (const word of words) {
    if (pair !== '') pair += ` ${word}`
    if (stem(word) === '') continue
    if (pair !== '') pairs.push(pair)
    pair = word
  }
  return pairs
}

function acceptedForms({ forms }: CompiledGlossary): Map<number, CompiledForm[]> {
  const byConcept = new Map<number, CompiledForm[]>()
  for (const form of forms)
    if (form.status !== 'deprecated')
      byConcept.set(form.concept, [...(byConcept.get(form.concept) ?? []), form])
  return byConcept
}

/** What a longer name may hold. */
export function namesOf(glossary: CompiledGlossary, accepted = acceptedForms(glossary)): Names {
  const { concepts } = glossary
  const names = new Map<string, string[]>()
  concepts.forEach(({ zh, kind }, i) => {
    if (!named.has(kind)) return
    const sequences = (accepted.get(i) ?? [])
      .filter((form) => form.sequences.length === 1 || form.status === 'preferred')
      .flatMap((form) => form.sequences)
      .filter((s) => !/[*{]/.test(s))
    for (const one of zh) if (one.length >= shortestName && sequences.length > 0) names.set(one, sequences)
  })
  return names
}

/**
 * Whether words are more than another order of one accepted form, or of a body's less: "Education Ministry" is not. A body
 * or an office of two words ("Department of Education") may be another one's.
 */
function tellingFor(kind: string, forms: readonly CompiledForm[]): (words: readonly string[]) => boolean {
  const right = distinct(forms.flatMap((form) => form.sequences.map((s) => stems(bare(s).split(' ')))))
  const allRight = new Set(right.flatMap((form) => [...form]))
  const isBody = kind === 'organization' || kind === 'title'
  return (words) => {
    const own = stems(words)
    if (own.size < (isBody && !words.includes("'s") ? 3 : 2)) return false
    if (![...own].every((word) => allRight.has(word))) return true
    return !right.some(
      (form) => (isBody || own.size >= form.size) && [...own].every((word) => form.has(word)),
    )
  }
}

function distinct(sets: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
  return [...new Map(sets.map((set) => [[...set].sort().join(' '), set])).values()]
}

function stems(words: readonly string[]): Set<string> {
  const found = new Set(words.map(stem))
  found.delete('')
  return found
}

const small = /^('s|of|the|and|for|on|in|a|an|to|by|with|,)$/
const stemmed = new Map<string, string>()

/** Another number, or another country's spelling, is no other word; small words tell nothing. */
function stem(word: string): string {
  const known = stemmed.get(word)
  if (known !== undefined) return known
  const made = small.test(word) ? '' : stemOf(word)
  stemmed.set(word, made)
  return made
}

function stemOf(word: string): string {
  return word
    .replace(/is(ation|e|ed|ing)(s?)$/, 'iz$1$2')
    .replace(/^(cent|theat)re(s?)$/, '$1er$2')
    .replace(/our(s?)$/, 'or$1')
    .replace(/(ies|y)$/, 'y')
    .replace(/(?<=[^s])s$/, '')
}

const bare = (sequence: string) => sequence.replace(/^\*/, '')
