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
import { commonIn, type NamesRow, type Place, placeOf, spellingOf } from './names.js'
import { type Nearest, nearest } from './nearest.js'
import { isPlace } from './people.js'
import { type Run, runsOf } from './runs.js'
import { light } from './words.js'

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
  /** The same from what `namesIn` made of an article, here or elsewhere. */
  addRow(row: NamesRow): void
  /** Beside those of the articles that were added: whose concepts a candidate may be near to. */
  know(setup: Setup): void
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
  /** Of the first file that gives one, in the order of their names. */
  zh: Given | undefined
  acronym: Given | undefined
  /** In the first files. */
  places: Place[]
}

interface Given {
  text: string
  file: string
}

/** A run as it is counted. */
interface Mention extends Pick<Run, 'kind' | 'words' | 'zh' | 'acronym'> {
  spelling: string
  /** Phrases that come in rows have none. */
  place?: () => Place
}

const mostCandidates = 400_000
const mostPlaces = 3
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
    for (const word of commonIn(document)) common.add(word)
    for (const run of runsOf(document, setup))
      note(file, {
        ...run,
        spelling: spellingOf(run, document),
        place: () => placeOf(run, file, document),
      })
    forget()
  }

  function addRow({ article, common: words, names, phrases }: NamesRow): void {
    files++
    for (const word of words) common.add(word)
    for (const { words, line, sentence, ...name } of names)
      note(article, {
        ...name,
        kind: 'name',
        words: words.split(' '),
        place: () => ({ file: article, line, sentence }),
      })
    for (const words of phrases) note(article, { kind: 'phrase', words: words.split(' '), spelling: words })
    forget()
  }

  function forget(): void {
    if (candidates.size > mostCandidates)
      for (const [key, { count }] of candidates) if (count === 1) candidates.delete(key)
  }

  function note(file: string, { kind, words, spelling, zh, acronym, place }: Mention): void {
    const key = words.join(' ')
    let there = candidates.get(key)
    if (there === undefined) {
      there = {
        words,
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
    if (kind === 'name') there.names++
    there.zh = earlier(there.zh, zh, file)
    there.acronym = earlier(there.acronym, acronym, file)
    if (there.lastFile !== file) {
      there.articles++
      if (place && (there.places.length < mostPlaces || file < (there.places.at(-1) as Place).file))
        there.places = [...there.places, place()].sort(byFile).slice(0, mostPlaces)
    }
    there.lastFile = file
    there.spellings.set(spelling, (there.spellings.get(spelling) ?? 0) + 1)
  }

  function result(min: number): Proposal[] {
    const own = [...candidates.values()].filter((one) => isTerm(one, common, min, files))
    const scores = cValues(own)
    const near = nearest(setups)
    return own
      .map((one): Proposal => {
        const { count, articles, places } = one
        const [zh, acronym] = [one.zh?.text, one.acronym?.text]
        const [term = ''] = [...one.spellings].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? []
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

  return { add, addRow, know: (setup) => setups.add(setup), result }
}

/** Whatever order the files come in. */
function earlier(there: Given | undefined, text: string | undefined, file: string): Given | undefined {
  return text !== undefined && (there === undefined || file < there.file) ? { text, file } : there
}

function byFile(a: Place, b: Place): number {
  return a.file < b.file ? -1 : a.file > b.file ? 1 : 0
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
