/**
 * All sequences of one glossary or rule set, gathered in one trie over interned words, in a hash table of edges; then
 * packed for a file or opened for a search, see `packed.ts`. `{name}` and `{number}` are edges like others.
 */
import {
  FIRST_SYMBOLS,
  mix,
  openTrie,
  type PackedTrie,
  packTrie,
  powerOfTwo,
  ROOT,
  type Trie,
} from './packed.js'

export interface TrieBuilder {
  add(symbols: readonly string[], payload: number): void
  build(): Trie
  pack(): PackedTrie
}

/** `below`: the trie that this one will lie on, and whose numbers of words it goes on from. */
export function trieBuilder(expected = 1024, below?: Trie): TrieBuilder {
  const words = new Map<string, number>(below ? [] : FIRST_SYMBOLS.map((symbol, i) => [symbol, i + 1]))
  const known = below?.size ?? 0
  const ends: (number[] | undefined)[] = []
  const edges = edgeTable(expected)
  let nodes = ROOT

  return {
    add(symbols, payload) {
      let node = ROOT
      for (const symbol of symbols) {
        let id = below?.symbol(symbol) || words.get(symbol)
        if (id === undefined) {
          id = known + words.size + 1
          words.set(symbol, id)
        }
        const next = edges.get(node, id)
        node = next !== 0 ? next : edges.set(node, id, ++nodes)
      }
      const there = ends[node]
      if (there === undefined) ends[node] = [payload]
      else if (!there.includes(payload)) there.push(payload)
    },
    build: () => openTrie(packTrie([...words.keys()], edges, ends), below),
    pack: () => packTrie([...words.keys()], edges, ends),
  }
}

interface EdgeTable {
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
