/**
 * `garble/repeated-passage`: a sentence of ten words or more that stood in the article already, as scraped and rewritten
 * text has it. Points at the first one; a run of such sentences is one finding. Headlines and speech are left alone: a
 * headline may come again in the text, and speakers say things twice.
 */
import { type Document, rangeOf } from '../text/document.js'
import { WORD } from '../text/lexicon.js'
import { quotationAt } from '../text/quotations.js'
import type { Sentence } from '../text/sentences.js'
import type { Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

const leastWords = 10

export const passages = defineCheck('passages', ({ document }, rules, say) => {
  for (const { first, last, original } of repeated(document))
    for (const rule of rules)
      say({
        rule,
        first,
        last,
        fields: { opening: opening(document, first, last) },
        related: [{ ...rangeOf(document, original.first, original.last), message: 'stands here first' }],
      })
})

interface Passage {
  first: number
  last: number
  original: Sentence
}

function repeated(document: Document): Passage[] {
  const known = new Map<string, Sentence[]>()
  const passages: Passage[] = []
  for (const sentence of document.sentences) {
    if (sentence.headline || sentence.last - sentence.first < leastWords) continue
    // The word in the middle and two others rule nearly all sentences out, without reading them whole.
    const middle = keyAt(document, (sentence.first + sentence.last) >> 1)
    const before = known.get(middle)
    const original = before?.find((one) => isAlike(document, one, sentence))
    if (before === undefined) known.set(middle, [sentence])
    else if (original === undefined) before.push(sentence)
    else if (isSame(document, original, sentence)) add(passages, sentence, original)
  }
  return passages
}

function keyAt({ tokens }: Document, i: number): string {
  return (tokens[i] as Token).word.key
}

function isAlike(document: Document, a: Sentence, b: Sentence): boolean {
  return (
    a.last - a.first === b.last - b.first &&
    keyAt(document, a.first) === keyAt(document, b.first) &&
    keyAt(document, a.first + 2) === keyAt(document, b.first + 2) &&
    keyAt(document, a.last - 2) === keyAt(document, b.last - 2)
  )
}

function add(passages: Passage[], { first, last }: Sentence, original: Sentence): void {
  const before = passages.at(-1)
  if (before?.last === first - 1) before.last = last
  else passages.push({ first, last, original })
}

function isSame(document: Document, a: Sentence, b: Sentence): boolean {
  const { tokens } = document
  let words = 0
  for (let i = 0; i <= b.last - b.first; i++) {
    const { word } = tokens[b.first + i] as Token
    if (word.key !== (tokens[a.first + i] as Token).word.key) return false
    if (word.shape & WORD) words++
  }
  return words >= leastWords && quotationAt(document, b.first, b.last) === 'none'
}

const mostShown = 60

function opening(document: Document, first: number, last: number): string {
  const { start, end } = rangeOf(document, first, last)
  const text = document.source.slice(start, end).replace(/\s+/g, ' ')
  return text.length <= mostShown ? text : `${text.slice(0, mostShown).replace(/\s+\S*$/, '')} …`
}
