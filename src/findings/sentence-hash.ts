/** The sentence of a finding as its mark keeps it: its words, folded, as five characters. Compared only where the same was found. */
import { type Document, memo } from '../text/document.js'
import type { Sentence } from '../text/sentences.js'
import { short } from './fingerprint.js'

export function sentenceHash(document: Document, sentence: Sentence): string {
  return memo(document, sentence, ({ tokens }) => {
    const words: string[] = []
    for (let i = sentence.first; i <= sentence.last; i++) words.push(tokens[i]?.word.key ?? '')
    return short(words.join(' '), 5)
  })
}
