/**
 * Rules that are nothing but patterns: `patterns` in a rule's YAML, all of them in the shared index. A longer
 * phrase covers a shorter one, an approved name what stands inside it; contexts and capitals count as in the glossary.
 */
import { fits } from '../matching/context.js'
import { lookUp } from '../matching/lookup.js'
import { longest, type Slots } from '../matching/search.js'
import { type TermHit, termsOf } from '../matching/terms.js'
import type { CompiledPhrase } from '../rules/compiled.js'
import { type Document, sentenceAt } from '../text/document.js'
import { tagsOf } from '../text/tags.js'
import type { Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

export const phrases = defineCheck('phrases', ({ document, setup }, _rules, say) => {
  const hits = lookUp(document, setup.index).phrases.flatMap(({ first, last, slots, entries }) =>
    entries
      .filter(
        ({ phrase }) =>
          rightCapitals(document, first, last, phrase) &&
          fits(document, first, last, phrase.context) &&
          rightClasses(document, slots),
      )
      .map((entry) => ({ first, last, entry })),
  )
  const approved = hits.length > 0 ? termsOf(document, setup).filter(isApproved) : []
  for (const { first, last, entry } of longest(hits)) {
    if (approved.some((hit) => hit.first <= first && last <= hit.last)) continue
    const { expected, why, severity } = entry.phrase
    say({ rule: entry.rule, first, last, expected, note: why, severity })
  }
})

function isApproved({ form }: TermHit): boolean {
  return form.status === 'preferred' || form.status === 'admitted'
}

/** The dictionary says what a word can be; what it is here, the tagger says. */
function rightClasses(document: Document, slots: Slots): boolean {
  return slots.every(([at, , symbol]) => {
    if (symbol === undefined) return true
    const sentence = sentenceAt(document, at)
    return tagged[symbol]?.includes(tagsOf(document, sentence)[at - sentence.first] ?? '')
  })
}

const tagged: Record<string, string[]> = {
  '{noun}': ['NOUN', 'PROPN'],
  '{verb}': ['VERB', 'AUX'],
  '{adjective}': ['ADJ'],
  '{adverb}': ['ADV'],
}

/** An exact pattern wants every word as it writes it. */
function rightCapitals({ tokens }: Document, first: number, last: number, phrase: CompiledPhrase): boolean {
  if (!phrase.exact) return true
  const written = new Set(phrase.pattern.match(/[\p{L}\p{N}]+/gu))
  for (let i = first; i <= last; i++) {
    const { text } = (tokens[i] as Token).word
    if (/^[\p{L}\p{N}]+$/u.test(text) && !written.has(text)) return false
  }
  return true
}
