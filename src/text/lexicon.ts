/**
 * What can be known of a word from its letters alone, worked out once per distinct spelling and shared by
 * every article: the folded form that all matching compares, and its shape. Words come again and again
 * (Zipf), so a check that asks for `word.shape & CAPITAL` costs a pointer and a mask.
 */

export const WORD = 1 // letters, perhaps with digits
export const NUMBER = 2 // digits only
export const CLITIC = 4 // the ’s of a possessive
export const PUNCTUATION = 8
export const HAN = 16 // Chinese characters
export const SOURCE = 32 // code and the like: never looked into
export const CAPITAL = 64 // first letter upper case
export const LOWER = 128 // first letter lower case
export const UPPER = 256 // two letters or more, all upper case
export const STOP = 512 // . ! ? … 。
export const APOSTROPHE = 1024
export const INVISIBLE = 2048 // holds a zero-width character or a soft hyphen
export const WIDE = 4096 // full-width or Chinese punctuation
export const ORDINAL = 8192 // a number as a word or an ordinal: seven, 20th, twentieth

export interface Word {
  /** As written. */
  readonly text: string
  /** Lower case, straight apostrophe: equal for all spellings that matching holds to be the same word. */
  readonly key: string
  readonly shape: number
  /** The trie that was asked last, and the word's number in it: see `packed.ts`. */
  trie: number
  id: number
  /** Which cues it answers to, as bits; see `cues.ts`. */
  cues: number
  /** Which pairs it may open, and close, as bits. */
  opens: number
  closes: number
}

const han = /\p{Script=Han}/u
const letter = /\p{L}/u
const digit = /\p{N}/u
const apostrophes = /[’ʼ‘`´]/g
const invisible = /[\u200B-\u200D\u2060\uFEFF\u00AD]+/u
const wide = /^[\u3001-\u3003\u3008-\u3011\u3014-\u301B\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]$/
const numeral =
  /^(\d+(st|nd|rd|th)|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth)$/i
const limit = 100_000

let known = new Map<string, Word>()

/** The last words met, by what is cheap to know of a spelling: the few that make up most of a text are found without hashing. */
const recent: (Word | undefined)[] = new Array(0x1000)

/** The entry of a spelling. `shape` says what its letters cannot: that it is a clitic, or source. */
export function wordOf(text: string, shape = 0): Word {
  if (shape !== 0 || text.length === 0) return entryOf(text, shape)
  const at =
    (text.charCodeAt(0) * 31 +
      text.charCodeAt(text.length - 1) * 7 +
      text.charCodeAt(text.length >> 1) +
      text.length * 513) &
    0xfff
  const last = recent[at]
  if (last !== undefined && last.text === text) return last
  const word = entryOf(text, shape)
  recent[at] = word
  return word
}

function entryOf(text: string, shape: number): Word {
  let word = known.get(text)
  if (word === undefined || (shape !== 0 && (word.shape & shape) === 0)) {
    if (known.size > limit) known = new Map()
    const shown = text.replace(invisible, '')
    word = {
      text,
      key: interned(shown.toLowerCase().replace(apostrophes, "'")),
      shape: (shape || shapeOf(shown)) | (invisible.test(text) ? INVISIBLE : 0),
      trie: -1,
      id: 0,
      cues: -1,
      opens: 0,
      closes: 0,
    }
    known.set(text, word)
  }
  return word
}

/** The one copy that the engine keeps of a string: two of them compare by address. */
function interned(text: string): string {
  return Object.keys({ [text]: 0 })[0] as string
}

function shapeOf(text: string): number {
  if (han.test(text)) return HAN
  if (letter.test(text)) return WORD | caseOf(text) | (numeral.test(text) ? ORDINAL : 0)
  if (digit.test(text)) return NUMBER
  let shape = PUNCTUATION
  if (/^[.!?…。！？]+$/.test(text)) shape |= STOP
  if (/^['’ʼ‘`´]$/.test(text)) shape |= APOSTROPHE
  if (wide.test(text)) shape |= WIDE
  return shape
}

function caseOf(text: string): number {
  const first = text[0] as string
  const lower = first.toLowerCase()
  if (lower === first.toUpperCase()) return 0
  if (first === lower) return LOWER
  const upper = text.length > 1 && text === text.toUpperCase() && /\p{L}.*\p{L}/u.test(text)
  return upper ? CAPITAL | UPPER : CAPITAL
}
