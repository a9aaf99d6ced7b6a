/**
 * The words round a noun phrase that decide what may be put in its place: the determiner it has already, an adjective or
 * a noun that leaves no room for an article, a noun behind it that it only modifies. Where it cannot tell, it says so.
 */
import { classesOf, NOUN, PLURAL } from '../text/classes.js'
import { type Document, sentenceAt } from '../text/document.js'
import {
  APOSTROPHE,
  CAPITAL,
  CLITIC,
  LOWER,
  NUMBER,
  PUNCTUATION,
  UPPER,
  WORD,
  type Word,
} from '../text/lexicon.js'
import { BLOCK, NONE, type Token } from '../text/tokens.js'

export interface Determined {
  kind: 'determined'
  key: string
  /** Nothing stands between it and the phrase … */
  adjacent: boolean
  /** … or nothing but a quotation mark. */
  quoted: boolean
}

export type Left =
  | Determined
  /** An adjective, a noun or a number, and no determiner before it. */
  | { kind: 'modified' }
  | { kind: 'free' }

export function leftOf(document: Document, first: number): Left {
  const { tokens } = document
  const start = sentenceAt(document, first).first
  let modified = false
  let i = first - 1
  while (i >= start && /^["“‘]$/.test((tokens[i] as Token).word.text)) i--
  const next = i
  for (; i >= start && first - i <= farthest; i--) {
    const { key } = (tokens[i] as Token).word
    if (isDeterminer(tokens, i, start))
      return { kind: 'determined', key, adjacent: i === first - 1, quoted: i === next && i < first - 1 }
    if (!isModifier(tokens, i, start, first)) break
    modified = true
  }
  return { kind: modified ? 'modified' : 'free' }
}

/** Whether the phrase is a modifier itself: "theme education work", "State Council Vice Premier". */
export function modifiesNext(document: Document, last: number): boolean {
  const next = document.tokens[last + 1]
  if (next === undefined || next.gap & BLOCK) return false
  if (next.gap === NONE) return /^[-‐‑]$/.test(next.word.text)
  if (!(next.word.shape & WORD)) return false
  if (compounding.has(next.word.key) || isOnlyNoun(next.word, NOUN | PLURAL)) return true
  // in a headline, or among capitals only, a capital says nothing
  return (next.word.shape & (CAPITAL | UPPER)) === CAPITAL && !sentenceAt(document, last).headline
}

/** Whether the phrase is a part of a word: "pre-theme education". */
export function isGrown({ tokens }: Document, first: number): boolean {
  return (tokens[first] as Token).gap === NONE && /^[-‐‑/]$/.test(tokens[first - 1]?.word.text ?? '')
}

/** Whether only punctuation stands before it in its sentence. */
export function opensSentence(document: Document, token: number): boolean {
  const { first } = sentenceAt(document, token)
  return document.tokens.slice(first, token).every(({ word }) => word.shape & PUNCTUATION)
}

const farthest = 5

const determiners = new Set(
  'a an the my your his her its our their this these those every each some any no another whose'.split(' '),
)

function isDeterminer(tokens: readonly Token[], i: number, start: number): boolean {
  const { word, gap } = tokens[i] as Token
  if (word.shape & CLITIC || determiners.has(word.key)) return true
  return (
    i > start && (word.shape & APOSTROPHE) !== 0 && gap === NONE && /s$/.test(tokens[i - 1]?.word.key ?? '')
  )
}

/** `at`: where the phrase begins. */
function isModifier(tokens: readonly Token[], i: number, start: number, at: number): boolean {
  const { key, shape } = (tokens[i] as Token).word
  if (shape & NUMBER || /^\d/.test(key)) return true
  if (!(shape & WORD) || opening.has(key)) return false
  if (shape & CAPITAL && (i > start || !/(ed|ing|ly)$/.test(key) || key === 'beijing')) return true
  if (/(ed|ing)$/.test(key))
    return i > start && (isDeterminer(tokens, i - 1, start) || isAdverb(tokens[i - 1]))
  if (isAdverb(tokens[i])) return i > start && isDeterminer(tokens, i - 1, start)
  if (adjectives.has(key) || (adjective.test(key) && !noAdjective.has(key))) return true
  return i === at - 1 && isOnlyNoun((tokens[i] as Token).word, NOUN)
}

/** "university [theme education] inspection": a word that the dictionary knows as nothing but a noun. */
function isOnlyNoun({ key, shape }: Word, kinds: number): boolean {
  // "at", "he" and "it" are chemistry and computing, too
  if (!(shape & LOWER) || key.length < 4 || opening.has(key)) return false
  const classes = classesOf(key)
  return classes !== 0 && (classes & ~kinds) === 0
}

function isAdverb(token: Token | undefined): boolean {
  return /..ly$/.test(token?.word.key ?? '')
}

/** What stands before a whole noun phrase. */
const opening = new Set(
  (
    'of for to on in with from at over by as and or but nor that which who when while where after before since until ' +
    'because if although though under than so also not both during against between through is are was were be has have had'
  ).split(' '),
)

const adjective = /...(al|ive|ous|ese|ic|ful|ary|ent|ant|able|ible|less|wide|ern|ian)$/
const noAdjective = new Set(
  'receive drive strive arrive prevent implement represent enable reveal meant'.split(' '),
)
const adjectives = new Set(
  (
    'new old local whole main chief top joint state party city county district township deputy vice former current first ' +
    'second third next last other many several most more such same own key major senior then late strong high great'
  ).split(' '),
)

/** Nouns that this genre hangs on others. */
const compounding = new Set(
  (
    'work system systems mechanism mechanisms activity activities campaign conference meeting meetings strategy plan plans ' +
    'task tasks team teams group groups department departments office bureau official officials cadre cadres leader leaders ' +
    'director member members staff personnel spokesperson spokesman website platform project projects program programs ' +
    'policy policies sector field industry effort efforts achievement achievements result results requirement requirements ' +
    'construction building development management capacity ability level theory undertaking undertakings cause news report'
  ).split(' '),
)
