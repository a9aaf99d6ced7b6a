/**
 * A trie as a file can hold it, and as a search walks it. Equal tails are folded into one and the numbers written as
 * `digits.ts` has them; opened, the edges of each node lie side by side behind a small filter, so that a step costs the same
 * for a hundred terms and for a hundred thousand.
 */
import type { Word } from '../text/lexicon.js'
import { digits, numbersOf } from './digits.js'
import { NAME, NUMERAL, OPEN } from './pattern.js'

export interface Trie {
  /** How many symbols it numbers, those of the one below included. */
  readonly size: number
  /** The number of a symbol, or 0 where no sequence holds it. */
  symbol(symbol: string): number
  /** The number of a word's key, or 0. */
  idOf(word: Word): number
  /** The node behind a first word, or 0. */
  startOf(word: Word): number
  /** The node behind a symbol that comes first, or 0. */
  start(id: number): number
  /** False where there is no such edge; nearly always right when true. */
  may(node: number, id: number): boolean
  /** The node behind an edge, or 0. */
  step(node: number, id: number): number
  /** What was added under the sequences that end at a node. */
  payloads(node: number): readonly number[] | undefined
  /** What can be done at a node besides a step by a word: `ENDS`, `NAMED`, `NUMBERED`, `OPENED`. Nearly always nothing. */
  marks(node: number): number
}

/** Sequences end at the node; an edge of it is that of a name, a number, an open place. */
export const ENDS = 1
export const NAMED = 2
export const NUMBERED = 4
export const OPENED = 8

/** The symbols that every trie numbers first, from 1: the mark of an edge is 1 moved by the number of its symbol. */
export const FIRST_SYMBOLS = [NAME, NUMERAL, OPEN] as const

/** A trie as plain data, equal tails folded into one: small to ship and quick to open. */
export interface PackedTrie {
  /** Symbols, joined by spaces; a symbol's number is its place, from 1. */
  words: string
  /** How many nodes and edges; of each node in turn: how many edges, then of each how far its symbol is from the last and its end from the node. */
  edges: string
  /** Of each node at which sequences end: how many nodes lie before it, how many payloads, the payloads. */
  ends: string
}

export const ROOT = 1
let tries = 0

/** `below`: the trie that this one lies on. It numbers the words that both hold, this one only those of its own. */
export function openTrie({ words: packed, edges, ends: packedEnds }: PackedTrie, below?: Trie): Trie {
  const words = new Map<string, number>()
  const known = below?.size ?? 0
  for (const word of packed.split(' ')) if (word !== '') words.set(word, known + words.size + 1)
  const size = known + words.size
  const rows = rowsOf(edges)
  const payloads = endsOf(packedEnds, rows)
  const starts = new Int32Array(size + 1)
  for (let i = 0; i < (rows.starts[ROOT + 1] as number); i++)
    starts[rows.ids[i] as number] = rows.to[i] as number
  const { may } = rows
  const number = tries++
  const symbol = (key: string) => below?.symbol(key) || (words.get(key) ?? 0)
  /** The answer stays on the word until another trie asks: nearly always the same trie asks again. */
  function remembered(word: Word): number {
    if (word.trie !== number) {
      word.trie = number
      word.id = words.get(word.key) ?? 0
    }
    return word.id
  }
  const idOf = below ? (word: Word) => below.idOf(word) || (words.get(word.key) ?? 0) : remembered
  return {
    size,
    symbol,
    idOf,
    startOf: (word) => starts[idOf(word)] as number,
    start: (id) => starts[id] as number,
    may,
    step: (node, id) => (may(node, id) ? behind(rows, node, id) : 0),
    payloads,
    marks: (node) => rows.marks[node] as number,
  }
}

/** The edges of each node side by side, by symbol. */
interface Rows {
  nodes: number
  ids: Int32Array
  to: Int32Array
  /** Where the edges of each node begin, and those of the one before it end. */
  starts: Int32Array
  /** What `marks` answers; `endsOf` adds where sequences end. */
  marks: Uint8Array
  /** Whether there may be such an edge. */
  may: (node: number, id: number) => boolean
}

function rowsOf(packed: string): Rows {
  const numbers = numbersOf(packed)
  const nodes = numbers[0] as number
  const size = numbers[1] as number
  const starts = new Int32Array(nodes + 2)
  const ids = new Int32Array(size)
  const to = new Int32Array(size)
  const marks = new Uint8Array(nodes + 2)
  const filter = edgeFilter(size)
  let next = 2
  let at = 0
  for (let node = ROOT; node <= nodes; node++) {
    starts[node] = at
    let id = 0
    for (const end = at + (numbers[next++] as number); at < end; at++) {
      id += numbers[next++] as number
      const far = numbers[next++] as number
      ids[at] = id
      filter.add(node, id)
      if (id <= FIRST_SYMBOLS.length) marks[node] = (marks[node] as number) | (1 << id)
      to[at] = node === ROOT ? ROOT + far : node - far
    }
  }
  starts[nodes + 1] = at
  return { nodes, ids, to, starts, marks, may: filter.may }
}

