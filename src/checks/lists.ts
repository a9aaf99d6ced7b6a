/**
 * `garble/open-list`: a list that "such as" or "including" has opened already and "etc.", "and so on" or the same noun opens
 * again ("elements such as lotus, doves and other elements"). Left alone where a verb, a bracket or a stop stands between
 * the two, so that they may belong to different lists.
 */
import { type Document, rangeOf, sentenceAt } from '../text/document.js'
import { tagsOf } from '../text/tags.js'
import type { Token } from '../text/tokens.js'
import { defineLooks, pair, type Seen, words } from './looks.js'

const closing = words('etc so other others')

export const lists = defineLooks('lists', {
  'garble/open-list': {
    places: pair(
      () => true,
      (b) => closing.has(b.key),
    ),
    look: openedTwice,
  },
})

const farthest = 40
const parting = /^[.;:()!?—–]$/

function openedTwice(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const closer = closerAt(tokens, i + 1)
  if (closer === undefined) return undefined
  const sentence = sentenceAt(document, i)
  let at = Math.min(i, closer.first - 1)
  const least = Math.max(sentence.first + 1, at - farthest)
  while (at >= least && !isOpener(tokens, at))
    if (parting.test((tokens[at--] as Token).word.text)) return undefined
  if (at < least) return undefined
  const tags = tagsOf(document, sentence).slice(at + 1 - sentence.first, closer.first - sentence.first)
  if (tags.some((tag) => tag === 'VERB' || tag === 'AUX')) return undefined
  const first = (tokens[at] as Token).word.key === 'as' ? at - 1 : at
  if (closer.noun !== undefined && closer.noun !== tokens[first - 1]?.word.key) return undefined
  return {
    first: closer.first,
    last: closer.last,
    expected: ['(leave out)'],
    related: [{ ...rangeOf(document, first, at), message: 'the list is opened here' }],
  }
}

function isOpener(tokens: readonly Token[], at: number): boolean {
  const key = tokens[at]?.word.key
  return key === 'including' || (key === 'as' && tokens[at - 1]?.word.key === 'such')
}

interface Closer {
  first: number
  last: number
  /** It closes only a list of these. */
  noun?: string
}

function closerAt(tokens: readonly Token[], at: number): Closer | undefined {
  const key = (i: number) => tokens[i]?.word.key ?? ''
  if (key(at) === 'etc') return { first: at, last: at }
  if (key(at - 1) !== 'and') return undefined
  if (key(at) === 'so') return /^(on|forth)$/.test(key(at + 1)) ? { first: at - 1, last: at + 1 } : undefined
  if (key(at) === 'other') return { first: at - 1, last: at + 1, noun: key(at + 1) }
  return key(at - 2) === ',' ? undefined : { first: at - 1, last: at }
}
