/**
 * A name for a finding that stays when lines move, for services that compare runs: that of the row, where the run made
 * one, else its rule, concept and words and how many of the like stood before it in its file.
 */
import { hashed } from '../findings/fingerprint.js'
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
