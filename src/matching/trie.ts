/**
 * All sequences of one glossary or rule set, in one trie over interned words; the edges lie in one open hash
 * table, so that a step costs the same for a hundred terms and for a hundred thousand. `{name}` and
 * `{number}` are edges like others, tried where a word may be one.
 */

export interface Trie {
  /** The number of a folded word, or undefined where no sequence holds it. */
  readonly words: ReadonlyMap<string, number>
  /** The node behind an edge, or 0. The root is 1. */
  step(node: number, word: number): number
  /** What was added under the sequences that end at a node. */
  payloads(node: number): readonly number[] | undefined
}

export interface TrieBuilder {
  add(symbols: readonly string[], payload: number): void
  build(): Trie
}

export const ROOT = 1

export function trieBuilder(expected = 1024): TrieBuilder {
  const words = new Map<string, number>()
  const ends = new Map<number, number[]>()
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
      const there = ends.get(node)
      if (there === undefined) ends.set(node, [payload])
      else if (!there.includes(payload)) there.push(payload)
    },
    build: () => ({
      words,
      step: (node, word) => table[slot(node, word) + 2] as number,
      payloads: (node) => ends.get(node),
    }),
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
