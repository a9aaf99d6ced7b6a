/**
 * Which listed concept a candidate may be a rendering of: one whose Chinese stands beside it, one that a word-by-word
 * reading of its Chinese gives, or one whose preferred form has the same head and nearly the same words. Silent where none is clearly near.
 */
import type { CompiledConcept } from '../glossary/compiled.js'
import { headOf, plural } from '../matching/inflect.js'
import { readingOf } from '../matching/lookup.js'
import { isLiteral } from '../matching/pattern.js'
import type { Setup } from '../setup.js'
import { light } from './words.js'

export interface Nearest {
  concept: CompiledConcept
  because: 'its Chinese' | 'a literal reading' | 'the same words'
}

interface Known {
  concept: CompiledConcept
  words: ReadonlySet<string>
  head: string
}

/** Dice’s coefficient over content words. */
const leastAlike = 0.75

export function nearest(
  setups: ReadonlySet<Setup>,
): (words: readonly string[], isName: boolean, zh: string | undefined) => Nearest | undefined {
  const byChinese = new Map<string, CompiledConcept>()
  const byWord = new Map<string, Known[]>()
  const concepts = new Map([...setups].flatMap((setup) => [...setup.concepts]))
  for (const concept of concepts.values()) {
    for (const zh of concept.zh) if (!byChinese.has(zh)) byChinese.set(zh, concept)
    if (!isLiteral(concept.preferred)) continue
    const all = concept.preferred
      .toLowerCase()
      .replace(/['’]s\b/g, " 's")
      .split(/[\s-]+/)
    const known = { concept, words: contentOf(all), head: headWord(all) }
    if (known.words.size < 2) continue
    for (const word of known.words) byWord.set(word, [...(byWord.get(word) ?? []), known])
  }

  function bySpelling(words: readonly string[], isName: boolean): Nearest | undefined {
    const own = contentOf(words)
    const ownHead = headWord(words)
    let best: { concept: CompiledConcept; alike: number } | undefined
    for (const word of own)
      for (const { concept, words: theirs, head } of byWord.get(word) ?? []) {
        if (head !== ownHead) continue
        const shared = [...own].filter((one) => theirs.has(one)).length
        const alike = (2 * shared) / (own.size + theirs.size)
        // "market economy" is no rendering of "socialist market economy", but something wider.
        if (!isName && shared === own.size) continue
        if (shared >= 2 && alike >= leastAlike && alike > (best?.alike ?? 0)) best = { concept, alike }
      }
    return best && { concept: best.concept, because: 'the same words' }
  }

  return (words, isName, zh) => {
    const named = zh === undefined ? undefined : byChinese.get(zh)
    if (named !== undefined) return { concept: named, because: 'its Chinese' }
    const read = [...setups].map(({ index }) => readingOf(index, words)).find((found) => found !== undefined)
    return read ? { concept: read, because: 'a literal reading' } : bySpelling(words, isName)
  }
}

/** "Ministry of Public Security" and "Public Security Bureau" have the same words and are two things. */
function headWord(words: readonly string[]): string {
  return plural(words[headOf(words)] ?? '')
}

function contentOf(words: readonly string[]): Set<string> {
  return new Set(words.filter((word) => !light.has(word)).map(plural))
}
