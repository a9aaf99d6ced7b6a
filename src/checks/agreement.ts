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
import { LOWER, NUMBER, ORDINAL, PUNCTUATION, WORD, type Word } from '../text/lexicon.js'
import { quotationAt } from '../text/quotations.js'
import { tagsOf } from '../text/tags.js'
import type { Token } from '../text/tokens.js'
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
const ofOne = words('a an every each another')
const ofMany = words('many several numerous these those')

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
    places: pair((a) => ofOne.has(a.key) || ofMany.has(a.key), lower),
    look: (document, i) => tooMany(document, i) ?? tooFew(document, i),
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
  if (!opensClause(document, at, sentence.first) || !isPlural(head.word.key)) return undefined
  const tags = tagsOf(document, sentence)
  if (tags[i - sentence.first] !== 'NOUN' || quotationAt(document, i, i + 1) === 'speech') return undefined
  return { first: i, last: i + 1, expected: [`${head.word.text} ${agreeing[behind.word.key]}`] }
}

function isModifier(token: Token | undefined): boolean {
  if (!isLower(token)) return false
  const classes = classesOf(token.word.key)
  return (classes & (NOUN | ADJECTIVE | VERB_ED)) !== 0 && (classes & PLURAL) === 0
}

function isPlural(word: string): boolean {
  const classes = classesOf(word)
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

/** "every policies", "a achievements" */
function tooMany(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const { word } = tokens[i] as Token
  const noun = next(document, i)
  if (!ofOne.has(word.key) || noun === undefined || !noun.word.key.endsWith('s')) return undefined
  const classes = classesOf(noun.word.key)
  if (!(classes & PLURAL) || classes & (NOUN | ADJECTIVE | ADVERB | VERB_S)) return undefined
  if (!standsAlone(document, i + 1) || known.has(noun.word.key)) return undefined
  if (isLower(tokens[i]) || i === sentenceAt(document, i).first)
    return { first: i, last: i + 1, note: 'one, or several?' }
  return undefined
}

/** Plurals that follow "a" or "each" for reasons of their own. */
const known = words('others hundreds thousands millions dozens lots pairs thanks ones')

/** "many achievement", "these policy" */
function tooFew(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const { word } = tokens[i] as Token
  const noun = next(document, i)
  if (!ofMany.has(word.key) || noun === undefined) return undefined
  const classes = classesOf(noun.word.key)
  if (classes !== NOUN && !(classes === (NOUN | VERB) && isNounHere(document, i))) return undefined
  if (noun.word.key.endsWith('s') || asPlural.has(noun.word.key)) return undefined
  if (!standsAlone(document, i + 1)) return undefined
  return { first: i, last: i + 1, note: 'one, or several?' }
}

/** A word that may be a verb is none behind a preposition, before another verb, behind one and at the end. */
function isNounHere(document: Document, i: number): boolean {
  const { tokens } = document
  const { key } = (tokens[i] as Token).word
  if (key === 'several' || prepositions.has(tokens[i - 1]?.word.key ?? '')) return true
  const sentence = sentenceAt(document, i)
  const tags = () => tagsOf(document, sentence)
  const behind = tokens[i + 2]?.word
  if (/^(?:are|were|have|had|is|was)$/.test(behind?.key ?? ''))
    return /^th/.test(key) && tags()[i + 1 - sentence.first] === 'NOUN'
  if (!/^[.,;]$/.test(behind?.text ?? '.') || i === sentence.first) return false
  const before = (tokens[i - 1] as Token).word.key
  return (
    !opining.test(before) &&
    tags()[i - 1 - sentence.first] === 'VERB' &&
    tags()[i + 1 - sentence.first] === 'NOUN'
  )
}

/** "he said these matter": behind them stands a clause. */
const opining =
  /^(?:sa(?:y|id|ys|ying)|kn[eo]w\w*|th(?:ink|ought)\w*|believ\w+|f(?:ind|ound|eel|elt|ear)\w*|hop\w+|show\w*|see\w*|saw|mean\w*|argu\w+|claim\w*|add\w*|insist\w*|suggest\w*)$/

/** Behind them stands a noun phrase, so what "these" belongs to. */
const prepositions = words('in of on at with for from through by under into towards')
const asPlural = words(
  'police cattle staff personnel data media aircraft fish sheep youth offspring folk species crew public clergy poultry vermin hundred thousand million billion trillion dozen score percent cent yuan people elite elderly criteria phenomena spacecraft bacteria',
)

/** A noun that belongs to no other noun behind it: no word there, or one that cannot be a noun or an adjective. */
function standsAlone(document: Document, i: number): boolean {
  const behind = document.tokens[i + 1]
  if (behind === undefined || behind.word.shape & PUNCTUATION)
    return behind === undefined || /^[.,;:!?]$/.test(behind.word.text)
  if (!isLower(behind) || behind.word.shape & (NUMBER | ORDINAL)) return false
  return (
    functionWords.has(behind.word.key) ||
    (classesOf(behind.word.key) & ~(VERB | VERB_S | VERB_ED | ADVERB)) === 0
  )
}

const functionWords = words(
  'of to in on at by with for from and or but is are was were has have had will would can could should must may might that which who as than',
)

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
