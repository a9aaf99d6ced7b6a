/**
 * A report cut to what fits into its page: fewer examples of each rendering first, then the rarest renderings of a concept
 * as one. Counts and shares stay true, and the page says what is left out; the whole stands in the JSON.
 */
import type { ConceptReport } from './concept.js'
import type { Edits } from './edits.js'
import type { Report } from './report.js'

export type FittedConcept = ConceptReport & {
  /** How many renderings stand under the last class, and how many are not listed. */
  rarer?: { classes: number; renderings: number }
  /** Former names after they ended, beside those that are listed. */
  moreLate?: number
}

export interface Fitted extends Report {
  concepts: FittedConcept[]
  /** At most so many of each rendering. */
  examples: number
}

type Places = Edits['places']

/** Bytes: the page stays under 10 MB. */
const budget = 8_500_000
const mostPlaces = 500
const every = Number.POSITIVE_INFINITY

/** Examples of a rendering, renderings of a concept. */
const steps: [examples: number, renderings: number][] = [
  ...[60, 30, 15, 8, 4, 2, 1].map((examples): [number, number] => [examples, every]),
  ...[20, 10, 5, 2].map((renderings): [number, number] => [1, renderings]),
]

/** With as much as fits, and only the articles that this names. */
export function fitted(report: Report): Fitted {
  let small: Fitted | undefined
  for (const [examples, renderings] of steps) {
    if (examples > 1 && atLeast(report, examples) > budget) continue
    small = trimmed(report, examples, renderings)
    if (fits(small)) break
  }
  return small as Fitted
}

/** Concept by concept: the whole as one text would be most of the memory of a run. */
function fits({ concepts, ...rest }: Fitted): boolean {
  const encoder = new TextEncoder()
  let size = 0
  for (const part of [rest, ...concepts]) {
    size += encoder.encode(JSON.stringify(part)).length
    if (size > budget) return false
  }
  return true
}

/** What the sentences alone take, without writing them. */
function atLeast({ concepts }: Report, examples: number): number {
  let size = 0
  for (const { occurrences } of concepts) {
    let [last, count] = [-1, 0]
    for (const { rendering, sentence } of occurrences) {
      count = rendering === last ? count + 1 : 1
      last = rendering
      if (count <= examples) size += sentence.length
    }
  }
  return size
}

function trimmed(report: Report, examples: number, renderings: number): Fitted {
  const numbers = new Map<number, number>()
  const numberOf = (article: number) => {
    const number = numbers.get(article) ?? numbers.size
    numbers.set(article, number)
    return number
  }
  const renumbered = <T extends { article: number }>(one: T): T => ({
    ...one,
    article: numberOf(one.article),
  })
  const concepts = report.concepts.map((whole): FittedConcept => {
    const concept = whole.renderings.length > renderings ? withoutRare(whole, renderings) : whole
    const seen = new Map<number, number>()
    const occurrences = concept.occurrences
      .filter(({ rendering }) => {
        const count = (seen.get(rendering) ?? 0) + 1
        seen.set(rendering, count)
        return count <= examples
      })
      .map(renumbered)
    const most = Math.min(mostPlaces, 20 * examples)
    const edits = concept.edits && {
      ...concept.edits,
      places: concept.edits.places
        .slice(0, most)
        .map(([article, ...place]): Places[number] => [numberOf(article), ...place]),
    }
    const late = concept.course.late.slice(0, most).map(renumbered)
    const moreLate = concept.course.late.length - late.length
    return { ...concept, occurrences, edits, course: { ...concept.course, late }, moreLate }
  })
  const articles = [...numbers.keys()].map((i) => report.articles[i] as Report['articles'][number])
  return {
    ...report,
    concepts,
    articles: articles.map(({ copyOf: _, ...one }) => ({ ...one, hash: '' })),
    examples,
  }
}

/** With the `most` most frequent renderings, and what else counts in one class at the end. */
function withoutRare(concept: ConceptReport, most: number): FittedConcept {
  const kept = [...concept.renderings.keys()]
    .sort((a, b) => countOf(concept, b) - countOf(concept, a) || a - b)
    .slice(0, most)
  const now = new Map(kept.map((old, i) => [old, i]))
  const stays = <T extends { rendering: number }>(one: T): T[] => {
    const rendering = now.get(one.rendering)
    return rendering === undefined ? [] : [{ ...one, rendering }]
  }
  const rare = concept.classes.slice(most)
  const add = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0)
  const folded = (counts: readonly number[]) =>
    rare.length === 0 ? [...counts] : [...counts.slice(0, most), add(counts.slice(most))]
  const { edits, course } = concept
  const last = {
    text: `${rare.length} rarer renderings`,
    label: 'rarer',
    count: add(rare.map(({ count }) => count)),
    share: add(rare.map(({ share }) => share)),
    articles: 0,
  }
  return {
    ...concept,
    renderings: kept.map((old) => concept.renderings[old] as ConceptReport['renderings'][number]),
    classes: rare.length === 0 ? concept.classes : [...concept.classes.slice(0, most), last],
    course: {
      ...course,
      months: course.months.map(({ month, counts }) => ({ month, counts: folded(counts) })),
    },
    groups: concept.groups.map(({ group, counts }) => ({ group, counts: folded(counts) })),
    edits: edits && {
      ...edits,
      places: edits.places.flatMap(([article, line, old, ...rest]) => {
        const rendering = now.get(old)
        return rendering === undefined ? [] : [[article, line, rendering, ...rest] as Places[number]]
      }),
    },
    occurrences: concept.occurrences.flatMap(stays),
    rarer: { classes: rare.length, renderings: concept.renderings.length - kept.length },
  }
}

function countOf({ renderings }: ConceptReport, i: number): number {
  return renderings[i]?.count ?? 0
}
