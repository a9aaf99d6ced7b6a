/**
 * All sequences of one glossary or rule set, in one trie over interned words; the edges lie in one open hash
 * table, so that a step costs the same for a hundred terms and for a hundred thousand. `{name}` and
 * `{number}` are edges like others, tried where a word may be one.
 */
import type { Word } from '../text/lexicon.js'

export interface Trie {
  /** The number of a symbol, or 0 where no sequence holds it. */
  symbol(symbol: string): number
  /** The number of a word's key, or 0; remembered on the word. */
  idOf(word: Word): number
  /** The node behind a symbol that comes first, or 0. */
  start(id: number): number
  /** The trie's own number: `word.starts[number]` is the node behind a first word, once `idOf` has been asked. */
  readonly number: number
  /** The node behind an edge, or 0. */
  step(node: number, id: number): number
  /** What was added under the sequences that end at a node. */
  payloads(node: number): readonly number[] | undefined
}

export interface TrieBuilder {
  add(symbols: readonly string[], payload: number): void
  build(): Trie
}

const ROOT = 1
let tries = 0

export function trieBuilder(expected = 1024): TrieBuilder {
  const words = new Map<string, number>()
  const ends: (number[] | undefined)[] = []
  let table = new Int32Array(3 * powerOfTwo(expected * 2))
  let nodes = ROOT
  let edges = 0

  function slot(node: number, word: number): number {
    const mask = table.length / 3 - 1
    let at = mix(node, word) & mask
    while (table[3 * at] !== 0 && (table[3 * at] !== node || table[3 * at + 1] !== word)) at = (at + 1) & mask
    return 3 * at
  }

  function grow(): void {
    const old = table
    table = new Int32Array(old.length * 2)
    for (let i = 0; i < old.length; i += 3) {
      if (old[i] === 0) continue
      const at = slot(old[i] as number, old[i + 1] as number)
      table.set(old.subarray(i, i + 3), at)
    }
  }

  function edge(node: number, word: number): number {
    let at = slot(node, word)
    if (table[at] === 0) {
      if (++edges * 6 > table.length) {
        grow()
        at = slot(node, word)
      }
      table[at] = node
      table[at + 1] = word
      table[at + 2] = ++nodes
    }
    return table[at + 2] as number
  }

  return {
    add(symbols, payload) {
      let node = ROOT
      for (const symbol of symbols) {
        let id = words.get(symbol)
        if (id === undefined) {
          id = words.size + 1
          words.set(symbol, id)
        }
        node = edge(node, id)
      }
      const there = ends[node]
      if (there === undefined) ends[node] = [payload]
      else if (!there.includes(payload)) there.push(payload)
    },
    build() {
      while (ends.length <= nodes) ends.push(undefined)
      const number = tries++
      const starts = new Int32Array(words.size + 1)
      for (const id of words.values()) starts[id] = table[slot(ROOT, id) + 2] as number
      return {
        number,
        symbol: (symbol) => words.get(symbol) ?? 0,
        idOf(word) {
          const known = word.ids[number]
          if (known !== undefined) return known
          const id = words.get(word.key) ?? 0
          word.ids[number] = id
          word.starts[number] = starts[id] as number
          return id
        },
        start: (id) => starts[id] as number,
        step: (node, id) => table[slot(node, id) + 2] as number,
        payloads: (node) => ends[node],
      }
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
