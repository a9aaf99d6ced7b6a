/**
 * What `garble/number` looks at: a word for one before a plural ("every policies"), a word for several before a singular ("many
 * achievement"). It leaves alone what the dictionary knows another reading of, and nouns that hang on a noun behind them.
 */
import { ADJECTIVE, ADVERB, classesOf, NOUN, PLURAL, VERB, VERB_ED, VERB_S } from '../text/classes.js'
import { type Document, sentenceAt } from '../text/document.js'
import { NUMBER, ORDINAL, PUNCTUATION } from '../text/lexicon.js'
import { tagsOf } from '../text/tags.js'
import type { Token } from '../text/tokens.js'
import { isLower, next, type Seen, words } from './looks.js'

const ofOne = words('a an every each another')
const ofMany = words('many several numerous these those')

/** Whether a word says how many there are of what follows. */
export function countsOut(key: string): boolean {
  return ofOne.has(key) || ofMany.has(key)
}

/** Where the word behind it is of the other number. */
export function ofAnotherNumber(document: Document, i: number): Seen | undefined {
  return tooMany(document, i) ?? tooFew(document, i)
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
