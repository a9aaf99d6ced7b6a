/**
 * What a fix writes in the place of a term: the expected form with its article, number, tense and capitals carried over,
 * or nothing where that cannot be done without a person. "the the", "a Office", "of China of China" and a noun for a
 * verb never come out of it. The possessive ’s behind a term is not part of it and stays.
 */
import type { Range } from '../formats/source.js'
import { article, headOf, inflectedLike, inflections, plural, verbal } from '../matching/inflect.js'
import { type Document, isPlain, sentenceAt } from '../text/document.js'
import { CAPITAL, CLITIC, LOWER, UPPER, WORD } from '../text/lexicon.js'
import { BLOCK, type Token } from '../text/tokens.js'
import { type Determined, isGrown, leftOf, modifiesNext, opensSentence } from './surroundings.js'

export interface Place {
  first: number
  last: number
  plural: boolean
  /** What was matched there. */
  form?: { readonly verbs?: readonly string[] }
}

/** The edit that puts `term` there; undefined where none is good enough to offer. */
export function replacement(
  document: Document,
  place: Place,
  term: string,
): (Range & { text: string }) | undefined {
  const { tokens } = document
  const span = widened(tokens, place, term)
  const spoken = inTense(document, span, place, term)
  if (spoken === undefined || isGrown(document, span.first) || losesEdge(tokens, span, spoken))
    return undefined
  const put = withArticle(document, span, spoken)
  if (put === undefined) return undefined
  const { text, last } = withPossessive(tokens, put.text, span.last)
  if (!isPlain(document, put.first, last)) return undefined
  const start = (tokens[put.first] as Token).start
  const { end } = tokens[last] as Token
  return { start, end, text: withCapitals(text, document, put.first, span.last) }
}

interface Span {
  first: number
  last: number
}

