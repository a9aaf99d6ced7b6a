/**
 * Adjectives out of place: `garble/postposed` ("cooperation with each other advantageous", "a development sustainable."),
 * `garble/bare-adjective` ("its unified leadership and centralized."), `calque/adjective-order` ("a socialist modern country").
 * Only words that the dictionary knows as adjectives and as nothing else count. Left alone: what follows a copula or a
 * verb that takes an object and its quality ("make the country strong"), comparisons, "something useful", and the
 * adjectives that do stand behind ("the resources available").
 * Conditions after a prototype that was measured on half a million words: no false alarm in 720,000 words of clean text.
 */
import { ADJECTIVE, ADVERB, classesOf, NOUN, PLURAL, VERB, VERB_ED } from '../text/classes.js'
import { type Document, sentenceAt } from '../text/document.js'
import { LOWER, type Word } from '../text/lexicon.js'
import { tagsOf } from '../text/tags.js'
import { NONE, type Token } from '../text/tokens.js'
import { defineLooks, isLower, type Look, next, pair, type Seen, words } from './looks.js'

const adjectival = /(ous|ful|ive|able|ible|less|ical|ary|ant|ent|ic|al|ed|ar|id|ble)$/
const stops = /^[.;!?]$/
const looksAdjectival = (word: Word) =>
  (word.shape & LOWER) !== 0 && word.key.length > 4 && adjectival.test(word.key)

const systems = words('socialist communist capitalist')
const qualities = words('modern new great strong beautiful prosperous modernized')

const looks: Record<string, Look> = {
  'garble/postposed': {
    places: pair(looksAdjectival, (b) => /^[.;!?,]$/.test(b.text)),
    look: (document, i) => behindEachOther(document, i) ?? behindNoun(document, i),
  },
  'garble/bare-adjective': { places: pair((a) => a.key === 'and', looksAdjectival), look: bare },
  'calque/adjective-order': {
    places: pair(
      (a) => systems.has(a.key),
      (b) => qualities.has(b.key) && (b.shape & LOWER) !== 0,
    ),
    look: order,
  },
}

export const adjectives = defineLooks('adjectives', looks)

function isOnlyAdjective(word: string): boolean {
  return classesOf(word) === ADJECTIVE
}

/** Verbs whose object takes a quality behind it, and copulas. */
const taking = words(
  'make makes made making keep keeps kept keeping find finds found finding leave leaves left leaving consider considers considered considering become becomes became becoming seem seems seemed feel feels felt remain remains remained render renders rendered deem deems deemed prove proves proved stay look looks looked grow turn turned get gets got hold holds held call calls called drive drives think thought believe believed declare declared judge judged is are was were be been being am',
)

function behindEachOther(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [each, other] = [tokens[i - 2], tokens[i - 1]]
  const phrase = `${each?.word.key} ${other?.word.key}`
  if (
    (phrase !== 'each other' && phrase !== 'one another') ||
    !isOnlyAdjective((tokens[i] as Token).word.key)
  )
    return undefined
  if (within(document, i, 8, (word) => taking.has(word))) return undefined
  return { first: i - 2, last: i, note: 'the adjective stands before its noun' }
}

/** Adjectives that do stand behind their noun. */
const postpositive = words(
  'available responsible present possible alike long high free ready alone concerned involved able unable due likely similar equal different absent visible imaginable necessary incumbent eligible capable adjacent dependent independent aware extant military general national international applicable relevant related other annual local real',
)
const guarding = words(
  'as than how so more most less very too with and or but nor something anything nothing everything someone anyone everyone those all whether however no not both either if though although while when yet once',
)

function behindNoun(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const word = (tokens[i] as Token).word.key
  const stop = tokens[i + 1] as Token
  if (!stops.test(stop.word.text) || stop.gap !== NONE) return undefined
  if (!isOnlyAdjective(word) || postpositive.has(word) || word.endsWith('ed')) return undefined
  const head = tokens[i - 1]
  if (!isLower(head) || tokens[i]?.gap === NONE || !isOnlyNoun(head.word.key)) return undefined
  if (within(document, i, 8, (key) => guarding.has(key) || taking.has(key))) return undefined
  const sentence = sentenceAt(document, i)
  const tags = tagsOf(document, sentence)
  const verb = tags.slice(0, i - sentence.first).lastIndexOf('VERB')
  if (verb < 0 || tags[i - sentence.first] !== 'ADJ' || tags[i - 1 - sentence.first] !== 'NOUN')
    return undefined
  return { first: i - 1, last: i, note: 'the adjective stands before its noun' }
}

function isOnlyNoun(word: string): boolean {
  const classes = classesOf(word)
  return (classes & (NOUN | PLURAL)) !== 0 && (classes & (ADJECTIVE | ADVERB)) === 0
}

/** "unified leadership and centralized." */
function bare(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [head, adjective, stop] = [tokens[i - 1], tokens[i + 1] as Token, tokens[i + 2]]
  if (!isLower(tokens[i]) || stop === undefined || stop.gap !== NONE) return undefined
  const { key } = adjective.word
  const participle = key.endsWith('ed')
  if (!(participle ? /^[.;!?]$/ : /^[.;!?,]$/).test(stop.word.text)) return undefined
  const classes = classesOf(key)
  if (!(classes & (ADJECTIVE | VERB_ED)) || classes & (NOUN | PLURAL | ADVERB | VERB)) return undefined
  if (!isLower(head) || !isOnlyNoun(head.word.key)) return undefined
  const modifier = tokens[i - 2]
  if (
    !isLower(modifier) ||
    !(classesOf(modifier.word.key) & (ADJECTIVE | VERB_ED)) ||
    taking.has(modifier.word.key)
  )
    return undefined
  if (within(document, i, 12, (word) => taking.has(word))) return undefined
  const sentence = sentenceAt(document, i)
  const tags = tagsOf(document, sentence)
  const before = tags.slice(0, i - sentence.first)
  const verb = before.lastIndexOf('VERB')
  if (verb < 0 || before.at(-1) !== 'NOUN' || before.at(-2) !== 'ADJ') return undefined
  if (participle && classesOf((tokens[sentence.first + verb] as Token).word.key) & VERB_ED) return undefined
  return { first: i, last: i + 1, note: 'the adjective has no noun' }
}

/** Whether one of the words before token `i`, in its sentence, is such. */
function within(document: Document, i: number, reach: number, holds: (word: string) => boolean): boolean {
  const { tokens } = document
  const { first } = sentenceAt(document, i)
  for (let at = i - 1; at >= first && i - at <= reach; at--)
    if (holds((tokens[at] as Token).word.key)) return true
  return false
}

function order(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [system, quality, noun] = [tokens[i] as Token, next(document, i), tokens[i + 2]]
  if (quality === undefined || !isLower(noun) || noun.gap === NONE) return undefined
  if (!(classesOf(noun.word.key) & (NOUN | PLURAL)) || classesOf(noun.word.key) & ADJECTIVE) return undefined
  if (!isLower(system)) return undefined
  return { first: i, last: i + 1, expected: [`${quality.word.text} ${system.word.text}`] }
}
