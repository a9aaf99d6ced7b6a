/**
 * Concepts by name: id, Chinese or any English form, refused ones, too, whole or a part that begins with a word.
 * The best first: what is called exactly so, then the more of the form the name is; only where that finds nothing, its
 * words in any order. Each match says which form it was.
 */
import { expand, isLiteral } from '../matching/pattern.js'
import type { CompiledConcept, CompiledForm, CompiledGlossary, Status } from './compiled.js'

export interface Match {
  concept: CompiledConcept
  /** What matched, and as the glossary writes it. */
  kind: 'id' | 'Chinese' | Status
  form: string
  /** Of what a pattern stands for, that which matched, in folded words; else the form. */
  spelling: string
  /** The name is all of it. */
  whole: boolean
}

type Scored = Match & { score: number }

export function findConcepts(glossary: CompiledGlossary, name: string): Match[] {
  const found = scored(glossary, name, closeness)
  return (found.length > 0 ? found : scored(glossary, name, anyOrder)).map(({ score: _, ...match }) => match)
}

/** What a slip may have meant: the stretches of accepted names with as many words, or as long in Chinese, cut to its length. */
export function stretches(
  { concepts, forms }: CompiledGlossary,
  text: string,
): { part: string; form: string }[] {
  const count = folded(text).split(' ').length
  const most = text.length + 1
  const accepted = forms.filter(({ status }) => status !== 'deprecated')
  const english = accepted.flatMap(({ term }) => {
    const words = folded(term).split(' ')
    const starts = words.slice(0, Math.max(0, words.length - count + 1))
    return starts.map((_, i) => ({
      part: words
        .slice(i, i + count)
        .join(' ')
        .slice(0, most),
      form: term,
    }))
  })
  const chinese = concepts.flatMap(({ zh }) =>
    zh.flatMap((form) =>
      Array.from({ length: Math.max(0, form.length - text.length + 1) }, (_, i) => ({
        part: form.slice(i, i + text.length),
        form,
      })),
    ),
  )
  const ids = concepts.map(({ id }) => ({ part: id, form: id }))
  return [...english, ...chinese, ...ids].sort((a, b) => a.form.length - b.form.length)
}

/** How far a form is from the name: 0 for the same, below 1 for a part of it, infinite where it is none. */
type Measure = (form: string, name: string) => number

function scored({ concepts, forms }: CompiledGlossary, name: string, measure: Measure): Scored[] {
  const [raw, wanted] = [name.trim(), folded(name)]
  const best = new Map<CompiledConcept, Scored>()
  const score = (
    concept: CompiledConcept,
    kind: Match['kind'],
    form: string,
    far: number,
    rank: number,
    spelling = form,
  ) => {
    const one = far === 0 ? rank / 10 : 1 + rank + far
    if (wanted !== '' && one < (best.get(concept)?.score ?? Number.POSITIVE_INFINITY))
      best.set(concept, { concept, kind, form, spelling, whole: far === 0, score: one })
  }
  for (const concept of concepts) {
    score(concept, 'id', concept.id, closeness(concept.id, raw), 0)
    for (const zh of concept.zh) score(concept, 'Chinese', zh, within(zh, raw), 0)
  }
  for (const form of forms) {
    const rank = { preferred: 0.1, deprecated: 2 }[form.status as string] ?? 1
    const concept = concepts[form.concept] as CompiledConcept
    for (const spelling of sequencesOf(form, wanted))
      score(
        concept,
        form.status,
        form.term,
        measure(spelling, wanted),
        rank,
        isLiteral(form.term) ? form.term : spelling,
      )
  }
  return [...best.values()].sort((a, b) => a.score - b.score || isPattern(a.concept) - isPattern(b.concept))
}

function closeness(form: string, name: string): number {
  return form.startsWith(name) || form.includes(` ${name}`) || form.includes(`-${name}`)
    ? 1 - name.length / form.length
    : Number.POSITIVE_INFINITY
}

function anyOrder(form: string, name: string): number {
  const words = form.split(/[ -]/)
  return name.split(' ').every((part) => words.some((word) => word.startsWith(part)))
    ? 1 - name.length / (form.length + name.length)
    : Number.POSITIVE_INFINITY
}

function within(form: string, name: string): number {
  return form.includes(name) ? 1 - name.length / form.length : Number.POSITIVE_INFINITY
}

/** The compiled data holds them in the trie only; few patterns have all the words that are asked for. */
function sequencesOf({ term }: CompiledForm, wanted: string): string[] {
  const text = folded(term)
  if (!term.includes('~') && !wanted.split(' ').every((word) => text.includes(word))) return []
  return expand(term).map((symbols) => symbols.join(' '))
}

/** One body goes before the kind of body that is named after it in every province. */
function isPattern({ preferred }: CompiledConcept): number {
  return preferred.includes('{') ? 1 : 0
}

export function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s-]+/g, ' ')
    .trim()
}
