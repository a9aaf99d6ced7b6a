/**
 * All sequences of one glossary or rule set, in one trie over interned words; the edges lie in one open hash
 * table, so that a step costs the same for a hundred terms and for a hundred thousand. `{name}` and
 * `{number}` are edges like others, tried where a word may be one.
 */
import type { Word } from '../text/lexicon.js'

export interface Trie {
  /** The number of a symbol, or 0 where no sequence holds it. */
  symbol(symbol: string): number
  /** The number of a word's key, or 0. */
  idOf(word: Word): number
  /** The node behind a first word, or 0. */
  startOf(word: Word): number
  /** The node behind a symbol that comes first, or 0. */
  start(id: number): number
  /** The node behind an edge, or 0. */
  step(node: number, id: number): number
  /** What was added under the sequences that end at a node. */
  payloads(node: number): readonly number[] | undefined
}

/** A trie as plain data, equal tails folded into one: small to ship and quick to open. */
export interface PackedTrie {
  /** Symbols; a symbol's number is its place, from 1. */
  words: string[]
  /** Node, symbol, node behind; three numbers an edge. */
  edges: number[]
  /** A node at which sequences end, then what was added there. */
  ends: number[][]
}

export interface TrieBuilder {
  add(symbols: readonly string[], payload: number): void
  build(): Trie
  pack(): PackedTrie
}

const ROOT = 1
let tries = 0

export function trieBuilder(expected = 1024): TrieBuilder {
  const words = new Map<string, number>()
  const ends: (number[] | undefined)[] = []
  const edges = edgeTable(expected)
  let nodes = ROOT

  return {
    add(symbols, payload) {
      let node = ROOT
      for (const symbol of symbols) {
        let id = words.get(symbol)
        if (id === undefined) {
          id = words.size + 1
          words.set(symbol, id)
        }
        const next = edges.get(node, id)
        node = next !== 0 ? next : edges.set(node, id, ++nodes)
      }
      const there = ends[node]
      if (there === undefined) ends[node] = [payload]
      else if (!there.includes(payload)) there.push(payload)
    },
    build() {
      for (let i = ends.length; i <= nodes; i++) ends.push(undefined)
      return trieOver(words, edges, ends)
    },
    pack: () => fold([...words.keys()], edges, ends),
  }
}

export function openTrie({ words, edges: packed, ends: packedEnds }: PackedTrie): Trie {
  const edges = edgeTable(packed.length / 3)
  let nodes = ROOT
  for (let i = 0; i < packed.length; i += 3) {
    edges.set(packed[i] as number, packed[i + 1] as number, packed[i + 2] as number)
    nodes = Math.max(nodes, packed[i + 2] as number)
  }
  const ends: (number[] | undefined)[] = new Array(nodes + 1).fill(undefined)
  for (const [node, ...payloads] of packedEnds) ends[node as number] = payloads
  return trieOver(new Map(words.map((word, i) => [word, i + 1])), edges, ends)
}

function trieOver(
  words: ReadonlyMap<string, number>,
  edges: EdgeTable,
  ends: readonly (number[] | undefined)[],
): Trie {
  const number = tries++
  const starts = new Int32Array(words.size + 1)
  for (const id of words.values()) starts[id] = edges.get(ROOT, id)
  const may = filterOf(edges)
  /** Both answers stay on the word until another trie asks: nearly always the same trie asks again. */
  function meet(word: Word): void {
    word.trie = number
    word.id = words.get(word.key) ?? 0
    word.start = starts[word.id] as number
  }
  return {
    symbol: (symbol) => words.get(symbol) ?? 0,
    idOf(word) {
      if (word.trie !== number) meet(word)
      return word.id
    },
    startOf(word) {
      if (word.trie !== number) meet(word)
      return word.start
    },
    start: (id) => starts[id] as number,
    step: (node, id) => (may(node, id) ? edges.get(node, id) : 0),
    payloads: (node) => ends[node],
  }
}

/** Nodes with the same ends and the same edges become one, from the leaves up; alternatives in a pattern meet again. */
function fold(words: string[], edges: EdgeTable, ends: readonly (number[] | undefined)[]): PackedTrie {
  const children = new Map<number, [number, number][]>()
  edges.each((node, id, to) => {
    children.set(node, [...(children.get(node) ?? []), [id, to]])
  })
  const packed: PackedTrie = { words, edges: [], ends: [] }
  const byShape = new Map<string, number>()
  let nodes = ROOT
  function place(node: number): number {
    const below = (children.get(node) ?? [])
      .map(([id, to]) => [id, place(to)] as const)
      .sort((a, b) => a[0] - b[0])
    const shape = `${ends[node]?.join() ?? ''};${below.join(';')}`
    const known = node === ROOT ? undefined : byShape.get(shape)
    if (known !== undefined) return known
    const made = node === ROOT ? ROOT : ++nodes
    byShape.set(shape, made)
    for (const [id, to] of below) packed.edges.push(made, id, to)
    const there = ends[node]
    if (there !== undefined) packed.ends.push([made, ...there])
    return made
  }
  place(ROOT)
  return packed
}

/**
 * A bit per edge, sixteen bits of room for each: nearly all steps fail, and fail here, in a table small enough for the
 * processor's cache, and not in the edges themselves.
 */
function filterOf(edges: EdgeTable): (node: number, id: number) => boolean {
  const bits = new Int32Array(powerOfTwo(edges.size() / 2))
  const mask = bits.length - 1
  edges.each((node, id) => {
    const hash = mix(node, id)
    bits[(hash >>> 5) & mask] = (bits[(hash >>> 5) & mask] as number) | (1 << (hash & 31))
  })
  return (node, id) => {
    const hash = mix(node, id)
    return ((bits[(hash >>> 5) & mask] as number) & (1 << (hash & 31))) !== 0
  }
}

interface EdgeTable {
  size(): number
  get(node: number, id: number): number
  set(node: number, id: number, to: number): number
  each(visit: (node: number, id: number, to: number) => void): void
}

/** Open addressing over three integers an edge, at most half full. */
function edgeTable(expected: number): EdgeTable {
  let table = new Int32Array(3 * powerOfTwo(expected * 2))
  let count = 0

  function slot(node: number, id: number): number {
    const mask = table.length / 3 - 1
    let at = mix(node, id) & mask
    while (table[3 * at] !== 0 && (table[3 * at] !== node || table[3 * at + 1] !== id)) at = (at + 1) & mask
    return 3 * at
  }

  function grow(): void {
    const old = table
    table = new Int32Array(old.length * 2)
    for (let i = 0; i < old.length; i += 3)
      if (old[i] !== 0) table.set(old.subarray(i, i + 3), slot(old[i] as number, old[i + 1] as number))
  }

  return {
    size: () => count,
    get: (node, id) => table[slot(node, id) + 2] as number,
    set(node, id, to) {
      if (++count * 6 > table.length) grow()
      const at = slot(node, id)
      table[at] = node
      table[at + 1] = id
      table[at + 2] = to
      return to
    },
    each(visit) {
      for (let i = 0; i < table.length; i += 3)
        if (table[i] !== 0) visit(table[i] as number, table[i + 1] as number, table[i + 2] as number)
    },
  }
}

function mix(node: number, word: number): number {
  const h = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b)
  return (h ^ (h >>> 15)) >>> 0
}

function powerOfTwo(n: number): number {
  let p = 16
  while (p < n) p *= 2
  return p
}
