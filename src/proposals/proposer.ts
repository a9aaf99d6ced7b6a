/**
 * Terms that a corpus uses and the glossary does not list, article by article: names and recurring noun phrases with how
 * often, in how many articles, and where. Ranked by C-value (K. Frantzi, S. Ananiadou, H. Mima: Automatic recognition of
 * multi-word terms: the C-value/NC-value method, International Journal on Digital Libraries 3, 2000):
 * log2(words) × (how often − the mean of how often longer candidates hold it), so that a part of a longer term does not count.
 * Names are counted by their places, phrases by the articles that hold them.
 *
 * Memory is bounded: of more than 400,000 candidates those seen once are forgotten (lossy counting, G. Manku, R. Motwani:
 * Approximate Frequency Counts over Data Streams, VLDB 2002), so a count over a large corpus may be a few too low.
 */
import type { Setup } from '../setup.js'
import type { Document } from '../text/document.js'
import { LOWER, WORD } from '../text/lexicon.js'
import { positionOf } from '../text/points.js'
import { type Nearest, nearest } from './nearest.js'
import { isPlace } from './people.js'
import { type Run, runsOf, sentenceOf } from './runs.js'
import { light } from './words.js'

export interface Place {
  file: string
  line: number
  sentence: string
}

export interface Proposal {
  kind: Run['kind']
  /** As it is written most often. */
  term: string
  count: number
  articles: number
  /** C-value. */
  score: number
  zh: string | undefined
  acronym: string | undefined
  /** The listed concept that it looks like a rendering of. */
  concept: Nearest | undefined
  /** At most three. */
  places: Place[]
}

export interface Proposer {
  add(file: string, document: Document, setup: Setup): void
  /**
   * Names that occur `min` times or more (an acronym given with a name makes up for two), phrases of `min` articles or more,
   * names first, the highest score first.
   */
  result(min: number): Proposal[]
}

interface Candidate {
  words: string[]
  spellings: Map<string, number>
  count: number
  /** How often it stands in capitals. */
  names: number
  articles: number
  lastFile: string
  zh: string | undefined
  acronym: string | undefined
  places: Place[]
}

const mostCandidates = 400_000
const mostPlaces = 3
const mostLetters = 200
const worthOfAcronym = 2

export function proposer(): Proposer {
  const candidates = new Map<string, Candidate>()
  /** Words that stand in lower case somewhere: no name of a person or a place. */
  const common = new Set<string>()
  const setups = new Set<Setup>()
  let files = 0

  function add(file: string, document: Document, setup: Setup): void {
    files++
    setups.add(setup)
    for (const { word } of document.tokens)
      if ((word.shape & (WORD | LOWER)) === (WORD | LOWER)) common.add(word.key)
    for (const run of runsOf(document, setup)) note(run, file, document)
    if (candidates.size > mostCandidates)
      for (const [key, { count }] of candidates) if (count === 1) candidates.delete(key)
  }

  function note(run: Run, file: string, document: Document): void {
    const key = run.words.join(' ')
    let there = candidates.get(key)
    if (there === undefined) {
      there = {
        words: run.words,
        spellings: new Map(),
        count: 0,
        names: 0,
        articles: 0,
        lastFile: '',
        zh: undefined,
        acronym: undefined,
        places: [],
      }
      candidates.set(key, there)
    }
    there.count++
    if (run.kind === 'name') there.names++
    if (there.lastFile !== file) there.articles++
    there.zh ??= run.zh
    there.acronym ??= run.acronym
    if (there.places.length < mostPlaces && there.lastFile !== file)
      there.places.push(placeOf(run, file, document))
    there.lastFile = file
    const start = document.tokens[run.first]?.start ?? 0
    const spelling = document.source.slice(start, document.tokens[run.last]?.end).replace(/\s+/g, ' ')
    there.spellings.set(spelling, (there.spellings.get(spelling) ?? 0) + 1)
  }

  function result(min: number): Proposal[] {
    const own = [...candidates.values()].filter((one) => isTerm(one, common, min, files))
    const scores = cValues(own)
    const near = nearest(setups)
    return own
      .map((one): Proposal => {
        const { count, articles, zh, acronym, places } = one
        const [term = ''] = [...one.spellings].sort((a, b) => b[1] - a[1])[0] ?? []
        const score = scores.get(one) ?? 0
        const kind = kindOf(one)
        const concept = near(one.words, kind === 'name', zh)
        return { kind, term, count, articles, score, zh, acronym, concept, places }
      })
      .filter(({ score }) => score >= min)
      .sort(
        (a, b) =>
          a.kind.localeCompare(b.kind) ||
          b.score - a.score ||
          b.count - a.count ||
          a.term.localeCompare(b.term),
      )
  }

  return { add, result }
}

function placeOf({ first, last }: Run, file: string, document: Document): Place {
  const [start, end] = [document.tokens[first]?.start ?? 0, document.tokens[last]?.end ?? 0]
  const whole = sentenceOf(document, first)
  const spare = Math.max(0, mostLetters - (end - start)) >> 1
  let from = Math.max(whole.start, start - spare)
  let to = Math.min(whole.end, end + spare)
  while (from > whole.start && from < start && /\S/.test(document.source[from - 1] as string)) from++
  while (to < whole.end && to > end && /\S/.test(document.source[to] as string)) to--
  const text = document.source.slice(from, to).replace(/\s+/g, ' ').trim()
  const sentence = `${from > whole.start ? '… ' : ''}${text}${to < whole.end ? ' …' : ''}`
  return { file, line: positionOf(document, start, end).start.line, sentence }
}

function kindOf({ names, count }: Candidate): Run['kind'] {
  return 2 * names > count ? 'name' : 'phrase'
}

function isTerm(one: Candidate, common: ReadonlySet<string>, min: number, files: number): boolean {
  if (kindOf(one) === 'phrase') return one.articles >= Math.min(min, files)
  if (frequency(one) < min) return false
  const isCommon = (word: string) => common.has(word) && !light.has(word)
  return one.words.some(isCommon) && !isPlace(one.words, isCommon)
}

/** How often: a phrase in how many articles, since one article may ride one to death. */
function frequency(one: Candidate): number {
  return kindOf(one) === 'name' ? one.count + (one.acronym ? worthOfAcronym : 0) : one.articles
}

/** A candidate that only ever stands inside one longer one is worth nothing. */
function cValues(all: readonly Candidate[]): Map<Candidate, number> {
  const byWords = new Map(all.map((one) => [one.words.join(' '), one]))
  const longer = new Map<Candidate, { count: number; of: number }>()
  for (const one of all)
    for (const part of partsOf(one.words)) {
      const inner = byWords.get(part)
      if (inner === undefined) continue
      const there = longer.get(inner) ?? { count: 0, of: 0 }
      longer.set(inner, { count: there.count + frequency(one), of: there.of + 1 })
    }
  return new Map(
    all.map((one) => {
      const weight = Math.log2(Math.max(2, one.words.filter((word) => !light.has(word)).length))
      const above = longer.get(one)
      // Names are found whole: what stands in a longer name was not counted beside it.
      const nested = above === undefined || kindOf(one) === 'name' ? 0 : above.count / above.of
      return [one, weight * (frequency(one) - nested)]
    }),
  )
}

function partsOf(words: readonly string[]): string[] {
  const parts: string[] = []
  for (let length = 2; length < words.length; length++)
    for (let at = 0; at + length <= words.length; at++) parts.push(words.slice(at, at + length).join(' '))
  return parts
}
