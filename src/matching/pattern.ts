/**
 * The pattern language of glossary and rules, in full:
 *
 *     Central Network Information Office     words, in any capitals; a hyphen or a space, as the text likes
 *     (Network|Internet) Office              one of them
 *     Office [of China]                      with or without; [a|b] one of them or nothing
 *     strengthen~ weak ties                  any inflected form of the word
 *     CPC {name} Committee                   one to four capitalised words: a place, a person
 *     the {number} Congress                  a number in figures or words, also as an ordinal
 *     improve the {noun} of                  a word of that class: {noun} {verb} {adjective} {adverb}
 *     play~ {word} role                      any word; {words} one to five of them, in one sentence
 *     \(Xinhua\)                             a bracket that is meant as one
 *
 * A pattern is expanded to the plain sequences that it stands for, so that one index holds them all and a
 * backtracking search never comes from a YAML file. Errors are thrown as PatternError, in one line.
 */
import { ADJECTIVE, ADVERB, NOUN, PLURAL, VERB, VERB_ED, VERB_ING, VERB_S } from '../text/classes.js'
import { inflections } from './inflect.js'

const VERBAL = VERB | VERB_S | VERB_ED | VERB_ING

export const NAME = '{name}'
export const NUMERAL = '{number}'

/** Any word, or one of a class. They lie behind an edge of their own, so that other patterns do not pay for them. */
export const OPEN = '{any}'
export const CLASSES = {
  '{noun}': NOUN | PLURAL,
  '{verb}': VERBAL,
  '{adjective}': ADJECTIVE,
  '{adverb}': ADVERB,
}
export const WORDS = { '{word}': 1, '{words}': 5 }

export class PatternError extends Error {}

const mostExpansions = 5000
const piece =
  /\\.|\{[a-z]+\}|[([\])|~]|['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’](?!s(?![\p{L}\p{N}]))[\p{L}]+)*(?:\.(?:\p{L}\.)+)?|[^\s\p{L}\p{N}]/gu

/** All sequences of symbols (folded words, marks, `{name}`, `{number}`) that a pattern stands for. */
export function expand(pattern: string): string[][] {
  const pieces = (pattern.match(piece) ?? []).filter((p) => p !== '-' && p !== '‑')
  // Most of 100,000 imported terms are nothing but their words.
  if (pieces.length > 0 && !/[()[\]{}|~\\]/.test(pattern)) return [pieces.map(folded)]
  const reader = { pieces, at: 0, pattern }
  const sequences = sequence(reader, '')
  if (reader.at < pieces.length)
    throw new PatternError(`"${pieces[reader.at]}" has no opening bracket in "${pattern}"`)
  if (sequences.some((s) => s.length === 0))
    throw new PatternError(`"${pattern}" can stand for nothing at all`)
  if (sequences.some((s) => s[0] === OPEN || (s.at(-2) === OPEN && s.at(-1)! in WORDS)))
    throw new PatternError(`"${pattern}" needs a word before and behind its open places`)
  return unique(sequences)
}

/** Whether a pattern is nothing but its words. */
export function isLiteral(pattern: string): boolean {
  return !/[([|~{]/.test(pattern)
}

interface Reader {
  pieces: string[]
  at: number
  pattern: string
}

function sequence(reader: Reader, close: string): string[][] {
  let result: string[][] = [[]]
  while (reader.at < reader.pieces.length) {
    const next = reader.pieces[reader.at] as string
    if (next === close || next === '|' || next === ')' || next === ']') break
    result = product(result, item(reader), reader.pattern)
  }
  return result
}

function item(reader: Reader): string[][] {
  const next = reader.pieces[reader.at++] as string
  if (next === '(') return alternatives(reader, ')')
  if (next === '[') return [...alternatives(reader, ']'), []]
  if (next.startsWith('{')) {
    if (next === NAME || next === NUMERAL) return [[next]]
    if (next in CLASSES || next in WORDS) return [[OPEN, next]]
    throw new PatternError(`unknown slot ${next} in "${reader.pattern}"`)
  }
  const word = folded(next.replace(/^\\/, ''))
  if (reader.pieces[reader.at] !== '~') return [[word]]
  reader.at++
  return inflections(word).map((form) => [form])
}

function folded(word: string): string {
  return word.toLowerCase().replaceAll('’', "'")
}

function alternatives(reader: Reader, close: string): string[][] {
  const result = sequence(reader, close)
  while (reader.pieces[reader.at] === '|') {
    reader.at++
    result.push(...sequence(reader, close))
  }
  if (reader.pieces[reader.at] !== close) throw new PatternError(`missing "${close}" in "${reader.pattern}"`)
  reader.at++
  return result
}

function product(left: string[][], right: string[][], pattern: string): string[][] {
  if (left.length * right.length > mostExpansions)
    throw new PatternError(`"${pattern}" stands for more than ${mostExpansions} sequences`)
  return left.flatMap((l) => right.map((r) => [...l, ...r]))
}

function unique(sequences: string[][]): string[][] {
  return [...new Map(sequences.map((s) => [s.join(' '), s])).values()]
}
