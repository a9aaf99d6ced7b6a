/**
 * `residue/markup`: entities and tags of HTML that a copy left in the text ("&nbsp;", "</p>"). Only in plain text: in Markdown
 * and HTML they are what they are. A letter in brackets, a comparison and an "&" between names are left alone.
 */
import type { Document } from '../text/document.js'
import { NONE, type Token } from '../text/tokens.js'
import { defineLooks, type Look, pair, type Seen, words } from './looks.js'

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
}

export const leftover = defineLooks('leftover', looks)

const note = 'left by a web page, not text'

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
