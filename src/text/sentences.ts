/**
 * Sentences over the tokens. nlcst breaks at ". and" and after "July 16." before a name, and lets a headline
 * run into the body over a single line break; here a sentence ends at a stop that is no abbreviation's and is
 * followed by no lower-case word, at the end of its block, and after the headline line.
 */
import type { Range, SourceFacts } from '../formats/source.js'
import { CAPITAL, LOWER, PUNCTUATION, STOP, WORD } from './lexicon.js'
import { BLOCK, BREAK, NONE, type Token } from './tokens.js'

export interface Sentence {
  /** Index of the first and the last token, both included. */
  first: number
  last: number
  /** Number of the block (paragraph, heading, cell) it stands in. */
  block: number
  headline: boolean
}

export const abbreviations = new Set(
  (
    'mr mrs ms dr prof sen rep gov gen col lt sgt st jr sr inc ltd co corp llc vs etc eg ie cf al viz no nos art ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ' +
    'p pp vol fig dept est approx incl excl var add ave rd blvd hon rev ph bros assn op cit ibid ca eds ed trans capt cmdr adm maj ' +
    'supt pkg tsp tbsp oz lb lbs qt hr hrs ont que sing esp pl adj assoc messrs'
  ).split(' '),
)

/** US states and the like: abbreviations only where they have their capital. */
const capitalised = new Set(
  (
    'ore wash calif mass conn fla ariz colo tenn ill ind kan ky la md mich minn miss mo mont neb nev okla pa tex va vt ' +
    'wis wyo ala ark ga del mt ft univ'
  ).split(' '),
)

export function sentencesOf(tokens: readonly Token[], source: string, facts?: SourceFacts): Sentence[] {
  const sentences: Sentence[] = []
  const headlineEnd = facts === undefined || facts.format === 'plain' ? headlineOf(tokens, source) : -1
  let first = 0
  let block = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.gap & BLOCK) block++
    const next = tokens[i + 1]
    if (next !== undefined && !(next.gap & BLOCK) && i !== headlineEnd && !endsSentence(tokens, i)) continue
    const headline = i <= headlineEnd || inside(facts?.headings, token.start)
    sentences.push({ first, last: i, block, headline })
    first = i + 1
  }
  return sentences
}

function inside(ranges: readonly Range[] | undefined, offset: number): boolean {
  return ranges?.some((range) => range.start <= offset && offset < range.end) ?? false
}

const closing = /^["'”’)\]]$/

/** Whether the sentence ends with token `i`, inside a block. */
function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token
  const next = tokens[i + 1] as Token
  if (token.word.shape & STOP) {
    if (token.word.text === '.' && isAbbreviation(tokens[i - 1], token)) return false
    return next.gap !== NONE && opens(next)
  }
  if (!(token.word.shape & PUNCTUATION) || !closing.test(token.word.text) || token.gap !== NONE) return false
  const before = tokens[i - 1]
  return before !== undefined && (before.word.shape & STOP) !== 0 && next.gap !== NONE && opens(next)
}

function opens(token: Token): boolean {
  if (token.word.shape & WORD) return !(token.word.shape & LOWER)
  return !(token.word.shape & PUNCTUATION) || /^["“‘'([#–—-]$/.test(token.word.text)
}

export function isAbbreviation(before: Token | undefined, stop: Token): boolean {
  if (before === undefined || stop.gap !== NONE) return false
  if (before.word.shape & CAPITAL && capitalised.has(before.word.key)) return true
  return (
    abbreviations.has(before.word.key) || (before.word.text.length === 1 && /[A-Z]/.test(before.word.text))
  )
}

/**
 * Index of the last token of the headline in plain text, or -1. The first line is one where it is short, has no
 * final stop, and was not broken because the line was full.
 */
function headlineOf(tokens: readonly Token[], source: string): number {
  let end = 0
  while (end + 1 < tokens.length && !((tokens[end + 1] as Token).gap & (BREAK | BLOCK))) end++
  const last = tokens[end]
  const next = tokens[end + 1]
  if (last === undefined || next === undefined || end > 45 || last.word.shape & STOP) return -1
  if (/^[,;:]$/.test(last.word.text) || next.word.shape & LOWER) return -1
  if (next.gap & BLOCK) return end
  const stop = source.indexOf('\n', next.start)
  const nextLine = (stop < 0 ? source.length : stop) - next.start
  const firstLine = last.end - (tokens[0] as Token).start
  return firstLine + 1 + (next.end - next.start) <= nextLine ? end : -1
}
