/**
 * `punctuation/stray`: stops and commas that stand double, apart from their word, or before a lower-case word. Read from
 * the tokens and the white space between them. Abbreviations, ellipses, decimals, file names and smileys are left alone.
 */

import { classesOf } from '../text/classes.js'
import { defineCue, placesOf } from '../text/cues.js'
import { type Document, isPlain, sentenceAt } from '../text/document.js'
import { CAPITAL, LOWER, NUMBER, STOP, WORD, type Word } from '../text/lexicon.js'
import { abbreviations, isAbbreviation } from '../text/sentences.js'
import { BLOCK, BREAK, NONE, ODD, type Token } from '../text/tokens.js'
import { defineCheck, type Said } from './check.js'

const cue = defineCue(({ text }) => text.length === 1 && '.,;:!?'.includes(text))

export const stray = defineCheck('stray', ({ document }, rules, say) => {
  for (const i of placesOf(document, cue)) {
    if (i === 0) continue
    const seen = doubled(document, i) ?? apart(document, i) ?? beforeLower(document, i)
    if (seen) for (const rule of rules) say({ rule, ...seen })
  }
})

type Seen = Omit<Said, 'rule'>

const second = /^[.,;:]$/

/** "fronts. ,", "characteristics. .", ",,". */
function doubled(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [before, one, two] = [tokens[i - 1], tokens[i], tokens[i + 1]] as [Token, Token, Token | undefined]
  if (!two || two.gap & (BLOCK | BREAK) || !second.test(two.word.text) || '!?:'.includes(one.word.text))
    return undefined
  if (!(before.word.shape & WORD) || before.word.key.length < 3 || one.gap & BLOCK) return undefined
  if (one.word.text === '.' && (isAbbreviation(before, one) || before.word.text.includes('.')))
    return undefined
  // "Ont., Canada", "Op. Cit., p. 3": no gap, and what stands before is a name or short
  if (one.word.text === '.' && two.word.text !== '.' && one.gap === NONE && two.gap === NONE)
    if (!isWhole(before.word)) return undefined
  const third = tokens[i + 2]
  // "control, .changes", "see, :ref:", "gone. ;-)": the second mark opens what follows
  if (third?.gap === NONE && two.gap !== NONE && !/^["”’)\]]$/.test(third.word.text)) return undefined
  if (third && /^[.…]/.test(third.word.text) && !(third.gap & BLOCK)) return undefined
  const same = one.word.text === two.word.text
  const kept = same ? one.word.text : one.word.text === '.' ? two.word.text : one.word.text
  const next = tokens[i + 2]
  const keep =
    one.word.text === '.' && next !== undefined && !(next.word.shape & LOWER) && two.word.text === ','
      ? undefined
      : kept
  return {
    first: i - 1,
    last: i + 1,
    range: { start: one.start, end: two.end },
    expected: keep ? [keep] : [',', '.'],
    fix:
      isPlain(document, i, i + 1) && keep
        ? { start: before.end, end: two.end, text: keep, class: same ? 'safe' : 'suggested' }
        : undefined,
    note: 'two marks where one belongs',
  }
}

/** Surely no abbreviation: in capitals these are longer ("Calif."). */
function isWhole({ shape, key }: Word): boolean {
  return (
    key.length > (shape & CAPITAL ? 5 : 4) || (key.length === 4 && !(shape & CAPITAL) && classesOf(key) !== 0)
  )
}

/** "work ." */
function apart(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [before, mark, next] = [tokens[i - 1], tokens[i], tokens[i + 1]] as [Token, Token, Token | undefined]
  if (mark.gap === NONE || mark.gap & (BLOCK | BREAK | ODD) || !(before.word.shape & (WORD | NUMBER)))
    return undefined
  if (next !== undefined && next.gap === NONE && !/^["”’)\]]$/.test(next.word.text)) return undefined
  if (isSmiley(mark, next) || isRatio(tokens, i) || isLabel(document, i)) return undefined
  if (tokens[i + 1]?.word.text === '.' || tokens[i - 1]?.word.text === '.') return undefined
  if (!isPlain(document, i - 1, i)) return undefined
  return {
    first: i - 1,
    last: i,
    expected: [before.word.text + mark.word.text],
    fix: { start: before.end, end: mark.start, text: '', class: 'safe' },
    note: 'no space before this mark',
  }
}

/** "on that list :)" */
function isSmiley(mark: Token, next: Token | undefined): boolean {
  return /^[:;]$/.test(mark.word.text) && next?.gap === NONE && /^[)\]]$/.test(next.word.text)
}

/** "Appendix : Sources": in a heading or an item of a list, a colon between spaces is layout. */
function isLabel(document: Document, i: number): boolean {
  const { tokens } = document
  if (tokens[i]?.word.text !== ':' || !tokens[i + 1]?.gap) return false
  return !((tokens[sentenceAt(document, i).last] as Token).word.shape & STOP)
}

/** "a ratio of 3 : 1", "Hamlet, I : v : 95" */
function isRatio(tokens: readonly Token[], i: number): boolean {
  const isPlace = (token: Token | undefined) =>
    token !== undefined && ((token.word.shape & NUMBER) !== 0 || token.word.text.length === 1)
  return tokens[i]?.word.text === ':' && isPlace(tokens[i - 1]) && isPlace(tokens[i + 1])
}

const farthest = 300

/** A block that itself begins in lower case: chat, notes, the tail of something. */
function opensLow(tokens: readonly Token[], i: number): boolean {
  let at = i
  while (at > i - farthest && at > 0 && !((tokens[at] as Token).gap & BLOCK)) at--
  if (!((tokens[at] as Token).gap & BLOCK)) return false
  while (at < i && !((tokens[at] as Token).word.shape & WORD)) at++
  return ((tokens[at] as Token).word.shape & LOWER) !== 0
}

/** "cybersecurity. and" */
function beforeLower(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [before, mark, next] = [tokens[i - 1], tokens[i], tokens[i + 1]] as [Token, Token, Token | undefined]
  if (mark.word.text !== '.' || mark.gap !== NONE || !next || next.gap === NONE || next.gap & (BLOCK | BREAK))
    return undefined
  if (!(next.word.shape & LOWER) || next.word.text.length < 2 || /\p{Lu}/u.test(next.word.text))
    return undefined
  if (!(before.word.shape & LOWER) || before.word.text.length < 3 || isAbbreviation(before, mark))
    return undefined
  if (before.word.text.includes('.') || tokens[i - 2]?.word.text === '.') return undefined
  // a name set apart by markup: "… of a system. `tct` allows …"
  if (/[<*_`[]/.test(document.source.slice(mark.end, next.start))) return undefined
  if (next.word.text.includes('.') || abbreviations.has(next.word.key) || opensLow(tokens, i))
    return undefined
  const capital = next.word.text[0]?.toUpperCase() + next.word.text.slice(1)
  return {
    first: i - 1,
    last: i + 1,
    range: { start: mark.start, end: next.end },
    expected: [next.word.text, `. ${capital}`],
    note: 'a full stop in mid-sentence',
  }
}
