/**
 * `punctuation/figure`: numbers that no English text writes ("3,09 percent", "12,3456 people", "July 1,2020", "at 10: 00"), and
 * `punctuation/unclosed`: an opening bracket that its paragraph never closes. Lists of figures, coordinates, citations and smileys are left alone.
 */
import type { Document } from '../text/document.js'
import { LOWER, NUMBER } from '../text/lexicon.js'
import { BLOCK, NONE, SPACE, type Token } from '../text/tokens.js'
import { defineLooks, type Look, pair, type Seen, single, words } from './looks.js'

const looks: Record<string, Look> = {
  'punctuation/figure': {
    places: pair(
      (a) => (a.shape & NUMBER) !== 0,
      (b) => b.text === ',' || b.text === ':',
    ),
    look: (document, i) =>
      document.tokens[i + 1]?.word.text === ',' ? figure(document, i) : hour(document, i),
  },
  'punctuation/unclosed': { places: single(({ text }) => text === '('), look: unclosed },
}

export const figures = defineLooks('figures', looks)

function figure(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [whole, comma, part, after] = tokens.slice(i, i + 4) as [
    Token,
    Token,
    Token | undefined,
    Token | undefined,
  ]
  if (comma.gap !== NONE || part === undefined || part.gap !== NONE || !/^\d+$/.test(part.word.text))
    return undefined
  if (isDay(tokens, i) && /^(19|20)\d\d$/.test(part.word.text))
    return {
      first: i,
      last: i + 2,
      expected: [`${whole.word.text}, ${part.word.text}`],
      fix: { start: comma.end, end: comma.end, text: ' ', class: 'suggested' },
      note: 'a space is missing',
    }
  const digits = part.word.text.length
  if (!/^\d{1,3}$/.test(whole.word.text) || digits === 3 || digits > 6) return undefined
  // a list of figures is glued on, or stands in brackets
  if (whole.gap === NONE || after === undefined) return undefined
  const isUnit =
    after.word.text === '%' ||
    (after.gap !== NONE && !(after.gap & BLOCK) && (after.word.shape & LOWER) !== 0)
  return isUnit ? { first: i, last: i + 2, note: 'a comma parts thousands, a point decimals' } : undefined
}

/** "at 10: 00", "10: 00 a.m."; not a ratio, not a verse. */
function hour({ tokens, source }: Document, i: number): Seen | undefined {
  const [hours, colon, minutes, after] = tokens.slice(i, i + 4) as [Token, Token, Token | undefined, Token?]
  if (colon.gap !== NONE || minutes?.gap !== SPACE || !/^[0-5]\d$/.test(minutes.word.text)) return undefined
  if (!/^([01]?\d|2[0-4])$/.test(hours.word.text)) return undefined
  const isTime = atTime.test(tokens[i - 1]?.word.key ?? '') || halfDay.test(after?.word.key ?? '')
  if (!isTime) return undefined
  const text = source.slice(hours.start, colon.end) + minutes.word.text
  const fix = { start: colon.end, end: minutes.start, text: '', class: 'suggested' as const }
  return { first: i, last: i + 2, expected: [text], note: 'no space inside a time of day', fix }
}

const atTime = /^(at|from|until|till|before|after|around|about)$/
const halfDay = /^([ap]\.?m\.?)$/
/** "July 1" */
function isDay(tokens: readonly Token[], i: number): boolean {
  return (
    months.has(tokens[i - 1]?.word.text ?? '') && /^([12]?\d|3[01])$/.test((tokens[i] as Token).word.text)
  )
}

const months = words('January February March April May June July August September October November December')

const farthest = 400

function unclosed(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [open, next] = [tokens[i] as Token, tokens[i + 1]]
  if (open.gap === NONE || next === undefined || next.gap !== NONE || !(next.word.shape & LOWER))
    return undefined
  let depth = 0
  for (let at = i; at < tokens.length; at++) {
    const { word, gap } = tokens[at] as Token
    if (at > i && gap & BLOCK) break
    if (at - i > farthest) return undefined
    if (/^[(（]$/.test(word.text)) depth++
    if (/^[)）\]]$/.test(word.text) && --depth === 0) return undefined
  }
  return { first: i, last: i, note: 'nothing closes it' }
}
