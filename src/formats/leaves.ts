/**
 * Text → the words, spaces, marks and symbols that retext-english cuts it into, before it joins and groups them.
 * Its own cutter asks three regular expressions of every character, half of what it costs to parse; this one asks the
 * parser once per kind of character and remembers. Same nodes, same positions; a property test compares them.
 */
import type { SentenceContent } from 'nlcst'
import type { Point } from 'unist'

export type LeafType = SentenceContent['type']
/** What the parser takes a character to be, when it stands alone. */
export type AskType = (character: string) => LeafType

const types: readonly LeafType[] = [
  'WordNode',
  'WhiteSpaceNode',
  'PunctuationNode',
  'SymbolNode',
  'SourceNode',
]
const WORD = 1
const SPACE = 2
const LINE_FEED = 10
const RETURN = 13
const mostSpellings = 0x4000
/** A longer one would keep its whole text in memory: the engine makes it a window on it. */
const longestKept = 12

/** Cuts the stretch of a text that begins at a point; positions are those in the text. */
export type Cut = (text: string, begin: Point, to: number) => SentenceContent[]

export function cutter(ask: AskType): Cut {
  /** By UTF-16 unit: 0 for not yet asked, else one more than the index of its type. */
  const kinds = new Uint8Array(0x10000)

  function learn(unit: number): number {
    const kind = types.indexOf(ask(String.fromCharCode(unit))) + 1
    kinds[unit] = kind
    return kind
  }

  /** The last spelling of each hash: words come again and again, and one string is looked up faster than its copies. */
  const spellings: (string | undefined)[] = new Array(mostSpellings)

  function spelling(text: string, from: number, end: number, hash: number): string {
    const at = (hash ^ (hash >>> 15)) & (mostSpellings - 1)
    const known = spellings[at]
    if (known !== undefined && known.length === end - from && text.startsWith(known, from)) return known
    const made = text.slice(from, end)
    if (made.length <= longestKept) spellings[at] = made
    return made
  }

  return (text, begin, to) => {
    const leaves: SentenceContent[] = []
    let start = begin
    let from = begin.offset ?? 0
    while (from < to) {
      const first = text.charCodeAt(from)
      const kind = kinds[first] || learn(first)
      let end = from + 1
      let hash = first
      for (; end < to; end++) {
        const unit = text.charCodeAt(end)
        if ((kinds[unit] || learn(unit)) !== kind) break
        if (kind > SPACE && unit !== text.charCodeAt(end - 1) && !isSurrogate(unit)) break
        hash = (Math.imul(hash, 31) + unit) | 0
      }
      const stop = kind === SPACE ? afterSpace(text, from, end, start) : after(start, end - from)
      leaves.push(leaf(kind, spelling(text, from, end, hash), start, stop))
      start = stop
      from = end
    }
    return leaves
  }
}

function leaf(kind: number, value: string, start: Point, end: Point): SentenceContent {
  const position = { start, end }
  if (kind !== WORD) return { type: types[kind - 1], value, position } as SentenceContent
  const text = { type: 'TextNode' as const, value, position: { start, end } }
  return { type: 'WordNode', children: [text], position }
}

const isSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdfff

const after = ({ line, column, offset }: Point, length: number): Point => ({
  line,
  column: column + length,
  offset: (offset ?? 0) + length,
})

/** CR, LF and CRLF end a line; the LF of a CRLF takes no column. */
function afterSpace(text: string, from: number, end: number, start: Point): Point {
  let { line, column } = start
  for (let i = from; i < end; i++) {
    const unit = text.charCodeAt(i)
    const ends = unit === RETURN || (unit === LINE_FEED && text.charCodeAt(i - 1) !== RETURN)
    if (ends) {
      line++
      column = 1
    } else if (unit !== LINE_FEED) column++
  }
  return { line, column, offset: (start.offset ?? 0) + end - from }
}
