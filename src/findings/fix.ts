/** Edits put into a text, from its end to its start; of two that overlap, the one that begins first. */
import type { Fix } from './finding.js'

export function applyFixes(text: string, fixes: readonly Fix[]): { text: string; count: number } {
  const chosen = compatible(text, fixes)
  let fixed = text
  for (const fix of chosen.toReversed()) fixed = fixed.slice(0, fix.start) + fix.text + fixed.slice(fix.end)
  return { text: fixed, count: chosen.length }
}

/** Those that change something and do not overlap, in order of place. */
export function compatible(text: string, fixes: readonly Fix[]): Fix[] {
  const chosen: Fix[] = []
  let end = -1
  for (const fix of [...fixes].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (fix.start < end || text.slice(fix.start, fix.end) === fix.text) continue
    chosen.push(fix)
    end = Math.max(fix.end, fix.start + 1)
  }
  return chosen
}
