/**
 * Rows to what the report is made of, as a stream: no row is held. Articles stay as they are (about 1 kB), an occurrence
 * stays as a place (17 bytes), and of its sentences at most 60 a rendering and 60,000 in all, chosen by hash, so that
 * shards in any order keep the same ones. 1,000,000 rows (630 MB) of 10,000 articles and 25,000 renderings
 * leave 130 MB alive, and the run stays under 1 GB (`npm run bench rows`).
 */
import { DataError } from '../glossary/problem.js'
import { spelling } from '../matching/facts.js'
import { type Columns, columns, type Places } from './columns.js'
import { type Lowest, lowest } from './lowest.js'
import { ordered } from './order.js'
import type { ArticleRow, FactRow, RunRow, TermRow } from './rows.js'
import { hashOf, mix } from './sketch.js'

export interface Rendering {
  /** As it is written most often; of two, the one in small letters. */
  text: string
  class: string
  status: TermRow['status']
  usage: string
  until: string
  open: boolean
  expected: readonly string[]
  spellings: Map<string, number>
  count: number
  kept: Lowest<Kept>
}

export interface Kept {
  article: number
  offset: number
  line: number
  sentence: string
  at: number
  length: number
  flags: number
}

export const HEADLINE = 1
export const QUOTED = 2
export const AMBIGUOUS = 4
export const INFERRED = 8

export interface Mentions {
  id: string
  zh: string
  preferred: string
  vary: boolean
  renderings: Rendering[]
  places: Places
}

export interface Gathered {
  runs: RunRow[]
  articles: ArticleRow[]
  concepts: Map<string, Mentions>
}

/** Sentences of a rendering: as many as leave the sum under the limit. */
const samples = [60, 30, 15, 8, 4, 2, 1]
const mostSentences = 60_000

type Growing = Omit<Mentions, 'places'> & { places: Columns; byKey: Map<string, number> }

export function gatherer(): { add(row: FactRow): void; result(): Gathered } {
  const runs: RunRow[] = []
  const articles: ArticleRow[] = []
  const numbers = new Map<string, number>()
  const hashes: number[] = []
  const concepts = new Map<string, Growing>()
  let sample = 0
  let sentences = 0

  function mentionsOf({ concept, zh, preferred, vary }: TermRow) {
    let made = concepts.get(concept)
    if (made === undefined) {
      made = { id: concept, zh, preferred, vary, renderings: [], places: columns(), byKey: new Map() }
      concepts.set(concept, made)
    }
    return made
  }

  function addTerm(row: TermRow): void {
    const article = numbers.get(row.article)
    if (article === undefined) throw trouble(row.article, 'its article row does not stand before its terms')
    const { byKey, renderings, places } = mentionsOf(row)
    const key = `${spelling(row.rendering)}\n${row.status}`
    let at = byKey.get(key)
    if (at === undefined) {
      at = renderings.length
      byKey.set(key, at)
      const { class: folded, status, usage, until } = row
      renderings.push({
        text: '',
        class: own(folded),
        status,
        usage,
        until,
        open: row.open ?? false,
        expected: row.expected ?? [],
        spellings: new Map(),
        count: 0,
        kept: lowest(most()),
      })
    }
    const rendering = renderings[at] as Rendering
    rendering.count++
    const count = rendering.spellings.get(row.rendering)
    rendering.spellings.set(count === undefined ? own(row.rendering) : row.rendering, (count ?? 0) + 1)
    const flags =
      (row.headline ? HEADLINE : 0) |
      (row.quotation === 'none' ? 0 : QUOTED) |
      (row.ambiguous ? AMBIGUOUS : 0) |
      (row.listed ? 0 : INFERRED)
    const { offset, line, sentence, at: start, rendering: text } = row
    places.add({ article, offset, line, rendering: at, flags })
    if (rendering.count <= most()) sentences++
    const hash = mix((hashes[article] as number) + Math.imul(offset, 0x9e3779b1))
    if (hash <= rendering.kept.limit)
      rendering.kept.add(hash, {
        ...{ article, offset, line, at: start, length: text.length, flags },
        sentence: own(sentence),
      })
    if (sentences > mostSentences && sample < samples.length - 1) shrink()
  }

  const most = () => samples[sample] as number

  /** Smaller samples of all where these grow too many; how small depends on the counts alone, not on the order. */
  function shrink(): void {
    const all = [...concepts.values()].flatMap(({ renderings }) => renderings)
    while (sentences > mostSentences && sample < samples.length - 1) {
      sample++
      sentences = 0
      for (const { count, kept } of all) {
        kept.shrink(most())
        sentences += Math.min(count, most())
      }
    }
  }

  return {
    add(row) {
      if (row.row === 'run') runs.push(row)
      else if (row.row === 'article') {
        if (numbers.has(row.article)) throw trouble(row.article, 'is there twice')
        numbers.set(row.article, articles.length)
        hashes.push(hashOf(row.article))
        articles.push(row)
      } else if (row.row === 'term') addTerm(row)
    },
    result() {
      for (const { renderings } of concepts.values())
        for (const one of renderings)
          one.text = [...one.spellings].sort((a, b) => b[1] - a[1] || (a[0] > b[0] ? -1 : 1))[0]?.[0] ?? ''
      const all = [...concepts].map(([id, one]) => [id, { ...one, places: one.places.all() }] as const)
      return ordered({ runs, articles, concepts: new Map(all) })
    },
  }
}

/** A copy: what is cut out of an article would keep the whole of it. */
function own(text: string): string {
  return JSON.parse(JSON.stringify(text))
}

function trouble(file: string, message: string): DataError {
  return new DataError([{ file, line: 1, column: 1, message }])
}
