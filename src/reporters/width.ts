/**
 * Text on a terminal: how many columns it takes (Chinese and full-width forms take two, marks above letters none),
 * how it wraps below a hanging indent, and how characters look that nobody can see or that would steer the terminal.
 */

export function columns(text: string): number {
  const bare = text.replace(painted, '')
  if (ascii.test(bare)) return bare.length
  let sum = 0
  for (const char of bare) sum += char <= '~' ? 1 : wide.test(char) ? 2 : flat.test(char) ? 0 : 1
  return sum
}

/**
 * Phrases, each a list of words, put on lines of `width` columns behind an indent that the first line has already.
 * A phrase that does not fit on the rest of a line begins a new one; only one longer than a line is broken.
 */
export function wrap(phrases: readonly (readonly string[])[], width: number, indent: number): string {
  let text = ''
  let at = indent
  const breakLine = () => {
    text += `\n${' '.repeat(indent)}`
    at = indent
  }
  const put = (words: string) => {
    if (at > indent && at + 1 + columns(words) > width) breakLine()
    const piece = at > indent ? ` ${words}` : words.trimStart()
    text += piece
    at += columns(piece)
  }
  for (const words of phrases) {
    const whole = words.join(' ')
    if (indent + columns(whole) <= width) put(whole)
    else {
      if (at > indent) breakLine()
      for (const word of words) put(word)
    }
  }
  return text
}

/** Control and invisible characters by their number: `U+200B`. */
export function visible(text: string): string {
  return text.replace(
    unseen,
    (char) => `‹U+${char.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}›`,
  )
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it looks for
const painted = /\x1b\[[\d;]*m/g
const ascii = /^[ -~]*$/
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029\u00A0]/gu
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const flat = /[\p{Mn}\p{Me}\p{Cf}]/u
