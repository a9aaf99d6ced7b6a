/**
 * `punctuation/adjacent-quotations`: two short quotations with nothing but a space between them, as Chinese sets the items of
 * a list ("Tax Link" "Cloud Pay"). Left alone: a quotation that ends in a mark of its own, long ones, and those of one word
 * in code.
 */
import { type Document, sentenceAt } from '../text/document.js'
import { NUMBER, WORD } from '../text/lexicon.js'
import { NONE, SPACE, type Token } from '../text/tokens.js'
import { defineLooks, pair, type Seen } from './looks.js'

export const quotes = defineLooks('quotes', {
  'punctuation/adjacent-quotations': {
    places: pair(
      ({ text }) => text === '"' || text === '”',
      ({ text }) => text === '"' || text === '“',
    ),
    look: sideBySide,
  },
})

const longest = 12

function sideBySide(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [last, close, open, first] = tokens.slice(i - 1, i + 3) as [Token, Token, Token, Token | undefined]
  if (i === 0 || close.gap !== NONE || open.gap !== SPACE || first?.gap !== NONE) return undefined
  if (!(last.word.shape & (WORD | NUMBER)) || !(first.word.shape & (WORD | NUMBER))) return undefined
  const begin = opening(document, i)
  const end = closingOf(document, i + 1)
  if (begin === undefined || end === undefined) return undefined
  const [one, two] = [between(document, begin, i), between(document, i + 1, end)]
  return { first: begin, last: end, expected: [`${one}, ${two}`, `${one} and ${two}`] }
}

function between({ tokens, source }: Document, first: number, last: number): string {
  return source.slice((tokens[first] as Token).start, (tokens[last] as Token).end)
}

/** The mark that opens what `close` closes, in the same sentence. */
function opening(document: Document, close: number): number | undefined {
  const { tokens } = document
  const mark = (tokens[close] as Token).word.text === '”' ? '“' : '"'
  const least = Math.max(sentenceAt(document, close).first, close - longest)
  for (let at = close - 2; at >= least; at--) if ((tokens[at] as Token).word.text === mark) return at
  return undefined
}

function closingOf(document: Document, open: number): number | undefined {
  const { tokens } = document
  const mark = (tokens[open] as Token).word.text === '“' ? '”' : '"'
  const most = Math.min(tokens.length - 1, open + longest)
  for (let at = open + 2; at <= most; at++) if ((tokens[at] as Token).word.text === mark) return at
  return undefined
}
