/**
 * `term/case`: an approved name written with lower-case letters where it has capitals. Capitals too many, headlines, text
 * in capitals, the first word of a sentence, and single words are left alone; Internet belongs to the house's style, and so
 * does Party, which `casing/party` finds in set phrases and this check in names.
 */
import { replacement } from '../findings/replace.js'
import { isLiteral } from '../matching/pattern.js'
import { type TermHit, termsOf } from '../matching/terms.js'
import { type Document, sentenceAt } from '../text/document.js'
import { CAPITAL, LOWER, UPPER, WORD } from '../text/lexicon.js'
import type { Token } from '../text/tokens.js'
import { defineCheck } from './check.js'
import { isAboutIt } from './party.js'

export const termCase = defineCheck('case', ({ document, setup }, rules, say) => {
  for (const hit of termsOf(document, setup)) {
    if (!isApproved(hit.form.status) || !isLiteral(hit.form.term) || isAsWritten(document, hit)) continue
    if (sentenceAt(document, hit.first).headline || document.tokens[hit.first - 1]?.word.text === '-')
      continue
    const wrong = loweredWords(document, hit)
    const own = wrong.filter((word) => !/^(party|internet)$/.test(word))
    if (own.length === 1 && !isInside(document, hit, own[0] as string)) own.length = 0
    const asked =
      setup.style.party === 'Party' &&
      wrong.includes('party') &&
      hit.form.concept.kind !== 'term' &&
      isAboutIt(document)
    if (own.length === 0 && !asked) continue
    if (own.length > 0 && isGeneric(document, hit)) continue
    const edit = replacement(document, hit, hit.form.term)
    for (const rule of rules)
      say({
        rule,
        first: hit.first,
        last: hit.last,
        expected: [hit.form.term],
        concept: hit.form.concept,
        fix: edit && { ...edit, class: 'suggested' },
      })
  }
})

function isApproved(status: string): boolean {
  return status === 'preferred' || status === 'admitted'
}

/** The usual case, found out without taking the name apart. */
function isAsWritten({ source, tokens }: Document, { first, last, form }: TermHit): boolean {
  const { start } = tokens[first] as Token
  return (tokens[last] as Token).end - start === form.term.length && source.startsWith(form.term, start)
}

/** Folded words that stand in lower case where the form has a capital. */
function loweredWords(document: Document, { first, last, forms }: TermHit): string[] {
  const tokens = document.tokens.slice(first, last + 1).filter((t) => t.word.shape & WORD)
  const same = forms.filter((f) => f.status !== 'deprecated' && isLiteral(f.term))
  if (tokens.length < 2 || tokens.every((t) => t.word.shape & UPPER)) return []
  const lowered = same.map(({ term }) => {
    const written = term.replace(/['’]s(?!\p{L})/gu, '').match(/\p{L}[\p{L}\p{N}'’]*/gu) ?? []
    return tokens.flatMap((t, i) =>
      t.word.shape & LOWER && /^\p{Lu}/u.test(written[i] ?? '') ? [t.word.key] : [],
    )
  })
  return lowered.sort((a, b) => a.length - b.length)[0] ?? []
}

/** One word alone counts only in a longer name, behind its first word: "first Centenary Goal" is fine. */
function isInside({ tokens }: Document, { first, form }: TermHit, word: string): boolean {
  return (form.term.match(/\p{Lu}/gu) ?? []).length > 2 && (tokens[first] as Token).word.key !== word
}

/** All in lower case, a name of common nouns ("state council") may be no name here. */
function isGeneric(document: Document, { first, last, form }: TermHit): boolean {
  if (/^(law|document)$/.test(form.concept.kind) && describes(document, first, last)) return true
  const words = document.tokens.slice(first, last + 1).filter((t) => t.word.shape & WORD)
  return form.concept.kind !== 'thought' && words.every((t) => !(t.word.shape & CAPITAL))
}

const acts =
  /^(law|laws|act|code|regulations?|rules|measures|provisions|plan|plans|outline|decision|opinions)$/

/** "the national security law for Hong Kong": a law or a plan is spoken of, not named. */
function describes(document: Document, first: number, last: number): boolean {
  const { tokens } = document
  const opens = sentenceAt(document, first).first === first
  if (opens && acts.test((tokens[first] as Token).word.key)) return true
  return tokens.slice(first, last + 1).some(({ word }) => word.shape & LOWER && acts.test(word.key))
}
