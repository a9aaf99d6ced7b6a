/**
 * `casing/title`: an office in capitals behind the name of its holder ("Li Lei, Deputy Mayor and Secretary of …"), under a
 * house that writes it in lower case. A title before a name, in a headline or at the start of a sentence is left alone.
 */

import { sentenceAt } from '../text/document.js'
import { CAPITAL, LOWER, PUNCTUATION } from '../text/lexicon.js'
import { BLOCK, type Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

export const titles = defineCheck('titles', ({ document }, rules, say) => {
  const { tokens } = document
  for (const rule of rules) {
    const { ranks, offices } = rule.options as { ranks: string[]; offices: string[] }
    for (let i = 2; i < tokens.length; i++) {
      const lead = tokens[i] as Token
      if (!(lead.word.shape & CAPITAL) || !opensApposition(tokens, i)) continue
      const office = ranks.includes(lead.word.key) ? i + 1 : i
      const word = tokens[office]?.word
      if (!word || !offices.includes(word.key) || !(word.shape & CAPITAL)) continue
      const sentence = sentenceAt(document, i)
      if (sentence.headline || !isFollowed(tokens[office + 1]) || leadsToName(tokens, office + 1)) continue
      if (!namesSomebody(tokens, sentence.first, i)) continue
      const text = document.source.slice(lead.start, (tokens[office] as Token).end)
      const fix = {
        start: lead.start,
        end: (tokens[office] as Token).end,
        text: text.toLowerCase(),
        class: 'suggested' as const,
      }
      say({ rule, first: i, last: office, expected: [text.toLowerCase()], fix })
    }
  }
})

/** Behind ", ", or behind "and" in a row of offices. */
function opensApposition(tokens: readonly Token[], i: number): boolean {
  const [before, prior] = [tokens[i - 1] as Token, tokens[i - 2] as Token]
  if ((tokens[i] as Token).gap & BLOCK) return false
  if (before.word.text === ',') return (prior.word.shape & (CAPITAL | LOWER)) !== 0
  return before.word.key === 'and' && !(prior.word.shape & PUNCTUATION && prior.word.text !== ',')
}

/** "of", a comma, "and", a stop: not the name that a title in front of it belongs to. */
function isFollowed(next: Token | undefined): boolean {
  if (next === undefined || next.gap & BLOCK) return true
  return /^(of|and|at|in|for|to|who|,|\.|;|\))$/.test(next.word.key)
}

const bodies =
  /^(committee|government|congress|conference|department|commission|bureau|office|party|city|province|county|district|region|group|association|court|federation|council|administration|center|centre|school|university|ministry|affairs|security|china|board|union|corporation|company|academy|institute|league|procuratorate)$/

/** "of Foreign Affairs Hua Chunying": three capitals or more in a row, and the last names no body. */
function leadsToName(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]?.word.key !== 'of') return false
  let i = tokens[at + 1]?.word.key === 'the' ? at + 2 : at + 1
  const first = i
  while (
    i < tokens.length &&
    (tokens[i] as Token).word.shape & CAPITAL &&
    !((tokens[i] as Token).gap & BLOCK)
  )
    i++
  return i - first >= 3 && !bodies.test((tokens[i - 1] as Token).word.key)
}

/** Two capitalised words in a row before the first comma: a person to whom the office belongs. */
function namesSomebody(tokens: readonly Token[], first: number, at: number): boolean {
  for (let i = first; i + 1 < at; i++) {
    const [one, two] = [tokens[i] as Token, tokens[i + 1] as Token]
    if (one.word.shape & CAPITAL && two.word.shape & CAPITAL && tokens[i + 2]?.word.text === ',') return true
  }
  return false
}
