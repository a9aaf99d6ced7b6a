/**
 * Whether the words around a match are what its form asks for: directly before, directly behind, in its sentence, in the
 * whole article. What an article speaks of is asked once per article and form of words.
 */
import type { CompiledContext } from '../glossary/compiled.js'
import { type Document, memo, sentenceAt } from '../text/document.js'
import { CAPITAL, NUMBER, ORDINAL, WORD, type Word } from '../text/lexicon.js'
import type { Token } from '../text/tokens.js'
import { NAME, NUMERAL } from './pattern.js'

export function fits(
  document: Document,
  first: number,
  last: number,
  context: CompiledContext | undefined,
): boolean {
  if (context === undefined) return true
  const { tokens } = document
  if (context.after && !context.after.some((s) => endsAt(tokens, first - 1, symbolsOf(s)))) return false
  if (context.before && !context.before.some((s) => startsAt(tokens, last + 1, symbolsOf(s)))) return false
  if (!context.with && !context.without && !context.about) return true
  const sentence = sentenceAt(document, first)
  const holds = (s: string) => inside(tokens, sentence.first, sentence.last, symbolsOf(s))
  if (context.without?.some(holds)) return false
  if (!context.with && !context.about) return true
  return context.with?.some(holds) || context.about?.some((s) => isAbout(document, s)) || false
}

function isAbout(document: Document, phrase: string): boolean {
  const { words, answers } = memo(document, isAbout, () => ({
    words: new Set(document.tokens.map(({ word }) => word.key)),
    answers: new Map<string, boolean>(),
  }))
  let answer = answers.get(phrase)
  if (answer === undefined) {
    const symbols = symbolsOf(phrase)
    answer =
      symbols.every((s) => words.has(s)) && inside(document.tokens, 0, document.tokens.length - 1, symbols)
    answers.set(phrase, answer)
  }
  return answer
}

const split = new Map<string, readonly string[]>()

/** The same few phrases are asked for again and again. */
function symbolsOf(phrase: string): readonly string[] {
  let symbols = split.get(phrase)
  if (symbols === undefined) {
    symbols = phrase.split(' ')
    split.set(phrase, symbols)
  }
  return symbols
}

function startsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  for (let i = 0; i < words.length; i++) {
    const token = tokens[at + i]
    if (token === undefined || !isWritten(token.word, words[i] as string)) return false
  }
  return true
}

/** A name or a number is one word here. */
function isWritten(word: Word, symbol: string): boolean {
  if (word.key === symbol) return true
  if (!symbol.startsWith('{')) return false
  if (symbol === NAME) return (word.shape & (CAPITAL | WORD)) === (CAPITAL | WORD)
  return symbol === NUMERAL && (word.shape & (NUMBER | ORDINAL)) !== 0
}

function endsAt(tokens: readonly Token[], at: number, words: readonly string[]): boolean {
  return startsAt(tokens, at - words.length + 1, words)
}

function inside(tokens: readonly Token[], first: number, last: number, words: readonly string[]): boolean {
  const opening = words[0] as string
  for (let i = first; i + words.length - 1 <= last; i++)
    if (isWritten((tokens[i] as Token).word, opening) && startsAt(tokens, i, words)) return true
  return false
}
