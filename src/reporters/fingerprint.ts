/**
 * A name for a finding that stays when lines move, for services that compare runs: that of the row, where the run made
 * one, else its rule, concept and words and how many of the like stood before it in its file.
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

/** 16 hexadecimal digits, the same on every machine; for names, not for secrets. */
export function hashed(text: string): string {
  let one = 0x811c9dc5
  let two = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    one = Math.imul(one ^ unit, 0x01000193)
    two = Math.imul(two ^ unit, 0x5bd1e995)
    two ^= two >>> 15
  }
  return [one, two].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
