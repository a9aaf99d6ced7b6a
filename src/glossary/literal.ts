/**
 * Literal readings: what a concept's Chinese becomes when it is translated morpheme by morpheme. The Chinese is cut into
 * the few largest morphemes known; where a piece is unknown there are no readings. A body's name inside a longer one stays as
 * it is officially called, or is read word by word, too. Readings come in the order of the Chinese and, where the words
 * behind are a head (office, committee, law …), turned round: "Office of the …", "Information Office of the …".
 */
import { expand } from '../matching/pattern.js'

export interface Morphemes {
  /** By preposition the words of which others hang: "Office of the …", "Law on …". */
  heads: Readonly<Record<string, readonly string[]>>
  /** Patterns by Chinese; an empty one is a word that English may leave out. */
  morphemes: Readonly<Record<string, readonly string[]>>
}

/** What official names are called in English, by their Chinese: parts of longer names. */
export type Names = ReadonlyMap<string, readonly string[]>

/** Readings of one cut in one order; a longer name is read with fewer of the rarer words. */
const mostReadings = 300
const mostCuts = 2
const longestPart = 12
const notRead = /[“”"《》（）()\s]/g

/** Folded sequences of two words or more, joined by spaces. */
export function literalReadings(zh: string, words: Morphemes, names: Names = new Map()): string[] {
  const readings = cuts(zh.replace(notRead, ''), words, names).flatMap((parts) => {
    const kept = trimmed(parts)
    const turned = turns(kept.length).flatMap((at) => inverted(kept.slice(0, at), kept.slice(at), words))
    return [...joined(kept), ...turned]
  })
  return [...new Set(readings)].filter((reading) => reading.includes(' '))
}

/** Where a name is turned: behind its first word, before its last or last two. */
function turns(length: number): number[] {
  return [...new Set([1, length - 2, length - 1])].filter((at) => at > 0 && at < length)
}

type Parts = readonly (readonly string[])[]

/** The readings of the pieces that make up the Chinese; of all cuts, those into the fewest pieces. */
function cuts(zh: string, words: Morphemes, names: Names): Parts[] {
  const from: Parts[][] = Array.from({ length: zh.length }, () => [])
  from.push([[]])
  for (let at = zh.length - 1; at >= 0; at--) {
    for (let length = Math.min(longestPart, zh.length - at); length > 0; length--) {
      const rests = from[at + length] as Parts[]
      if (rests.length === 0) continue
      const piece = zh.slice(at, at + length)
      const readings =
        length < zh.length ? readingsOf(piece, words, names) : morphemeOf(piece, words)?.flatMap(fold)
      if (readings !== undefined) from[at]?.push(...rests.map((rest) => [readings, ...rest]))
    }
    from[at] = (from[at] as Parts[]).sort((a, b) => a.length - b.length).slice(0, mostCuts)
  }
  return from[0] as Parts[]
}

function readingsOf(piece: string, words: Morphemes, names: Names): readonly string[] | undefined {
  const read = morphemeOf(piece, words)?.flatMap(fold)
  const name = names.get(piece)
  if (name === undefined) return read
  const literal =
    read ??
    cuts(piece, words, new Map())
      .slice(0, 1)
      .flatMap((inner) => joined(trimmed(inner)))
  return [...new Set([...name, ...literal])].slice(0, mostReadings / 20)
}

/** As matching compares words. */
function fold(reading: string): string[] {
  return reading === '' ? [''] : expand(reading).map((symbols) => symbols.join(' '))
}

function trimmed(parts: Parts): Parts {
  const kept = [...parts]
  while (kept.reduce((n, readings) => n * readings.length, 1) > mostReadings) {
    const widest = kept.reduce((at, readings, i) => (readings.length > (kept[at]?.length ?? 0) ? i : at), 0)
    kept[widest] = (kept[widest] as readonly string[]).slice(0, -1)
  }
  return kept
}

function joined(parts: Parts): string[] {
  return parts.reduce<string[]>(
    (left, right) => left.flatMap((l) => right.map((r) => (l && r ? `${l} ${r}` : l || r))),
    [''],
  )
}

function inverted(before: Parts, behind: Parts, { heads }: Morphemes): string[] {
  const rests = joined(before).filter((rest) => rest !== '')
  return joined(behind).flatMap((words) => {
    const links = Object.keys(heads).filter((link) =>
      (Object.hasOwn(heads, link) ? heads[link] : undefined)?.includes(words.split(' ').at(-1) as string),
    )
    return rests.flatMap((rest) =>
      adverbial.test(rest) ? `${words} ${rest}` : links.map((link) => `${words} ${link} ${rest}`),
    )
  })
}

/** "according to law": English puts it behind its verb. */
const adverbial = /^(according|by|in|with|through)\b/

/** A table from a file: a word such as "constructor" is no key of it. */
function morphemeOf(piece: string, { morphemes }: Morphemes): readonly string[] | undefined {
  return Object.hasOwn(morphemes, piece) ? morphemes[piece] : undefined
}
