/**
 * The parts of speech of a sentence's tokens, as universal tags (NOUN, VERB, ADJ, …), worked out at most once per sentence and
 * only where a rule asks: tagging costs more than parsing, so a rule looks at the words first.
 */
import { tag } from '#grammar'
import { type Document, memo } from './document.js'
import type { Sentence } from './sentences.js'
import type { Token } from './tokens.js'

/** One tag per token, from the sentence's first to its last. */
export function tagsOf(document: Document, sentence: Sentence): readonly string[] {
  const known = memo(document, tagsOf, () => new Map<Sentence, readonly string[]>())
  let tags = known.get(sentence)
  if (tags === undefined) {
    tags = tagged(document, sentence)
    known.set(sentence, tags)
  }
  return tags
}

function tagged({ tokens, source }: Document, { first, last }: Sentence): string[] {
  const from = (tokens[first] as Token).start
  const text = source
    .slice(from, (tokens[last] as Token).end)
    .replace(/\s/g, ' ')
    .replace(/[‘’]/g, "'")
  const words = tag(text)
  const tags: string[] = []
  let at = 0
  for (let i = first; i <= last; i++) {
    const start = (tokens[i] as Token).start - from
    while (at + 1 < words.length && (words[at + 1] as { start: number }).start <= start) at++
    tags.push(words[at]?.tag ?? 'X')
  }
  return tags
}
