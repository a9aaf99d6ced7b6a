/**
 * Literal readings: what a concept's Chinese becomes when it is translated morpheme by morpheme. The Chinese is cut into
 * the longest morphemes known; where one is unknown there are no readings. Readings come in the order of the Chinese and,
 * where the last word is a head (office, committee, law …), as "Office of the …", too.
 */
export interface Morphemes {
  heads: readonly string[]
  morphemes: Readonly<Record<string, readonly string[]>>
}

const mostReadings = 1500

/** Folded sequences of two words or more, joined by spaces. */
export function literalReadings(zh: string, { heads, morphemes }: Morphemes): string[] {
  const parts = cut(zh.replace(/[“”（）、，]/g, ''), morphemes)
  if (parts === undefined || parts.length < 2) return []
  if (parts.reduce((n, readings) => n * readings.length, 1) > mostReadings) return []
  const readings = parts.reduce<string[]>(
    (left, right) => left.flatMap((l) => right.map((r) => `${l} ${r}`)),
    [''],
  )
  const folded = [...new Set(readings.map(fold))]
  const inverted = folded.flatMap((reading) => invert(reading, heads))
  return [...folded, ...inverted].filter((reading) => reading.includes(' '))
}

function cut(zh: string, morphemes: Morphemes['morphemes']): (readonly string[])[] | undefined {
  const parts: (readonly string[])[] = []
  for (let at = 0; at < zh.length; ) {
    let length = Math.min(8, zh.length - at)
    while (length > 0 && morphemes[zh.slice(at, at + length)] === undefined) length--
    if (length === 0) return undefined
    parts.push(morphemes[zh.slice(at, at + length)] as readonly string[])
    at += length
  }
  return parts
}

/** As matching compares words: lower case, hyphens apart, the possessive ’s a word of its own. */
function fold(reading: string): string {
  return reading
    .toLowerCase()
    .replace(/['’]s\b/g, " 's")
    .replace(/-/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
}

function invert(reading: string, heads: readonly string[]): string[] {
  const words = reading.split(' ')
  const head = words.at(-1) as string
  if (words.length < 3 || !heads.includes(head)) return []
  const rest = words.slice(0, -1).join(' ')
  return [`${head} of ${rest}`, `${head} of the ${rest}`]
}
