/**
 * Rules that are nothing but patterns: `patterns` in a rule's YAML, all of them in one trie, one pass per article. A longer
 * phrase covers a shorter one of its own rule; contexts and capitals count as in the glossary.
 */
import { fits } from '../matching/context.js'
import { longest, search } from '../matching/search.js'
import { type Trie, trieBuilder } from '../matching/trie.js'
import type { CompiledPhrase, CompiledRule } from '../rules/compiled.js'
import type { Document } from '../text/document.js'
import type { Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

export const phrases = defineCheck('phrases', ({ document }, rules, say) => {
  const { trie, entries } = compiled(rules)
  const hits = search(document.tokens, trie).flatMap(({ first, last, payloads }) =>
    payloads.flatMap((payload) => {
      const entry = entries[payload] as Entry
      const fine =
        rightCapitals(document, first, last, entry.phrase) &&
        fits(document, first, last, entry.phrase.context)
      return fine ? [{ first, last, entry }] : []
    }),
  )
  for (const { first, last, entry } of longest(hits)) {
    const { expected, why, severity } = entry.phrase
    say({ rule: entry.rule, first, last, expected, note: why, severity })
  }
})

interface Entry {
  rule: CompiledRule
  phrase: CompiledPhrase
}

const cache = new WeakMap<readonly CompiledRule[], { trie: Trie; entries: Entry[] }>()

function compiled(rules: readonly CompiledRule[]): { trie: Trie; entries: Entry[] } {
  let made = cache.get(rules)
  if (made === undefined) {
    const entries = rules.flatMap((rule) => rule.phrases.map((phrase) => ({ rule, phrase })))
    const builder = trieBuilder()
    entries.forEach(({ phrase }, i) => {
      for (const s of phrase.sequences) builder.add(s.split(' '), i)
    })
    made = { trie: builder.build(), entries }
    cache.set(rules, made)
  }
  return made
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
