/**
 * What makes a finding the same one in another run: its rule, its concept, what was found and the sentence round it, all
 * folded, and no line numbers. Line ends, wraps, capitals and markup do not count. Hashes are the same on every machine.
 */

/** What was found, wherever it stands. */
export interface What {
  rule: string
  /** Id, or empty. */
  concept: string
  /** Folded, see `foundOf`; empty where that alone is not what is wrong. */
  found: string
}

/** A finding as comparisons need it. */
export interface Mark {
  /** The article, with slashes. */
  file: string
  /** Hash of its sentence, or empty. */
  sentence: string
  /** Hash of what was found. */
  what: string
}

interface Source {
  ruleId: string
  concept?: string | undefined
  actual: string
  sentence?: string | undefined
  related?: readonly unknown[] | undefined
}

export function markOf(finding: Source, file: string): Mark {
  return { file, sentence: finding.sentence ?? '', what: whatHash(whatOf(finding)) }
}

/** Which of two renderings is the odd one depends on their order: then it is the concept that counts, not the rendering. */
export function whatOf({ ruleId, concept = '', actual, related = [] }: Source): What {
  const beside = concept !== '' && related.length > 0
  return { rule: ruleId, concept, found: beside ? '' : foundOf(actual) }
}

export function whatHash({ rule, concept, found }: What): string {
  return short([rule, concept, found].join('\n'), 6)
}

/** Sixteen hexadecimal digits. */
export function fingerprintOf(finding: Source): string {
  const { rule, concept, found } = whatOf(finding)
  return hashed([rule, concept, found, finding.sentence ?? ''].join('\n'))
}

/** Sixteen hexadecimal digits, the same on every machine; for names, not for secrets. */
export function hashed(text: string): string {
  return halves(text)
    .map((half) => half.toString(16).padStart(8, '0'))
    .join('')
}

const mostFound = 60
const keptFound = 40

/** What was found, without emphasis, on one line of letters that can be seen; of a whole passage, its beginning and a hash. */
export function foundOf(actual: string): string {
  const text = actual
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/(?<=\w)(\*+|<[^<>]*>)|(\*+|<[^<>]*>)(?=\w)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\p{C}/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`)
  if (text.length <= mostFound) return text
  return `${text.slice(0, keptFound).replace(/[\uD800-\uDBFF]$/, '')}… ${short(text, 6)}`
}

/** So many letters and digits. */
export function short(text: string, length: number): string {
  return halves(text)
    .map((half) => half.toString(36).padStart(7, '0').slice(-5))
    .join('')
    .slice(0, length)
}

/** Two 32-bit halves of cyrb53 (public domain, bryc): quick and well mixed; nobody attacks a fingerprint. */
function halves(text: string): [number, number] {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return [b >>> 0, a >>> 0]
}
