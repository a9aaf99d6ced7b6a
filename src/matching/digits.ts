/**
 * Whole numbers from 0 as a string of printable characters without quotes and backslash: small in a file, and read without
 * a list of numbers between. Base 43, the highest digit first; 43 characters for a digit behind which more come, 43
 * for the last one.
 */
const base = 43
const first = 40
const backslash = 92 - first

export function digits(n: number): string {
  let text = character(n % base)
  for (let rest = Math.floor(n / base); rest > 0; rest = Math.floor(rest / base))
    text = character(base + (rest % base)) + text
  return text
}

function character(value: number): string {
  return String.fromCharCode(first + value + (value >= backslash ? 1 : 0))
}

/** All numbers of a string, in one loop: thousands of calls would wait for the compiler at every start. */
export function numbersOf(text: string): Int32Array {
  const numbers = new Int32Array(text.length)
  let count = 0
  let n = 0
  for (let at = 0; at < text.length; at++) {
    let value = text.charCodeAt(at) - first
    if (value > backslash) value--
    if (value < base) {
      numbers[count++] = n * base + value
      n = 0
    } else n = n * base + value - base
  }
  return numbers.subarray(0, count)
}
