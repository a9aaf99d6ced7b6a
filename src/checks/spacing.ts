/**
 * White space that is missing or too much inside a line: `punctuation/missing-space` ("people,did", "technology.Major",
 * "against“left”"), `punctuation/loose-apostrophe` ("China 's", "the people ' s"), `punctuation/loose-hyphen` ("second -level").
 * Names of files and of products, figures, options of commands, contractions and quoted letters are left alone.
 * Conditions after a prototype that was measured on 700,000 words of clean text: every hit that was read was real.
 */
import { classesOf, NOUN, PLURAL } from '../text/classes.js'
import type { Document } from '../text/document.js'
import { APOSTROPHE, CAPITAL, LOWER, UPPER, WORD, type Word } from '../text/lexicon.js'
import { NONE, type Token } from '../text/tokens.js'
import { defineLooks, isLower, type Look, pair, type Seen, words } from './looks.js'

const isWord = (word: Word, least: number) => (word.shape & LOWER) !== 0 && word.text.length >= least

const looks: Record<string, Look> = {
  'punctuation/missing-space': {
    places: pair(
      (a) => (a.shape & WORD) !== 0,
      (b) => /^[,.;:?!“]$/.test(b.text),
    ),
    look: missing,
  },
  'punctuation/loose-apostrophe': {
    places: pair(
      (a) => (a.shape & APOSTROPHE) !== 0 && /^['’]$/.test(a.text),
      (b) => b.text === 's',
    ),
    look: loose,
  },
  'punctuation/loose-hyphen': {
    places: pair(
      (a) => isWord(a, 3),
      (b) => b.text === '-',
    ),
    look: hyphen,
  },
}

export const spacing = defineLooks('spacing', looks)

function missing(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [before, mark, after] = [tokens[i], tokens[i + 1], tokens[i + 2]] as [Token, Token, Token | undefined]
  if (mark.gap !== NONE || after === undefined || after.gap !== NONE) return undefined
  const { text } = mark.word
  if (!fits(before.word, text, after.word)) return undefined
  // a name of a file, a product, a list of tags: glued on both sides
  if (before.gap === NONE && i > 0 && !/^[“"'‘(’]$/.test((tokens[i - 1] as Token).word.text)) return undefined
  if (
    /[.:]/.test(text) &&
    tokens[i + 3]?.gap === NONE &&
    /^[.:_/@=(]$/.test((tokens[i + 3] as Token).word.text) &&
    tokens[i + 4]?.gap === NONE
  )
    return undefined
  const expected =
    text === '“' ? `${before.word.text} “${after.word.text}` : `${before.word.text}${text} ${after.word.text}`
  const at = text === '“' ? mark.start : mark.end
  return {
    first: i,
    last: i + 2,
    expected: [expected],
    fix: { start: at, end: at, text: ' ', class: 'suggested' },
    note: 'a space is missing',
  }
}

function fits(before: Word, mark: string, after: Word): boolean {
  if (mark === '“') return isWord(after, 2) || (after.shape & CAPITAL) !== 0
  if (/[,;]/.test(mark))
    return isWord(after, 3)
      ? isWord(before, 2) || isCapitalised(before)
      : isWord(before, 3) && isCapitalised(after)
  if (mark === '.' && starters.has(after.text)) return isWord(before, 3) || isCapitalised(before)
  return isWord(before, 3) && isCapitalised(after)
}

/** What opens a sentence and no name: "County.After", "Party.The". */
const starters = words(
  'The At In On It After During This That We He She They Then Later First All For As To By With',
)

function isCapitalised({ shape, text }: Word): boolean {
  return (
    (shape & CAPITAL) !== 0 &&
    (shape & UPPER) === 0 &&
    text.length > 2 &&
    text.slice(1) === text.slice(1).toLowerCase()
  )
}

function canOwn({ shape, key }: Word): boolean {
  if (shape & CAPITAL) return true
  return (shape & LOWER) !== 0 && (owning.has(key) || (classesOf(key) & (NOUN | PLURAL)) !== 0)
}

const owning = words('it other that there who he she what here')

function loose(document: Document, i: number): Seen | undefined {
  const { tokens, source } = document
  const [before, mark, s, after] = [tokens[i - 1], tokens[i], tokens[i + 1], tokens[i + 2]] as [
    Token | undefined,
    Token,
    Token,
    Token | undefined,
  ]
  if (before === undefined || !canOwn(before.word) || !isLower(after) || after.gap === NONE) return undefined
  if (source.slice(before.end, mark.start) !== ' ' || !/^ ?$/.test(source.slice(mark.end, s.start)))
    return undefined
  return {
    first: i - 1,
    last: i + 1,
    expected: [`${before.word.text}${mark.word.text}s`],
    fix: { start: before.end, end: s.end, text: `${mark.word.text}s`, class: 'suggested' },
    note: 'no space before the ’s',
  }
}

/** "second -level": both are words of the dictionary, so no option of a command and no suffix that is spoken of. */
function hyphen(document: Document, i: number): Seen | undefined {
  const { tokens, source } = document
  const [before, mark, after] = [tokens[i], tokens[i + 1], tokens[i + 2]] as [Token, Token, Token | undefined]
  if (after === undefined || after.gap !== NONE || source.slice(before.end, mark.start) !== ' ')
    return undefined
  if (!isWord(after.word, 4) || !classesOf(before.word.key) || !classesOf(after.word.key)) return undefined
  return {
    first: i,
    last: i + 2,
    expected: [`${before.word.text}-${after.word.text}`, `${before.word.text} – ${after.word.text}`],
    fix: { start: before.end, end: mark.start, text: '', class: 'suggested' },
    note: 'a space on one side of the hyphen',
  }
}
