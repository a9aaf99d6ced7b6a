/**
 * What a fix writes in the place of a term: the expected form with its article, number and capitals carried over,
 * or nothing where that cannot be done without a person. "the the", "a Office" and "of China of China" never come
 * out of it. The possessive ’s behind a term is not part of it and stays.
 */
import type { Range } from '../formats/source.js'
import { article, plural } from '../matching/inflect.js'
import { type Document, isPlain, sentenceAt } from '../text/document.js'
import { CAPITAL, UPPER, WORD } from '../text/lexicon.js'
import type { Token } from '../text/tokens.js'

export interface Place {
  first: number
  last: number
  plural: boolean
}

const determiners = new Set(
  'a an the my your his her its our their this that these those every each some any no another'.split(' '),
)

/** The edit that puts `term` there; undefined where none is safe enough to offer. */
export function replacement(
  document: Document,
  place: Place,
  term: string,
): (Range & { text: string }) | undefined {
  const { tokens } = document
  const before =
    place.first > 0 && !sentenceStart(document, place.first) ? tokens[place.first - 1] : undefined
  const beforeKey = before?.word.key ?? ''
  let first = place.first
  let text = place.plural ? pluralOf(term) : term
  if (text === undefined) return undefined
  const bare = text.replace(/^(the|a|an) /, '')
  const definite = text.startsWith('the ')
  if (beforeKey === 'the') text = bare
  else if (beforeKey === 'a' || beforeKey === 'an') {
    first--
    text = definite ? text : `${article(bare)} ${bare}`
  } else if (determiners.has(beforeKey) || before?.word.text.match(/^['’]s?$/)) text = bare
  else if (definite && before !== undefined && modifies(before)) return undefined
  if (sentenceAt(document, place.first).headline && beforeKey !== 'the') text = titled(bare)
  if (!isPlain(document, first, place.last)) return undefined
  const start = tokens[first] as Token
  const end = (tokens[place.last] as Token).end
  return { start: start.start, end, text: capitals(text, document, first, place.last) }
}

function sentenceStart(document: Document, token: number): boolean {
  return sentenceAt(document, token).first === token
}

/** "national the Office": an adjective or a noun before the term leaves no place for an article. */
function modifies({ word }: Token): boolean {
  return (
    (word.shape & WORD) !== 0 &&
    /(al|ive|ous|ese|ic|ful|ary|ing|ed)$/.test(word.key) &&
    !/^(including|during|according|following|regarding|concerning|joined|attended|visited|led|said|stressed|called|established|urged|asked|told|informed|reported)$/.test(
      word.key,
    )
  )
}

/** Plural of the head: the word before the first "of", else the last. */
function pluralOf(term: string): string | undefined {
  const words = term.split(' ')
  const of = words.indexOf('of')
  const head = of > 0 ? of - 1 : words.length - 1
  const word = words[head] as string
  if (/^(a|an) /.test(term) || !/[a-z]$/.test(word)) return undefined
  return plural(word) === word ? term : words.with(head, plural(word)).join(' ')
}

function capitals(text: string, document: Document, first: number, last: number): string {
  const words = document.tokens.slice(first, last + 1).filter((t) => t.word.shape & WORD)
  if (words.length > 1 && words.every((t) => t.word.shape & UPPER)) return text.toUpperCase()
  const lead = document.tokens[first] as Token
  const opens = sentenceStart(document, first) && lead.word.shape & CAPITAL
  return opens ? text[0]?.toUpperCase() + text.slice(1) : text
}

const small = new Set('a an the and but or nor for of on in at to by as with from'.split(' '))

function titled(text: string): string {
  return text.replace(/[\p{L}’']+/gu, (word, at: number) =>
    at > 0 && small.has(word) ? word : word[0]?.toUpperCase() + word.slice(1),
  )
}
