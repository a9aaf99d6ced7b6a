/**
 * `residue/markup`: entities and tags of HTML that a copy left in the text ("&nbsp;", "</p>"). Only in plain text: in Markdown
 * and HTML they are what they are. A letter in brackets, a comparison and an "&" between names are left alone.
 * `residue/mojibake`: quotation marks and apostrophes read in another encoding ("people¡¯s", "Chinaâ€™s"). Letters of other
 * languages are left alone: only pairs that no language writes are told.
 */
import type { Document } from '../text/document.js'
import { NONE, type Token } from '../text/tokens.js'
import { defineLooks, type Look, pair, type Seen, single, words } from './looks.js'

const entities = words(
  'nbsp amp lt gt quot apos ldquo rdquo lsquo rsquo mdash ndash hellip middot ensp emsp zwj bull copy',
)
const tags = words(
  'br p div span strong em b i u a img td tr th table li ul ol h1 h2 h3 h4 font center iframe script blockquote section figure',
)

const looks: Record<string, Look> = {
  'residue/markup': {
    places: pair(
      (a) => a.text === '&' || a.text === '<' || a.text === '/',
      (b) => entities.has(b.text) || tags.has(b.text) || b.text === '#',
    ),
    look: (document, i) =>
      document.facts && document.facts.format !== 'plain'
        ? undefined
        : (entity(document, i) ?? element(document, i)),
  },
  'residue/mojibake': { places: single(({ text }) => /[¡âÂï]/.test(text)), look: misread },
}

export const leftover = defineLooks('leftover', looks)

const note = 'left by a web page, not text'

/** UTF-8 read as Windows-1252, GBK read as Latin-1, and what was meant. */
const meant: readonly [string, string][] = [
  ['â€™', '’'],
  ['â€˜', '‘'],
  ['â€œ', '“'],
  ['â€\u009d', '”'],
  ['â€“', '–'],
  ['â€”', '—'],
  ['â€¦', '…'],
  ['¡¯', '’'],
  ['¡®', '‘'],
  ['¡°', '“'],
  ['¡±', '”'],
  ['Â·', '·'],
  ['ï»¿', ''],
]

function misread({ tokens, source }: Document, i: number): Seen | undefined {
  const token = tokens[i] as Token
  const from = token.start + token.word.text.search(/[¡âÂï]/)
  const pair = meant.find(([wrong]) => source.startsWith(wrong, from))
  if (pair === undefined) return undefined
  const range = { start: from, end: from + pair[0].length }
  return {
    first: i,
    last: i,
    range,
    actual: pair[0],
    expected: [pair[1]],
    fix: { ...range, text: pair[1], class: 'suggested' },
    note: 'a mark read in the wrong encoding',
  }
}

function entity({ tokens }: Document, i: number): Seen | undefined {
  const name = tokens[i + 1] as Token
  const numeric = name.word.text === '#'
  const last = i + (numeric ? 3 : 2)
  if (
    tokens[i]?.word.text !== '&' ||
    !(numeric ? /^x?\d+/.test(tokens[i + 2]?.word.text ?? '') : entities.has(name.word.text))
  )
    return undefined
  return tokens[last]?.word.text === ';' && isGlued(tokens, i + 1, last)
    ? { first: i, last, note }
    : undefined
}

/** From the "<" to the ">", a few tokens on. */
function element({ tokens }: Document, i: number): Seen | undefined {
  if (!tags.has((tokens[i + 1] as Token).word.text)) return undefined
  const first = tokens[i]?.word.text === '/' ? i - 1 : i
  if (tokens[first]?.word.text !== '<' || !isGlued(tokens, first + 1, i + 1)) return undefined
  const end = tokens.slice(i + 2, i + 2 + farthest).findIndex(({ word }) => word.text === '>')
  return end < 0 ? undefined : { first, last: i + 2 + end, note }
}

const farthest = 40

function isGlued(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to + 1).every(({ gap }) => gap === NONE)
}
