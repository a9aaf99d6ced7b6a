/**
 * Text on a terminal: how many columns it takes (Chinese and full-width forms take two, marks above letters none),
 * how it wraps below a hanging indent, and how characters look that nobody can see or that would steer the terminal.
 */

export function columns(text: string): number {
  let sum = 0
  for (const char of text.replace(painted, '')) sum += wide.test(char) ? 2 : flat.test(char) ? 0 : 1
  return sum
}

/** Words put on lines of `width` columns; lines after the first begin with `indent` spaces. `first` is what the first holds already. */
export function wrap(words: readonly string[], width: number, indent: number, first = indent): string {
  let at = first
  let text = ''
  let open = true
  for (const word of words) {
    const size = columns(word)
    if (!open && at + 1 + size > width) {
      text += `\n${' '.repeat(indent)}`
      at = indent
      open = true
    }
    text += open ? word : ` ${word}`
    at += size + (open ? 0 : 1)
    open = false
  }
  return text
}

/** Control and invisible characters by their number: `U+200B`. */
export function visible(text: string): string {
  return text.replace(unseen, (char) => `‹U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}›`)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const painted = /\x1b\[[\d;]*m/g
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029\u00A0]/gu
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const flat = /[\p{Mn}\p{Me}\p{Cf}]/u
