/**
 * What an article may hold of terms: runs of capitalised words ("Ministry of Public Works"), and runs of plain words between
 * boundaries. What the glossary covers is left out (the longest form masks), and so are headlines, lines in title case,
 * cited titles, and names of persons.
 */
import { lookUp } from '../matching/lookup.js'
import { termsOf } from '../matching/terms.js'
import type { Setup } from '../setup.js'
import { type Document, sentenceAt } from '../text/document.js'
import { CAPITAL, CLITIC, HAN, LOWER, PUNCTUATION, STOP, UPPER, WORD } from '../text/lexicon.js'
import { quotationAt } from '../text/quotations.js'
import type { Sentence } from '../text/sentences.js'
import { BLOCK, NONE, type Token } from '../text/tokens.js'
import { personAt } from './people.js'
import { boundaries, joints, outsideNames } from './words.js'

export interface Run {
  kind: 'name' | 'phrase'
  /** Tokens, both included. */
  first: number
  last: number
  /** Folded words without hyphens. */
  words: string[]
  /** The Chinese, and the acronym, given in brackets behind it. */
  zh?: string
  acronym?: string
}

const longestName = 12
const mostWords = 5

export function runsOf(document: Document, setup: Setup): Run[] {
  const covered = coveredBy(document, setup)
  return document.sentences.flatMap((sentence) => {
    if (sentence.headline || isTitleCase(document, sentence)) return []
    return [...names(document, sentence, covered), ...phrases(document, sentence, covered)]
  })
}

const FREE = 0
/** A listed phrase, which may be part of a name: "social security" in "Ministry of Social Security". */
const PHRASE = 1
const NAME = 2
const phrasing = new Set(['term', 'policy', 'slogan'])

/** What stands on each token: a form of the glossary, or a phrase of the rules. */
function coveredBy(document: Document, setup: Setup): Uint8Array {
  const covered = new Uint8Array(document.tokens.length)
  for (const { first, last } of lookUp(document, setup.index).phrases) covered.fill(PHRASE, first, last + 1)
  for (const { first, last, form } of termsOf(document, setup))
    covered.fill(phrasing.has(form.concept.kind) ? PHRASE : NAME, first, last + 1)
  return covered
}

/** A line of mostly capitals that no stop ends. */
function isTitleCase({ tokens }: Document, { first, last }: Sentence): boolean {
  if ((tokens[last] as Token).word.shape & STOP) return false
  let long = 0
  let capitals = 0
  for (let i = first; i <= last; i++) {
    const { shape, text } = (tokens[i] as Token).word
    if (!(shape & WORD) || text.length <= 3) continue
    long++
    if (shape & CAPITAL) capitals++
  }
  return long >= 4 && capitals >= 0.7 * long
}

function names(document: Document, sentence: Sentence, covered: Uint8Array): Run[] {
  const { tokens } = document
  const found: Run[] = []
  for (let i = sentence.first; i <= sentence.last; i++) {
    if (!opensName(tokens, i, sentence) || covered[i] === NAME) continue
    let last = i
    for (let next = i + 1; next <= sentence.last && next - i < longestName; next++) {
      const token = tokens[next] as Token
      if (token.gap & BLOCK || covered[next] === NAME) break
      if (isNameWord(token)) last = next
      else if (!isJoint(tokens, next)) break
    }
    for (const run of apart(tokens, i, last))
      if (isOwn(document, run, covered)) found.push(withBrackets(tokens, run))
    i = last
  }
  return found
}

function opensName(tokens: readonly Token[], i: number, sentence: Sentence): boolean {
  const token = tokens[i] as Token
  if (!isNameWord(token)) return false
  // The capital of a first word may be the sentence's.
  return i !== sentence.first || !(boundaries.has(token.word.key) || /(ing|ly|ed)$/.test(token.word.key))
}

function isNameWord({ word }: Token): boolean {
  return (word.shape & WORD) !== 0 && (word.shape & CAPITAL) !== 0 && !outsideNames.has(word.key)
}

/** A small word, a hyphen, or the ’s of a group ("People’s"): a country’s or a person’s ends a name. */
function isJoint(tokens: readonly Token[], i: number): boolean {
  const { word } = tokens[i] as Token
  if (word.shape & CLITIC)
    return /^(people|women|men|children|workers|youth)$/.test(tokens[i - 1]?.word.key ?? '')
  if (word.shape & PUNCTUATION) return isHyphen(tokens[i])
  return joints.has(word.key) && !(word.shape & CAPITAL)
}

/** A run cut at persons, and at "and" where another name of the kind begins: "Ministry of X and Ministry of Y". */
function apart(tokens: readonly Token[], first: number, last: number): [number, number][] {
  const cut: [number, number][] = []
  let start = first
  const key = (i: number) => (tokens[i] as Token).word.key
  for (let i = first; i <= last; i++) {
    const words = tokens.slice(i, Math.min(last, i + 2) + 1).map((t) => t.word.text)
    const person = personAt(words, 0)
    if (person > 0) {
      cut.push([start, i - 1])
      i += person - 1
      start = i + 1
    } else if (key(i) === 'and' && (key(i + 1) === 'the' || key(i + 1) === key(start))) {
      cut.push([start, i - 1])
      start = i + 1
    }
  }
  cut.push([start, last])
  return cut.map(([from, to]) => trimmed(tokens, from, to))
}

