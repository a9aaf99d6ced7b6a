/**
 * Function words where none can stand, each a rule of its own: `garble/dangling` (a determiner with nothing to determine:
 * "the of", "their is"), `garble/last-word` (a sentence that ends in one: "… as well as the."), `garble/conjunctions` (two
 * that clash: "but and", ", and ."), `garble/capital` (a capital in mid-sentence: "work The office").
 * Quotations, titles in capitals, letters as names and "and/or" are left alone.
 * Conditions after a prototype that was measured on half a million words: one false in five, none, none, none.
 */
import { type Document, sentenceAt } from '../text/document.js'
import { CAPITAL, LOWER, STOP, WORD } from '../text/lexicon.js'
import { BLOCK, BREAK, DOUBLE, NONE, type Token } from '../text/tokens.js'
import { defineLooks, type Look, next, pair, type Seen, single, words } from './looks.js'

const determiners = words('the its their our')
const never = words('of to and or is are was were has have been with by from at which who because but should')
const last = words('the and a an or their our its because of')
const conjunctions = words('and or but')
const capitals = words('the these this and of are with for from by')

const ending = /^[.;]$/
/** Each rule's way of looking, and what wakes it. */
const looks: Record<string, Look> = {
  'garble/dangling': {
    places: pair(
      (a) => determiners.has(a.key),
      (b) => never.has(b.key),
    ),
    look: dangling,
  },
  'garble/last-word': {
    places: pair(
      (a) => last.has(a.key),
      (b) => ending.test(b.text),
    ),
    look: lastWord,
  },
  'garble/conjunctions': {
    places: pair(
      (a) => conjunctions.has(a.key),
      (b) => conjunctions.has(b.key) || b.text === '.',
    ),
    look: clash,
  },
  'garble/capital': {
    places: single((a) => (a.shape & CAPITAL) !== 0 && capitals.has(a.key)),
    look: capital,
  },
}

export const functionWords = defineLooks('function-words', looks)

function dangling(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const behind = next(document, i)
  if (behind === undefined || !determiners.has((tokens[i] as Token).word.key) || !never.has(behind.word.key))
    return undefined
  if (!((tokens[i] as Token).word.shape & LOWER) || !(behind.word.shape & LOWER)) return undefined
  const after = tokens[i + 2]
  if (after === undefined || after.gap === NONE || !(after.word.shape & WORD)) return undefined
  return { first: i, last: i + 1, note: 'nothing that the first word could belong to' }
}

function lastWord(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [word, stop, before] = [(tokens[i] as Token).word, tokens[i + 1], tokens[i - 1]]
  if (
    !last.has(word.key) ||
    !(word.shape & LOWER) ||
    !stop ||
    !/^[.;]$/.test(stop.word.text) ||
    stop.gap !== NONE
  )
    return undefined
  if (
    word.key === 'of' ||
    (word.key === 'a' &&
      !/^([,;]|of|in|to|with|for|as|is|was|by|from|on|at)$/.test(before?.word.key ?? '')) ||
    !before ||
    !(before.word.shape & WORD) ||
    before.gap & BLOCK
  )
    return undefined
  const after = tokens[i + 2]
  if (after !== undefined && (after.gap === NONE || after.word.shape & STOP)) return undefined
  return { first: i, last: i + 1, note: 'the sentence breaks off' }
}

function clash(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const { word } = tokens[i] as Token
  if (!conjunctions.has(word.key) || !(word.shape & LOWER)) return undefined
  const behind = next(document, i)
  if (
    behind !== undefined &&
    conjunctions.has(behind.word.key) &&
    behind.word.key !== word.key &&
    behind.word.shape & LOWER
  )
    return `${word.key} ${behind.word.key}` === 'and or'
      ? undefined
      : { first: i, last: i + 1, note: 'two conjunctions' }
  const stop = tokens[i + 1]
  const ended = stop !== undefined && stop.word.shape & STOP && stop.word.text === '.' && stop.gap === NONE
  return ended && tokens[i - 1]?.word.text === ','
    ? { first: i - 1, last: i + 1, note: 'the sentence breaks off' }
    : undefined
}

function capital(document: Document, i: number): Seen | undefined {
  const { tokens, source } = document
  const [before, { word, gap, start }] = [tokens[i - 1], tokens[i] as Token]
  const behind = next(document, i)
  if (
    !capitals.has(word.key) ||
    !(word.shape & CAPITAL) ||
    word.text.length < 2 ||
    word.text === word.text.toUpperCase()
  )
    return undefined
  // a line of verse, an item, a column, a title in markup begin so
  if (before === undefined || gap & (BLOCK | BREAK | DOUBLE) || gap === NONE || behind === undefined)
    return undefined
  if (source.slice(before.end, start) !== ' ' || before.gap & (BLOCK | BREAK)) return undefined
  if (!(before.word.shape & LOWER) || before.word.text.length < 3 || !(behind.word.shape & LOWER))
    return undefined
  if (naming.has(before.word.key) || sentenceAt(document, i).headline) return undefined
  return {
    first: i,
    last: i,
    expected: [word.key, `. ${word.text}`],
    note: 'a capital in mid-sentence, or a full stop is missing',
  }
}

/** What a title or a name may follow. */
const naming = words(
  'called named titled entitled see in of by the and for from with at on to movie film novel book song album show series magazine paper band',
)
