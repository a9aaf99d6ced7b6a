/**
 * Lays a decoded value over the slice of source that it was decoded from, and adds both to the prose of a block.
 * Every unit is compared on the way. Where value and source part company the rest is left out: text that is not
 * linted does less harm than a finding in the wrong place.
 */
import type { Prose } from './prose.js'

/**
 * What the source holds at some point, other than the character itself: it goes on at `end`, accounts for `used`
 * units of the value and reads as `text` (`undefined`: it is no prose).
 */
export interface Unit {
  end: number
  used: number
  text: string | undefined
}

/** Everything that a reader of the source needs to know at one point. */
export interface Place {
  source: string
  at: number
  end: number
  value: string
  index: number
  prose: Prose
}

export interface Syntax {
  /** Code units that may not stand for themselves. `read` is asked at these, and wherever the two differ. */
  special: ReadonlySet<number>
  /** The unit at a place, or undefined where the character stands for itself. */
  read(place: Place): Unit | undefined
}

export function align(
  prose: Prose,
  value: string,
  source: string,
  from: number,
  to: number,
  syntax: Syntax,
): void {
  const place: Place = { source, at: from, end: to, value, index: 0, prose }
  let literal = from
  while (place.index < value.length && place.at < to) {
    const code = source.charCodeAt(place.at)
    const equal = code === value.charCodeAt(place.index)
    if (equal && !syntax.special.has(code)) {
      place.at++
      place.index++
      continue
    }
    // What is read may depend on the prose so far, so it has to be up to date.
    prose.same(source, literal, place.at)
    literal = place.at
    const unit = syntax.read(place)
    if (unit) {
      if (unit.text === undefined) prose.source(place.at, unit.end)
      else prose.unit(unit.text, place.at, unit.end)
      place.at = unit.end
      place.index += unit.used
      literal = unit.end
    } else if (equal) {
      place.at++
      place.index++
    } else return
  }
  prose.same(source, literal, place.at)
}

/** One character reference as both formats write it; which of them count is for the format's own parser to say. */
export type Decode = (reference: string) => string

/** Remembers what a parser makes of each reference. */
export function remember(decode: Decode): Decode {
  const known = new Map<string, string>()
  return (reference) => {
    let text = known.get(reference)
    if (text === undefined) {
      text = decode(reference)
      if (known.size < 5000) known.set(reference, text)
    }
    return text
  }
}

const reference = /&(?:#[xX][\da-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z\d]{0,31});?/y

/** The character reference at a place. One that decodes to several characters has no inside to point at: no prose. */
export function readReference({ source, at, end, value, index }: Place, decode: Decode): Unit | undefined {
  reference.lastIndex = at
  const match = reference.exec(source)?.[0]
  if (!match || at + match.length > end) return undefined
  let text = decode(match)
  let length = match.length
  // `&notit;` is `¬it;`: only its head is a reference.
  while (length > 1 && text.length > 1 && text.at(-1) === match[length - 1]) {
    text = text.slice(0, -1)
    length--
  }
  if (text === match.slice(0, length) || !value.startsWith(text, index)) return undefined
  const single = text.length === 1 || (text.length === 2 && text.codePointAt(0)! > 0xffff)
  return { end: at + length, used: text.length, text: single ? text : undefined }
}
