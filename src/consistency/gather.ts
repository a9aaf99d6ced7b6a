/**
 * Rows to columns: articles as they are, places as numbers, so that a million of them take 50 MB. Sentences are kept for at
 * most 60 places of each rendering, chosen by hash, so that shards in any order keep the same ones.
 */

import { DataError } from '../glossary/problem.js'
import { spelling } from '../matching/facts.js'
import { type Lowest, lowest } from './lowest.js'
import { ordered } from './order.js'
import type { ArticleRow, FactRow, RunRow, TermRow } from './rows.js'
import { hashOf } from './sketch.js'

export interface Rendering {
  /** As it is written most often; of two, the one in small letters. */
  text: string
  class: string
  status: TermRow['status']
  usage: string
  until: string
  spellings: Map<string, number>
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
  /** Columns: article, offset, line, rendering, flags. */
  places: { article: number[]; offset: number[]; line: number[]; rendering: number[]; flags: number[] }
}

export interface Gathered {
  runs: RunRow[]
  articles: ArticleRow[]
  concepts: Map<string, Mentions>
}

const mostKept = 60

export function gatherer(): { add(row: FactRow): void; result(): Gathered } {
  const runs: RunRow[] = []
  const articles: ArticleRow[] = []
  const numbers = new Map<string, number>()
  const concepts = new Map<string, Mentions & { byKey: Map<string, number> }>()

  function mentionsOf({ concept, zh, preferred, vary }: TermRow) {
    let made = concepts.get(concept)
    if (made === undefined) {
      const places = { article: [], offset: [], line: [], rendering: [], flags: [] }
      made = { id: concept, zh, preferred, vary, renderings: [], places, byKey: new Map() }
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
        class: folded,
        status,
        usage,
        until,
        spellings: new Map(),
        kept: lowest(mostKept),
      })
    }
    const rendering = renderings[at] as Rendering
    rendering.spellings.set(row.rendering, (rendering.spellings.get(row.rendering) ?? 0) + 1)
    const flags =
      (row.headline ? HEADLINE : 0) |
      (row.quotation === 'none' ? 0 : QUOTED) |
      (row.ambiguous ? AMBIGUOUS : 0) |
      (row.listed ? 0 : INFERRED)
    places.article.push(article)
    places.offset.push(row.offset)
    places.line.push(row.line)
    places.rendering.push(at)
    places.flags.push(flags)
    const hash = hashOf(`${row.article}\n${row.offset}`)
    if (hash > rendering.kept.limit) return
    const { offset, line, sentence, at: start, rendering: text } = row
    rendering.kept.add(hash, { article, offset, line, sentence, at: start, length: text.length, flags })
  }

  return {
    add(row) {
      if (row.row === 'run') runs.push(row)
      else if (row.row === 'article') {
        if (numbers.has(row.article)) throw trouble(row.article, 'is there twice')
        numbers.set(row.article, articles.length)
        articles.push(row)
      } else if (row.row === 'term') addTerm(row)
    },
    result() {
      for (const { renderings } of concepts.values())
        for (const one of renderings)
          one.text = [...one.spellings].sort((a, b) => b[1] - a[1] || (a[0] > b[0] ? -1 : 1))[0]?.[0] ?? ''
      return ordered({ runs, articles, concepts })
    },
  }
}

function trouble(file: string, message: string): DataError {
  return new DataError([{ file, line: 1, column: 1, message }])
}
