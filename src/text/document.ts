/**
 * The one view of an article that every check shares: its tokens, its sentences, its headline.
 * Built on demand, once per tree, so that a single check in a stranger's pipeline works and twenty of
 * ours cost one walk. Whatever a check derives from it and another may want goes through `memo`.
 */
import type { Root } from 'nlcst'
import type { VFile } from 'vfile'
import type { Range, SourceFacts } from '../formats/source.js'
import { CLITIC, NUMBER, SOURCE, WORD } from './lexicon.js'
import { type Sentence, sentencesOf } from './sentences.js'
import { type Token, tokenize } from './tokens.js'
import { withoutUrls } from './urls.js'

export interface Document {
  /** The decoded source, without BOM: what offsets point into. */
  readonly source: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly facts: SourceFacts | undefined
  readonly derived: Map<unknown, unknown>
}

const documents = new WeakMap<Root, Document>()

export function documentOf(tree: Root, file: VFile): Document {
  let document = documents.get(tree)
  if (document === undefined) {
    const source = String(file)
    const tokens = withoutUrls(tokenize(tree), source)
    const facts = file.data.zhengming
    document = { source, tokens, sentences: sentencesOf(tokens, source, facts), facts, derived: new Map() }
    documents.set(tree, document)
  }
  return document
}

/** `make(document)`, worked out at most once per document and key. */
export function memo<T>(document: Document, key: unknown, make: (document: Document) => T): T {
  if (!document.derived.has(key)) document.derived.set(key, make(document))
  return document.derived.get(key) as T
}

/** The same of what depends on more than the text: on `scope`, such as an index. */
export function memoFor<T>(document: Document, scope: object, key: unknown, make: () => T): T {
  const own = memo(document, scope, () => new Map<unknown, T>())
  if (!own.has(key)) own.set(key, make())
  return own.get(key) as T
}

/** The sentence that a token stands in, by binary search. */
export function sentenceAt(document: Document, token: number): Sentence {
  const { sentences } = document
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle] as Sentence).first <= token) low = middle
    else high = middle - 1
  }
  return sentences[low] as Sentence
}

/** Words and numbers; the ’s of a possessive belongs to its word. */
export function wordCount({ tokens }: Document): number {
  let count = 0
  for (const { word } of tokens)
    if (word.shape & (WORD | NUMBER) && !(word.shape & (CLITIC | SOURCE))) count++
  return count
}

/** Source offsets of tokens `first` to `last`, both included. */
export function rangeOf(document: Document, first: number, last: number): Range {
  return { start: (document.tokens[first] as Token).start, end: (document.tokens[last] as Token).end }
}

/** Whether the source between two tokens is what the tokens say: no markup, no lost offset. A fix needs that. */
export function isPlain(document: Document, first: number, last: number): boolean {
  const { tokens, source } = document
  for (let i = first; i <= last; i++) {
    const token = tokens[i] as Token
    if (source.slice(token.start, token.end) !== token.word.text) return false
    if (i > first && /\S/.test(source.slice((tokens[i - 1] as Token).end, token.start))) return false
  }
  return true
}
