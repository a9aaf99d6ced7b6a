/**
 * `garble/article`: "a" before a vowel's sound, "an" before a consonant's ("a ideological", "an necessary"). Said only of
 * words in lower case that the dictionary holds and whose first sound is plain from their letters; names, acronyms,
 * letters of the alphabet, "historic" and the words in u- and eu- that can go either way are left alone.
 */
import { ADJECTIVE, ADVERB, classesOf, NOUN, PLURAL, VERB_ED, VERB_ING } from '../text/classes.js'
import type { Document } from '../text/document.js'
import type { Word } from '../text/lexicon.js'
import type { Token } from '../text/tokens.js'
import { defineLooks, isLower, type Look, next, pair, type Seen } from './looks.js'

const vowel = /^([ai]|e(?![uw])|o(?!ne|nce|ui)|un(?![aio])|um|up)/
const consonant = /^([bcdfgjklmnpqrstvwz]|h(?!eir|our|ono|one|is|ab|er|ot|yp|yst|om|um))/

/** Shorter ones are letters, labels and words of other languages: "a is greater than b", "a o". */
const shortest = 4

const looks: Record<string, Look> = {
  'garble/article': {
    places: pair(
      (a) => a.text === 'a' || a.text === 'an',
      (b) => isNamed(b),
    ),
    look: misfit,
  },
}

export const article = defineLooks('article', looks)

function isNamed({ text }: Word): boolean {
  return text.length >= shortest && (vowel.test(text) || consonant.test(text))
}

function misfit(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const { word } = tokens[i] as Token
  const after = next(document, i)
  if (!isLower(after) || !(word.text === 'a' ? vowel : consonant).test(after.word.text)) return undefined
  if (!(classesOf(after.word.key) & (NOUN | ADJECTIVE | ADVERB | VERB_ED | VERB_ING | PLURAL)))
    return undefined
  // a letter, not an article: "a - also", "(a) either", "à a alma"
  if (tokens[i - 1]?.word.text === '(' || tokens[i + 2]?.word.text === ')') return undefined
  return {
    first: i,
    last: i + 1,
    expected: [`${word.text === 'a' ? 'an' : 'a'} ${after.word.text}`],
    note: word.text === 'a' ? 'an before a vowel' : 'a before a consonant',
  }
}