/** The node behind an edge, by halving; most nodes have one edge. */
function behind({ ids, to, starts }: Rows, node: number, id: number): number {
  let low = starts[node] as number
  const end = starts[node + 1] as number
  for (let high = end; low < high; ) {
    const middle = (low + high) >> 1
    if ((ids[middle] as number) < id) low = middle + 1
    else high = middle
  }
  return low < end && ids[low] === id ? (to[low] as number) : 0
}

/** The lists are made when they are asked for: an article touches few of them. */
function endsOf(packed: string, { nodes, marks }: Rows): (node: number) => readonly number[] | undefined {
  const numbers = numbersOf(packed)
  /** Of each node, the place of its count among the numbers. */
  const places = new Int32Array(nodes + 1)
  const made = new Map<number, readonly number[]>()
  for (let at = 0, node = 0; at < numbers.length; node++) {
    node += numbers[at++] as number
    places[node] = at
    marks[node] = (marks[node] as number) | ENDS
    at += 1 + (numbers[at] as number)
  }
  return (node) => {
    const at = places[node] as number
    if (at === 0) return undefined
    let list = made.get(node)
    if (list === undefined) {
      list = [...numbers.subarray(at + 1, at + 1 + (numbers[at] as number))]
      made.set(node, list)
    }
    return list
  }
}

/**
 * A bit per edge, sixteen bits of room for each: nearly all steps fail, and fail here, in a table small enough for the
 * processor's cache, and not in the edges themselves.
 */
function edgeFilter(edges: number): { add(node: number, id: number): void; may: Rows['may'] } {
  const bits = new Int32Array(powerOfTwo(edges / 2))
  const mask = bits.length - 1
  return {
    add(node, id) {
      const hash = mix(node, id)
      bits[(hash >>> 5) & mask] = (bits[(hash >>> 5) & mask] as number) | (1 << (hash & 31))
    },
    may(node, id) {
      const hash = mix(node, id)
      return ((bits[(hash >>> 5) & mask] as number) & (1 << (hash & 31))) !== 0
    },
  }
}

/** Nodes with the same ends and the same edges become one, from the leaves up; alternatives in a pattern meet again. */
export function packTrie(
  words: string[],
  edges: { each(visit: (node: number, id: number, to: number) => void): void },
  ends: readonly (number[] | undefined)[],
): PackedTrie {
  const children: number[][] = []
  edges.each((node, id, to) => {
    const there = children[node]
    if (there === undefined) children[node] = [id, to]
    else there.push(id, to)
  })
  const byShape = new Map<string, number>()
  const placed: { below: Edge[]; ends: readonly number[] | undefined }[] = []
  let count = 0
  function place(node: number): number {
    const below: Edge[] = []
    const own = children[node] ?? []
    for (let i = 0; i < own.length; i += 2) below.push([own[i] as number, place(own[i + 1] as number)])
    below.sort((a, b) => a[0] - b[0])
    const shape = node === ROOT ? '' : `${ends[node]?.join() ?? ''};${below.join(';')}`
    const known = byShape.get(shape)
    if (known !== undefined) return known
    const made = node === ROOT ? ROOT : byShape.size + ROOT + 1
    if (node !== ROOT) byShape.set(shape, made)
    placed[made] = { below, ends: ends[node] }
    count += below.length
    return made
  }
  place(ROOT)
  return { words: words.join(' '), ...written(placed, count) }
}

type Edge = readonly [id: number, to: number]

function written(
  nodes: readonly { below: readonly Edge[]; ends: readonly number[] | undefined }[],
  count: number,
): Pick<PackedTrie, 'edges' | 'ends'> {
  const edges = [digits(nodes.length - 1), digits(count)]
  const ends: string[] = []
  let lastEnd = 0
  nodes.forEach(({ below, ends: own }, node) => {
    edges.push(digits(below.length))
    let last = 0
    for (const [id, to] of below) {
      edges.push(digits(id - last), digits(Math.abs(node - to)))
      last = id
    }
    if (own === undefined) return
    ends.push(digits(node - lastEnd), digits(own.length), ...own.map(digits))
    lastEnd = node + 1
  })
  return { edges: edges.join(''), ends: ends.join('') }
}

/** The hash of an edge. */
export function mix(node: number, word: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)
  return (h ^ (h >>> 15)) >>> 0
}

export function powerOfTwo(n: number): number {
  let p = 16
  while (p < n) p *= 2
  return p
}
