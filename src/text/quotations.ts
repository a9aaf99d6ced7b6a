/**
 * Which tokens stand in quotation marks, and in what kind of quotation: speech (a sentence somebody said), a title
 * (of a work that is cited), or a few words set apart, which are the writer's own as far as a linter is concerned.
 * A quotation ends with its block; an opening mark inside a word (China‘s) opens nothing.
 */
import { defineCue, placesOf } from './cues.js'
import { type Document, memo, sentenceAt } from './document.js'
import { CAPITAL, LOWER, WORD } from './lexicon.js'
import { NONE, type Token } from './tokens.js'

export type Quotation = 'none' | 'speech' | 'title' | 'words'

/** What tokens `first` to `last` stand in. All that is quoted, they are no title by their capitals alone, but a name. */
export function quotationAt(document: Document, first: number, last = first): Quotation {
  const spans = memo(document, quotationAt, spansOf)
  const span = spans.find((s) => s.first <= first && first <= s.last)
  if (span === undefined) return 'none'
  return span.byCapitals && span.first === first && span.last === last ? 'words' : span.kind
}

interface Span {
  first: number
  last: number
  kind: Quotation
  /** A title for no other reason. */
  byCapitals?: boolean
}

const closes: Record<string, string> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  "'": "'",
  '「': '」',
  '《': '》',
  '«': '»',
}
const marks = new Set(Object.entries(closes).flat())

const cue = defineCue(({ text }) => text.length === 1 && marks.has(text))

function blockOf(document: Document, token: number): number {
  return sentenceAt(document, token).block
}

function spansOf(document: Document): Span[] {
  const { tokens, facts } = document
  const spans: Span[] = []
  let open = -1
  for (const i of placesOf(document, cue)) {
    const token = tokens[i] as Token
    if (open >= 0 && blockOf(document, open) !== blockOf(document, i)) open = -1
    if (open < 0) {
      if (opensQuotation(tokens, i)) open = i
    } else if (token.word.text === closes[(tokens[open] as Token).word.text] && !isApostrophe(tokens, i)) {
      if (i > open + 1) spans.push({ first: open + 1, last: i - 1, ...kindOf(tokens, open, i) })
      open = -1
    }
  }
  for (const cited of facts?.cited ?? []) {
    const first = tokens.findIndex((t) => t.start >= cited.start)
    const after = tokens.findIndex((t) => t.start >= cited.end)
    if (first >= 0) spans.push({ first, last: (after < 0 ? tokens.length : after) - 1, kind: 'title' })
  }
  return spans
}

function opensQuotation(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token
  const next = tokens[i + 1]
  if (closes[token.word.text] === undefined || next === undefined || next.gap !== NONE) return false
  const before = tokens[i - 1]
  // "the '90s", "'tis": a straight apostrophe
  if (token.word.text === "'" && !(next.word.shape & CAPITAL)) return false
  return token.gap !== NONE || before === undefined || !(before.word.shape & WORD)
}

function isApostrophe(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]
  return (
    /^['’]$/.test((tokens[i] as Token).word.text) &&
    next !== undefined &&
    next.gap === NONE &&
    (next.word.shape & WORD) !== 0
  )
}

function kindOf(tokens: readonly Token[], open: number, close: number): Pick<Span, 'kind' | 'byCapitals'> {
  if (/[《「]/.test((tokens[open] as Token).word.text)) return { kind: 'title' }
  const words = tokens.slice(open + 1, close).filter((t) => t.word.shape & WORD)
  const content = words.filter((t) => t.word.text.length > 3)
  const capitals = content.filter((t) => t.word.shape & CAPITAL).length
  if (words.length >= 2 && capitals === content.length && work.test(tokens[open - 1]?.word.key ?? ''))
    return { kind: 'title' }
  if (isMotto(tokens, open)) return { kind: 'words' }
  if (words.length >= 4 && capitals >= 0.75 * content.length) return { kind: 'title', byCapitals: true }
  const first = words[0]
  const sentence =
    first !== undefined &&
    !(first.word.shape & LOWER) &&
    /^[.,!?]$/.test((tokens[close - 1] as Token).word.text)
  return { kind: words.length > 8 || (words.length > 4 && sentence) ? 'speech' : 'words' }
}

/** The theme of a meeting, however long, is the writer's rendering of it and nobody's speech. */
function isMotto(tokens: readonly Token[], open: number): boolean {
  const [before, last] = [tokens[open - 2]?.word.key ?? '', tokens[open - 1]?.word.key ?? '']
  return motto.test(last) || (motto.test(before) && /^(of|is|was|:|,)$/.test(last))
}

const motto = /^(theme|themed|slogan|motto)$/
const work = /^(titled|entitled|called|book|article|report|paper|film)$/
