/**
 * One flat list of tokens per nlcst tree: words, clitics, single punctuation marks, and the white space
 * before each. It mends what the tree breaks ("16." with its stop inside a word, "Network-Information" as
 * one word, "China‘s" with an opening quotation mark) and leaves positions exactly where the leaves have them.
 * The tree itself is not changed.
 */
import type { Root, RootContent, SentenceContent, WordContent } from 'nlcst'
import { type Origin, originOf } from '../formats/moved.js'
import { APOSTROPHE, CLITIC, HAN, NUMBER, PUNCTUATION, SOURCE, WORD, type Word, wordOf } from './lexicon.js'

/** White space before a token. */
export const NONE = 0
export const SPACE = 1
export const DOUBLE = 2 // two spaces or more
export const ODD = 4 // no-break, thin, full-width … space
export const BREAK = 8 // a line break
export const BLOCK = 16 // first token of a paragraph or block

export interface Token {
  /** UTF-16 offsets into the source. */
  start: number
  end: number
  word: Word
  gap: number
}

export function tokenize(tree: Root): Token[] {
  const tokens: Token[] = []
  list = tokens
  gap = BLOCK
  joined = false
  walk(tree)
  list = []
  return tokens
}

/** `joined`: a character that cannot be seen stands between the last token and what comes. */
let list: Token[] = []
let gap = BLOCK
let joined = false
const unseen = /^[\u200B-\u200D\u2060\uFEFF\u00AD]+$/

/** By hand and by type: a generic visitor costs ten times as much, and this runs over every leaf. */
function walk(node: Root | RootContent): void {
  if (node.type === 'SentenceNode') sentence(node.children)
  else if (node.type === 'RootNode' || node.type === 'ParagraphNode') {
    gap |= BLOCK
    const each = node.type === 'RootNode' ? top : walk
    for (const child of node.children) each(child)
    gap |= BLOCK
  } else if (node.type === 'WordNode') for (const child of node.children) leaf(child)
  else leaf(node)
}

/** What was moved is walked where it came from: its leaves need not be made. */
function top(node: RootContent): void {
  const origin = originOf(node)
  if (origin) again(origin)
  else walk(node)
}

interface Walked {
  tokens: Token[]
  /** Behind the last of them. */
  gap: number
}

const walked = new WeakMap<RootContent, Walked>()

/** A stretch that was walked for an earlier version is not walked again. What stands before it adds to its first gap only. */
function again({ node, offset }: Origin): void {
  const before = { list, gap }
  const own = walked.get(node) ?? walkedApart(node)
  walked.set(node, own)
  list = before.list
  let open = before.gap
  for (const { start, end, word, gap } of own.tokens) {
    list.push({ start: start + offset, end: end + offset, word, gap: gap | open })
    open = NONE
  }
  gap = open | own.gap
  joined = false
}

function walkedApart(node: RootContent): Walked {
  list = []
  gap = NONE
  joined = false
  walk(node)
  return { tokens: list, gap }
}

function sentence(children: readonly SentenceContent[]): void {
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as SentenceContent
    if (child.type !== 'WordNode') {
      leaf(child)
      continue
    }
    const parts = child.children
    for (let j = 0; j < parts.length; j++) leaf(parts[j] as WordContent)
  }
}

function leaf(node: Exclude<WordContent | SentenceContent, { type: 'WordNode' }>): void {
  if (node.type === 'WhiteSpaceNode') {
    gap |= node.value === ' ' ? SPACE : gapOf(node.value)
    return
  }
  const start = node.position?.start.offset ?? 0
  if (node.type === 'TextNode') text(node.value, start)
  else if (node.type === 'SourceNode') push(start, start + node.value.length, wordOf('\uFFFC', SOURCE))
  else punctuation(node.value, start)
}

function gapOf(value: string): number {
  let seen = value.length > 1 ? SPACE : 0
  let run = 0
  for (const char of value) {
    run = char === ' ' ? run + 1 : 0
    if (run > 1) seen |= DOUBLE
    if (char === '\n' || char === '\r' || char === '\u2028') seen |= BREAK
    else if (char === ' ' || char === '\t') seen |= SPACE
    else seen |= ODD
  }
  return seen
}

function push(start: number, end: number, word: Word): void {
  joined = false
  list.push({ start, end, word, gap })
  gap = NONE
}

function last(): Token | undefined {
  return gap === NONE ? list[list.length - 1] : undefined
}

function text(value: string, start: number): void {
  const before = last()
  if (before !== undefined) {
    if (before.word.shape & PUNCTUATION && joinMark(before, value, start)) return
    if (joined) {
      join(before, value, start)
      return
    }
  }
  const word = wordOf(value)
  if (word.shape & HAN && value.length > 1) splitScripts(value, start)
  else push(start, start + value.length, word)
}

function joinMark(mark: Token, value: string, start: number): boolean {
  if (mark.word.shape & APOSTROPHE) return joinClitic(mark, value, start)
  return joinInitials(mark, value, start)
}

/** `Cyber` U+200B `security` → one word, to all that match; it remembers what it holds. */
function join(head: Token, value: string, start: number): void {
  joined = false
  head.end = start + value.length
  head.word = wordOf(head.word.text + value)
}

/** `China` `’` `s` → `China` `’s`; `don` `’` `t` → `don’t`. */
function joinClitic(mark: Token, value: string, start: number): boolean {
  const tokens = list
  const head = tokens[tokens.length - 2]
  if (!head || mark.gap !== NONE || !(head.word.shape & (WORD | NUMBER))) return false
  if (value === 's' || value === 'S') {
    mark.end = start + 1
    mark.word = wordOf(mark.word.text + value, CLITIC)
    return true
  }
  if (mark.word.text === '‘' || !/^(t|re|ve|ll|d|m|[A-Z]\p{L}+)$/iu.test(value)) return false
  tokens.pop()
  head.end = start + value.length
  head.word = wordOf(head.word.text + mark.word.text + value)
  return true
}

/** `U` `.` `S` → `U.S`; the last stop is joined in `punctuation`. */
function joinInitials(dot: Token, value: string, start: number): boolean {
  if (dot.word.text !== '.' || value.length !== 1) return false
  const tokens = list
  const head = tokens[tokens.length - 2]
  if (!head || dot.gap !== NONE || !(head.word.shape & WORD) || !/^\p{L}(\.\p{L})*$/u.test(head.word.text))
    return false
  tokens.pop()
  head.end = start + 1
  head.word = wordOf(`${head.word.text}.${value}`)
  return true
}

function splitScripts(value: string, start: number): void {
  for (const part of value.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu))
    push(start + part.index, start + part.index + part[0].length, wordOf(part[0]))
}

function punctuation(value: string, start: number): void {
  const head = last()
  if (value > '\u00AC' && head !== undefined && head.word.shape & WORD && unseen.test(value)) {
    join(head, value, start)
    joined = true
    return
  }
  if (value === '.') {
    const before = last()
    if (before !== undefined && before.word.shape & WORD && /^\p{L}(\.\p{L})+$/u.test(before.word.text)) {
      before.end = start + 1
      before.word = wordOf(`${before.word.text}.`)
      return
    }
  }
  let at = start
  for (const mark of value === '...' ? [value] : value) {
    push(at, at + mark.length, wordOf(mark))
    at += mark.length
  }
}
