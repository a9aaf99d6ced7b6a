/**
 * A long YAML list read piece by piece: the tree of 100,000 terms fills 600 MB, that of a piece is gone when the next one comes.
 * Only for what is plainly one list, at the root or under the last key: every line that is no deeper than the list's
 * first dash begins an item or is a comment, and there are no anchors, aliases, tags or further documents. Of anything
 * else, and of what holds an error, it makes nothing: the whole is parsed then, which knows the places.
 */
import { parseDocument } from 'yaml'

const long = 1_000_000
const pieceLength = 64_000

/** The value of the whole text, or undefined. */
export function readInPieces(text: string, least = long, length = pieceLength): unknown {
  if (text.length < least || /(?:^|[\s,[{:])[&*!]\S|^(?:---|\.\.\.|%)/m.test(text)) return undefined
  const pieces = piecesOf(text, length)
  if (pieces === undefined) return undefined
  const [head, ...rest] = pieces.map(parsed)
  const list = Array.isArray(head) ? head : lastValue(head)
  if (!Array.isArray(list)) return undefined
  for (const more of rest) {
    if (!Array.isArray(more)) return undefined
    for (const one of more) list.push(one)
  }
  return head
}

/** Cut before items; the first piece holds what stands before the list. */
function piecesOf(text: string, length: number): string[] | undefined {
  const first = /^( *)- /m.exec(text)
  if (first === null) return undefined
  const indent = (first[1] as string).length
  const pieces: string[] = []
  let start = 0
  for (let at = first.index; at < text.length; ) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next + 1
    const depth = depthOf(text, at)
    if (depth <= indent && !isEmpty(text, at + depth)) {
      if (depth < indent || text[at + depth] !== '-' || !/\s/.test(text[at + depth + 1] ?? ' '))
        return undefined
      if (at > first.index && at - start >= length) {
        pieces.push(text.slice(start, at))
        start = at
      }
    }
    at = end
  }
  pieces.push(text.slice(start))
  return pieces
}

function depthOf(text: string, at: number): number {
  let depth = 0
  while (text[at + depth] === ' ') depth++
  return depth
}

/** Nothing but white space, or a comment. */
function isEmpty(text: string, at: number): boolean {
  const char = text[at]
  return char === undefined || char === '\n' || char === '\r' || char === '#'
}

function parsed(piece: string): unknown {
  const document = parseDocument(piece, { uniqueKeys: true, prettyErrors: false })
  return document.errors.length > 0 ? undefined : document.toJS()
}

function lastValue(head: unknown): unknown {
  return typeof head === 'object' && head !== null ? Object.values(head).at(-1) : undefined
}
