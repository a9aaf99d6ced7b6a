/**
 * A name for a finding that stays when lines move, for services that compare runs: that of the row, where the run made
 * one, else its rule, concept and words and how many of the like stood before it in its file. FNV-1a, 64 bits, as hex.
 */
import type { Row } from './row.js'

/** In the order of the rows; no two of a file are the same. */
export function fingerprintsOf(path: string, rows: readonly Row[]): string[] {
  const seen = new Map<string, number>()
  return rows.map(({ fingerprint, ruleId, concept, actual }) => {
    const name = fingerprint ?? hashed(JSON.stringify([path, ruleId, concept ?? '', actual.toLowerCase()]))
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return before === 0 ? name : hashed(`${name}:${before}`)
  })
}

export function hashed(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}
