/**
 * Forms that do not agree: `garble/modal` ("will builds"), `garble/agreement` ("they is", "the policies has"),
 * `garble/number` ("every policies", "many achievement").
 * Nothing is said where the dictionary knows a reading in which the words are right ("the will leads", "a means",
 * "these make"), in speech, or after words that bend the order ("if he were", "what they is not").
 * Conditions after a prototype that was measured on half a million words: no false alarm but in dialect.
 */
import {
  ADJECTIVE,
  ADVERB,
  classesOf,
  NOUN,
  PLURAL,
  VERB,
  VERB_ED,
  VERB_ING,
  VERB_S,
} from '../text/classes.js'
import { type Document, sentenceAt } from '../text/document.js'
import { LOWER, WORD, type Word } from '../text/lexicon.js'
import { quotationAt } from '../text/quotations.js'
import { tagsOf } from '../text/tags.js'
import type { Token } from '../text/tokens.js'
import { countsOut, ofAnotherNumber } from './grammatical-number.js'
import { defineLooks, isLower, type Look, next, pair, type Seen, words } from './looks.js'

const modals = words('will would can could should must may might shall')
const alsoNouns = words('will can may might must')
const inflected = /(s|ed|ing)$/
const irregular = words(
  'went took gave became began came knew made saw wrote broke chose drove spoke done gone given taken seen written known shown been was were is are has had did',
)
const singular = words('he she it')
const plural = words('we they')
const forPlural = words('are were have do')
const forSingular = words('is was has does')

const lower = (word: Word) => (word.shape & LOWER) !== 0

const looks: Record<string, Look> = {
  'garble/modal': {
    places: pair(
      (a) => modals.has(a.key) && lower(a),
      (b) => lower(b) && (inflected.test(b.key) || irregular.has(b.key)),
    ),
    look: modal,
  },
  'garble/agreement': {
    places: pair(
      (a) => singular.has(a.key) || plural.has(a.key) || (lower(a) && /[^sui]s$/.test(a.key)),
      (b) => forPlural.has(b.key) || forSingular.has(b.key),
    ),
    look: (document, i) => pronoun(document, i) ?? pluralHead(document, i),
  },
  'garble/number': {
    places: pair((a) => countsOut(a.key), lower),
    look: ofAnotherNumber,
  },
}

export const agreement = defineLooks('agreement', looks)

/** Words that a modal's clause may stand behind in another order: "as best they could given the time". */
const bending = words('what whatever everything than as best so nor how such who that')

function modal(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [{ word }, behind] = [tokens[i] as Token, next(document, i)]
  const sentence = sentenceAt(document, i)
  if (behind === undefined || i === sentence.first || !isInflected(document, i, behind.word.key))
    return undefined
  if (alsoNouns.has(word.key)) {
    if (be.has(behind.word.key)) return undefined
    if (!isPronoun(tokens[i - 1]) && tagsOf(document, sentence)[i - sentence.first] !== 'AUX')
      return undefined
  }
  if (followsAny(tokens, i, bending, 6, sentence.first) || quotationAt(document, i, i + 1) === 'speech')
    return undefined
  return { first: i, last: i + 1, note: 'the plain form of the verb stands behind it' }
}

/** A form of a verb that is not also its plain form; a plural or another noun only where nothing but a verb can stand. */
function isInflected(document: Document, i: number, word: string): boolean {
  const classes = classesOf(word)
  if (!(classes & (VERB_S | VERB_ED | VERB_ING)) || classes & (VERB | ADVERB)) return false
  if (!(classes & (NOUN | PLURAL))) return true
  const certain = !alsoNouns.has((document.tokens[i] as Token).word.key) || isPronoun(document.tokens[i - 1])
  return certain && (classes & VERB_S) !== 0
}

const isPronoun = (token: Token | undefined) => token !== undefined && subjects.has(token.word.key)
const subjects = words('i we you they he she it this which who')

/** "the people's will is", "all they can is" */
const be = words('is are was were')

const clauseMarks = /^[,;:—–]$/

function pronoun(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const subject = (tokens[i] as Token).word.key
  const behind = next(document, i)
  if (behind === undefined || !isLower(behind)) return undefined
  const clash = singular.has(subject) ? forPlural : plural.has(subject) ? forSingular : undefined
  if (!clash?.has(behind.word.key)) return undefined
  const { first } = sentenceAt(document, i)
  if (i > first && (singular.has(subject) || !isLower(tokens[i - 1]))) {
    const mark = (tokens[i - 1] as Token).word.text
    if (!clauseMarks.test(mark) || singular.has(subject)) return undefined
  }
  if (followsAny(tokens, i, bending, 3, first) || quotationAt(document, i, i + 1) === 'speech')
    return undefined
  const right = agreeing[behind.word.key]
  return { first: i, last: i + 1, ...(right && { expected: [`${(tokens[i] as Token).word.text} ${right}`] }) }
}

const agreeing: Record<string, string> = {
  are: 'is',
  were: 'was',
  have: 'has',
  do: 'does',
  is: 'are',
  was: 'were',
  has: 'have',
  does: 'do',
}
const ofMany = words('these those many several both')
const determiners = words('the these those its their our his her many several some all both')
const openers = words(
  'in on at by with through under since after before during over for from as despite according to',
)

/** "The policies has …": a plural that nothing parts from its verb, at the start of a sentence or behind its opening phrase. */
function pluralHead(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const head = tokens[i] as Token
  const behind = next(document, i)
  if (behind === undefined || !forSingular.has(behind.word.key) || !isLower(behind)) return undefined
  const sentence = sentenceAt(document, i)
  let at = i - 1
  while (at > sentence.first && i - at <= 2 && isModifier(tokens[at])) at--
  const determiner = tokens[at]
  if (at < sentence.first || determiner === undefined || !determiners.has(determiner.word.key))
    return undefined
  if (!opensClause(document, at, sentence.first) || !isPlural(head.word.key, determiner.word.key))
    return undefined
  const tags = tagsOf(document, sentence)
  if (tags[i - sentence.first] !== 'NOUN' || quotationAt(document, i, i + 1) === 'speech') return undefined
  return { first: i, last: i + 1, expected: [`${head.word.text} ${agreeing[behind.word.key]}`] }
}

function isModifier(token: Token | undefined): boolean {
  if (!isLower(token)) return false
  const classes = classesOf(token.word.key)
  return (classes & (NOUN | ADJECTIVE | VERB_ED)) !== 0 && (classes & PLURAL) === 0
}

/** Behind "these" also a word in s that the dictionary does not hold. */
function isPlural(word: string, determiner: string): boolean {
  const classes = classesOf(word)
  if (classes === 0) return ofMany.has(determiner)
  return (classes & PLURAL) !== 0 && (classes & (NOUN | ADJECTIVE | ADVERB)) === 0
}

function opensClause({ tokens }: Document, at: number, first: number): boolean {
  if (at === first) return true
  const comma = tokens[at - 1]
  if (comma?.word.text !== ',' || at - first > 10) return false
  return (
    openers.has((tokens[first] as Token).word.key) &&
    !tokens.slice(first, at - 1).some((t) => t.word.text === ',')
  )
}

function followsAny(
  tokens: readonly Token[],
  i: number,
  set: ReadonlySet<string>,
  reach: number,
  first: number,
): boolean {
  for (let at = i - 1; at >= first && i - at <= reach; at--) {
    const { word } = tokens[at] as Token
    if (word.shape & WORD && set.has(word.key)) return true
  }
  return false
}