/** Without an article at its start, and with the words round it that the new term brings itself. */
function widened(tokens: readonly Token[], { first, last }: Place, term: string): Span {
  const words =
    bareOf(term)
      .toLowerCase()
      .replace(/’/g, "'")
      .match(/['’]s(?!\p{L})|[\p{L}\p{N}]+/gu) ?? []
  const stands = (at: number, expected: readonly string[]) =>
    expected.every((word, i) => tokens[at + i]?.word.key === word && !((tokens[at + i] as Token).gap & BLOCK))
  const from = isArticle(tokens[first]) && first < last ? first + 1 : first
  const most = Math.min(words.length - 1, mostShared)
  for (let n = most; n > 0; n--) if (stands(last + 1, words.slice(-n))) return { first: from, last: last + n }
  for (let n = most; n > 0; n--) if (stands(from - n, words.slice(0, n))) return { first: from - n, last }
  return { first: from, last }
}

const mostShared = 4

function isArticle(token: Token | undefined): boolean {
  return /^(the|an?)$/.test(token?.word.key ?? '')
}

function bareOf(text: string): string {
  return text.replace(/^(the|an?) /, '')
}

function withArticle(document: Document, span: Span, text: string): Put | undefined {
  const { first, last } = span
  const bare = bareOf(text)
  if (bare.toLowerCase() === spelled(document, span)) return { text: bare, first }
  const left = leftOf(document, first)
  if (modifiesNext(document, last)) {
    if (/ (of|for|to|on|in|with) /.test(bare)) return undefined
    if (left.kind === 'free') return { text: bare, first }
  }
  if (left.kind === 'free') return { text: isLabel(document, span) ? bare : text, first }
  const owned = /^\S+['’]s /.test(bare)
  if (left.kind === 'modified')
    return (text !== bare || owned) && !isHeadline(document, first) ? undefined : { text: bare, first }
  return behind(left, first, text, owned)
}

interface Put {
  text: string
  first: number
}

/** Behind a determiner. "the" and "a" give way to a term that begins with its owner, "a" to one that wants "the". */
function behind(
  { key, adjacent, quoted }: Determined,
  first: number,
  text: string,
  owned: boolean,
): Put | undefined {
  const bare = bareOf(text)
  if (verbal(bare.split(' ', 1)[0] as string) === 'ing') return undefined
  if (adjacent && key === 'the') return { text: bare, first: owned && text === bare ? first - 1 : first }
  const indefinite = /^an?$/.test(key)
  if (adjacent && indefinite && (owned || text.startsWith('the '))) return { text, first: first - 1 }
  if (owned || (single.test(key) && isPlural(bare))) return undefined
  if (adjacent && indefinite) return { text: `${article(bare)} ${bare}`, first: first - 1 }
  return quoted && indefinite && article(bare) !== key ? undefined : { text: bare, first }
}

/** As matching sees it: where only capitals are wrong, nothing round it matters. */
function spelled({ source, tokens }: Document, { first, last }: Span): string {
  const text = source.slice((tokens[first] as Token).start, (tokens[last] as Token).end)
  return text.replace(/\s+/g, ' ').toLowerCase()
}

const single = /^(an?|this|each|every|another)$/

/** In a headline, or alone in brackets: no article there. */
function isLabel(document: Document, { first, last }: Span): boolean {
  const { tokens } = document
  return (
    isHeadline(document, first) ||
    (tokens[first - 1]?.word.text === '(' && tokens[last + 1]?.word.text === ')')
  )
}

function isHeadline(document: Document, token: number): boolean {
  return sentenceAt(document, token).headline
}

/** Only a verb takes the place of a verb, in its tense; a noun the place of a noun, in its number. */
function inTense(
  { tokens }: Document,
  span: Span,
  { form, plural }: Place,
  text: string,
): string | undefined {
  const { word } = tokens[span.first] as Token
  const base =
    word.shape & LOWER ? form?.verbs?.find((verb) => inflections(verb).includes(word.key)) : undefined
  const words = text.split(' ')
  const kind = verbal(words[0] as string)
  if (base === undefined) return kind === 'base' ? undefined : plural ? pluralOf(text) : text
  if (kind === 'ing') return word.key.endsWith('ing') ? text : undefined
  if (kind === undefined) return undefined
  const isVerb = (at: number) =>
    at === 0 || (words[at - 1] === 'and' && verbal(words[at] as string) === 'base')
  return words.map((w, at) => (isVerb(at) ? inflectedLike(w, word.key, base) : w)).join(' ')
}

/** "comrades in charge of" for "leading officials", "to a height" for "awareness": a small word would be lost. */
function losesEdge(tokens: readonly Token[], { first, last }: Span, text: string): boolean {
  const [lead, end] = [(tokens[first] as Token).word.key, (tokens[last] as Token).word.key]
  if (/^(the|an?|of|by|and|in|to|with|for|on)$/.test(end) && !text.toLowerCase().endsWith(` ${end}`))
    return true
  return leading.test(lead) && !leading.test(text.split(' ', 1)[0] as string)
}

const leading = /^(of|by|in|to|with|for|on|at|from|never|not|don't)$/

/** Plural of the head; undefined for what there is one of, and for what nobody counts. */
function pluralOf(term: string): string | undefined {
  const words = term.replace(/^an? /, '').split(' ')
  const head = headOf(words)
  const word = words[head] as string
  if (term.startsWith('the ') || /^\S+['’]s /.test(term) || !/[a-z]$/.test(word) || isMass(word))
    return undefined
  return words.with(head, plural(word)).join(' ')
}

function isMass(noun: string): boolean {
  return (
    /(ity|ism|acy|ness|ance|ence|ship|ture|ment|tion|ing|energy|economy|progress|content|space|news)$/i.test(
      noun,
    ) &&
    !/(authority|university|facility|activity|community|responsibility|department|government|document|institution|organization|administration|station|conference|meeting|association|federation|corporation)$/i.test(
      noun,
    )
  )
}

function isPlural(text: string): boolean {
  const words = text.split(' ')
  const head = words[headOf(words)] as string
  return /[^sui]s$/.test(head) && plural(head) === head
}

/** `authorities` `’s` → `authorities’`. */
function withPossessive(
  tokens: readonly Token[],
  text: string,
  last: number,
): { text: string; last: number } {
  const next = tokens[last + 1]
  if (next === undefined || !(next.word.shape & CLITIC) || !/[^sui]s$/.test(text)) return { text, last }
  return { text: text + next.word.text[0], last: last + 1 }
}

function withCapitals(text: string, document: Document, first: number, last: number): string {
  const words = document.tokens.slice(first, last + 1).filter((t) => t.word.shape & WORD)
  if (words.length > 1 && words.every((t) => t.word.shape & UPPER)) return text.toUpperCase()
  const long = words.filter((t) => !small.has(t.word.key))
  if (isHeadline(document, first) && long.every((t) => t.word.shape & CAPITAL)) return titled(text)
  const lead = document.tokens[first] as Token
  return opensSentence(document, first) && lead.word.shape & CAPITAL ? capitalized(text) : text
}

function capitalized(text: string): string {
  return (text[0] as string).toUpperCase() + text.slice(1)
}

const small = new Set('a an the and but or nor for of on in at to by as with from'.split(' '))

function titled(text: string): string {
  return text.replace(/[\p{L}’']+/gu, (word, at: number) =>
    at > 0 && small.has(word) ? word : capitalized(word),
  )
}