function trimmed(tokens: readonly Token[], from: number, to: number): [number, number] {
  let [first, last] = [from, to]
  while (first <= last && !isNameWord(tokens[first] as Token)) first++
  while (last >= first && !isNameWord(tokens[last] as Token)) last--
  return [first, last]
}

/** Two capitalised words at least, not all of them listed, and no title of a work. */
function isOwn(document: Document, [first, last]: [number, number], covered: Uint8Array): boolean {
  let capitals = 0
  let free = 0
  for (let i = first; i <= last; i++)
    if (isNameWord(document.tokens[i] as Token)) {
      capitals++
      if (covered[i] === FREE) free++
    }
  return capitals >= 2 && free >= 1 && quotationAt(document, first, last) !== 'title'
}

function withBrackets(tokens: readonly Token[], [first, last]: [number, number]): Run {
  const run: Run = { kind: 'name', first, last, words: wordsOf(tokens, first, last) }
  if (!/^[(（]$/.test(tokens[last + 1]?.word.text ?? '')) return run
  for (let i = last + 2; i <= last + 6; i++) {
    const word = tokens[i]?.word
    if (word === undefined || /^[)）]$/.test(word.text)) break
    if (word.shape & HAN) run.zh ??= word.text
    if (word.shape & UPPER && isAcronymOf(word.text, run.words)) run.acronym ??= word.text
  }
  return run
}

/** Its letters stand in order among the words' first letters, beginning with the first. */
function isAcronymOf(acronym: string, words: readonly string[]): boolean {
  const letters = acronym.toLowerCase()
  let at = 0
  for (const word of words) if (word[0] === letters[at]) at++
  return at === letters.length && words[0]?.[0] === letters[0]
}

function wordsOf(tokens: readonly Token[], first: number, last: number): string[] {
  return tokens
    .slice(first, last + 1)
    .filter(({ word }) => !(word.shape & PUNCTUATION))
    .map(({ word }) => word.key)
}

/** All stretches of two to five words, inside of a run of plain words; "of" may join two of them. */
function phrases(document: Document, sentence: Sentence, covered: Uint8Array): Run[] {
  const { tokens } = document
  const found: Run[] = []
  for (let i = sentence.first; i <= sentence.last; i++) {
    if (!isContent(tokens[i] as Token) || covered[i] || isHyphen(tokens[i - 1])) continue
    const words = [(tokens[i] as Token).word.key]
    let apart = false
    for (let next = i + 1; next <= sentence.last && words.length < mostWords; next++) {
      const token = tokens[next] as Token
      if (token.gap & BLOCK || covered[next] || isGerund(tokens, next - 1)) break
      if (isHyphen(token)) continue
      const { key } = token.word
      words.push(key)
      apart ||= token.gap !== NONE
      if (key === 'of' && tokens[next - 1]?.word.key !== 'of') continue
      if (!isContent(token)) break
      if (apart && isHead(key) && !isHyphen(tokens[next + 1]))
        found.push({ kind: 'phrase', first: i, last: next, words: [...words] })
    }
  }
  return found
}

/** "people booking travel": what follows is its object. Not so in "self-driving tours", "training bases". */
function isGerund(tokens: readonly Token[], i: number): boolean {
  const key = tokens[i]?.word.key ?? ''
  return key.length > 5 && key.endsWith('ing') && !isHyphen(tokens[i - 1]) && !nominal.has(key)
}

const nominal = new Set(
  (
    'training building engineering planning funding processing manufacturing leading guiding developing banking housing learning marketing mining ' +
    'shipping financing computing monitoring driving publishing farming fishing'
  ).split(' '),
)

/** Between the parts of one word. */
function isHyphen(token: Token | undefined): boolean {
  return token !== undefined && token.gap === NONE && /^[-‑]$/.test(token.word.text)
}

function isContent({ word }: Token): boolean {
  return (
    (word.shape & (WORD | LOWER)) === (WORD | LOWER) &&
    word.key.length > 2 &&
    !boundaries.has(word.key) &&
    !isAdverb(word.key)
  )
}

function isAdverb(word: string): boolean {
  return (
    word.endsWith('ly') &&
    !/^(family|assembly|supply|monopoly|elderly|friendly|daily|weekly|monthly|orderly)$/.test(word)
  )
}

/** What a noun phrase may end with: no adverb, no participle, no adjective by its ending. */
function isHead(word: string): boolean {
  return !/(ed|ous|ful|ive|able|ible|ical|ional|ish)$/.test(word)
}

/** For the sentence that shows it. */
export function sentenceOf(document: Document, token: number): { start: number; end: number } {
  const { first, last } = sentenceAt(document, token)
  return { start: (document.tokens[first] as Token).start, end: (document.tokens[last] as Token).end }
}
