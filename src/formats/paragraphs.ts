/**
 * Where a text may be cut so that its parts can be read one by one: behind blank lines, and only where nothing but
 * spaces, tabs and line ends stands. A part ends with the white space behind it.
 */
import type { Base } from './moved.js'

export interface Part {
  base: Base
  end: number
}

/** `may`: whether a part may begin at this offset. */
export function partsOf(text: string, may: (offset: number) => boolean = () => true): Part[] {
  const parts: Part[] = []
  const base = { line: 1, column: 1, offset: 0 }
  const add = (end: number) => {
    if (end > base.offset) parts.push({ base: { ...base }, end })
    advance(base, text, end)
  }
  // From a line's end, so that single spaces cost nothing.
  for (const { index, 0: run } of text.matchAll(/[\r\n][ \t\r\n]*/g)) {
    const end = index + run.length
    if (end === text.length || !/^(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/.test(run)) continue
    let last = index - 1
    while (last >= 0 && /[ \t]/.test(text[last] as string)) last--
    if (last < 0 || white.test(text[last] as string) || white.test(text[end] as string)) continue
    if (may(end)) add(end)
  }
  add(text.length)
  return parts
}

/** Other white space parts no paragraphs; a byte order mark would be taken off. */
const white = /[\s\u0085\ufeff]/

/** Moves to `end`, counting lines. */
export function advance(base: Base, text: string, end: number): void {
  for (const match of text.slice(base.offset, end).matchAll(/\r\n|\r|\n/g)) {
    base.line++
    base.column = 1 - match.index - match[0].length
  }
  base.column += end - base.offset
  base.offset = end
}
