/**
 * Names of persons and of places, by their shape: a Chinese surname and a given name in pinyin, a place with its kind behind
 * ("Chaoyang District"). Foreign persons are told only by their words, none of which is English: see `candidates.ts`.
 */

import { isGivenName, surnames } from '../text/pinyin.js'

/** How many words from here are a person's name: a surname and one or two words in pinyin; 0 where they are none. */
export function personAt(words: readonly string[], at: number): number {
  const [surname, first, second] = words.slice(at, at + 3).map((word) => word.toLowerCase())
  if (surname === undefined || first === undefined || !surnames.has(surname)) return 0
  if (!isGivenName(first.replace(/['’-]/g, ''))) return 0
  return second !== undefined && first.length <= 5 && second.length <= 5 && isGivenName(second) ? 3 : 2
}

const placeKinds = new Set(
  (
    'province city county district prefecture township town village street road avenue river lake sea strait straits mountain mountains island ' +
    'islands peninsula bay port harbor harbour airport station square park bridge desert plateau basin state university college hospital'
  ).split(' '),
)

/** "Chaoyang District", "Hebei Province and Handan City": places, where nothing but names stands before their kind. */
export function isPlace(words: readonly string[], isCommon: (word: string) => boolean): boolean {
  const and = words.indexOf('and')
  if (and > 0) return isPlace(words.slice(0, and), isCommon) && isPlace(words.slice(and + 1), isCommon)
  return placeKinds.has(words.at(-1) ?? '') && !words.slice(0, -1).some(isCommon)
}
