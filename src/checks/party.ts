/**
 * `casing/party`: "party" in lower case for the CPC, under a house that writes Party. Only in an article about it, and only
 * beside words that show it: other parties, third parties, birthday parties are left alone.
 */
import { isAbroad, isElsewhere } from '../text/abroad.js'
import { defineCue, placesOf } from '../text/cues.js'
import { type Document, isPlain, memo } from '../text/document.js'
import { CLITIC, LOWER } from '../text/lexicon.js'
import { BLOCK, type Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

const cue = defineCue(({ key, shape }) => key === 'party' && (shape & LOWER) !== 0)

export const party = defineCheck('party', ({ document }, rules, say) => {
  const { tokens } = document
  for (const i of placesOf(document, cue)) {
    const { start, end } = tokens[i] as Token
    for (const rule of rules) {
      if (
        !means(tokens, i, rule.options as unknown as Cues) ||
        !isAboutIt(document) ||
        isAbroad(document, i, i)
      )
        continue
      const next = tokens[i + 1]
      const last =
        next && !(next.gap & BLOCK) && (rule.options.behind as string[]).includes(next.word.key) ? i + 1 : i
      const fix = isPlain(document, i, i)
        ? { start, end, text: 'Party', class: 'suggested' as const }
        : undefined
      say({ rule, first: i, last, expected: [`Party${last > i ? ` ${next?.word.text}` : ''}`], fix })
    }
  }
})

interface Cues {
  behind: string[]
  before: string[]
  not: string[]
}

function means(tokens: readonly Token[], i: number, { behind, before, not }: Cues): boolean {
  const prior = tokens[i - 1]?.word.key ?? ''
  const next = tokens[i + 1]
  if (not.includes(prior) || prior === '-') return false
  if (next !== undefined && !(next.gap & BLOCK)) {
    if (behind.includes(next.word.key)) return true
    const state = tokens[i + 2]?.word.key ?? ''
    if ((next.word.key === 'and' || next.word.key === '-') && /^(government|state)$/.test(state)) return true
    if (prior === 'the' && next.word.key === 'as' && tokens[i + 3]?.word.key === 'whole') return true
  }
  if (before.includes(prior)) return true
  if (prior !== 'the') return false
  return (
    (next !== undefined && (next.word.shape & CLITIC) !== 0) || governing.test(tokens[i - 2]?.word.key ?? '')
  )
}

const governing = /^(of|by|to|and|for|in|within|inside|throughout|over|across)$/

/** The article names the CPC somewhere, or writes "the Party" in mid-sentence. */
export function isAboutIt(document: Document): boolean {
  return memo(document, isAboutIt, ({ tokens }) =>
    tokens.some(
      ({ word }, i) =>
        word.text === 'CPC' ||
        word.text === 'CCP' ||
        word.key === 'jinping' ||
        (word.text === 'Party' && tokens[i - 1]?.word.text === 'the') ||
        (word.key === 'communist' && tokens[i + 1]?.word.key === 'party' && !isElsewhere(document)),
    ),
  )
}
