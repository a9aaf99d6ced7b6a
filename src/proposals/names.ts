/**
 * What one article adds to the count of names and phrases, as a row: `report --rows --propose` writes it, and who folds rows
 * needs no article. And what of an article is shown of each: its spelling and its sentence.
 */
import type { Setup } from '../setup.js'
import type { Document } from '../text/document.js'
import { LOWER, WORD } from '../text/lexicon.js'
import { positionOf } from '../text/points.js'
import { type Run, runsOf, sentenceOf } from './runs.js'

export interface Place {
  file: string
  line: number
  sentence: string
}

/** An article's runs, for a count that is made later or elsewhere. */
export interface NamesRow {
  row: 'names'
  article: string
  /** Words that stand in lower case in it, but for those of earlier rows. */
  common: string[]
  /** `words` folded and parted by spaces. */
  names: {
    words: string
    spelling: string
    line: number
    sentence: string
    zh?: string | undefined
    acronym?: string | undefined
  }[]
  /** Words of each phrase. */
  phrases: string[]
}

const mostLetters = 200

/** What an article adds to the count, as a row; `seen`: words that an earlier row has, so that each stands in one. */
export function namesIn(article: string, document: Document, setup: Setup, seen: Set<string>): NamesRow {
  const fresh = [...commonIn(document)].filter((word) => !seen.has(word))
  for (const word of fresh) seen.add(word)
  const runs = runsOf(document, setup)
  return {
    row: 'names',
    article,
    common: fresh,
    names: runs
      .filter(({ kind }) => kind === 'name')
      .map((run) => {
        const { zh, acronym } = run
        const { line, sentence } = placeOf(run, article, document)
        const spelling = spellingOf(run, document)
        return { words: run.words.join(' '), spelling, line, sentence, zh, acronym }
      }),
    phrases: runs.filter(({ kind }) => kind === 'phrase').map(({ words }) => words.join(' ')),
  }
}

/** Words that stand in lower case. */
export function commonIn({ tokens }: Document): Set<string> {
  const lower = tokens.filter(({ word }) => (word.shape & (WORD | LOWER)) === (WORD | LOWER))
  return new Set(lower.map(({ word }) => word.key))
}

export function spellingOf({ first, last }: Run, { source, tokens }: Document): string {
  return source.slice(tokens[first]?.start ?? 0, tokens[last]?.end).replace(/\s+/g, ' ')
}

/** Its sentence, cut where it is long. */
export function placeOf({ first, last }: Run, file: string, document: Document): Place {
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
