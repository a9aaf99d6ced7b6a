/** `date/ordinal`: "September 7th" under a house that writes "September 7". "the 7th of September" is left alone. */
import { defineCue, placesOf } from '../text/cues.js'
import { isPlain } from '../text/document.js'
import { BLOCK, type Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

const month =
  /^(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)$/
const ordinal = /^(\d{1,2})(st|nd|rd|th)$/

const cue = defineCue(({ key }) => ordinal.test(key))

export const ordinals = defineCheck('ordinals', ({ document }, rules, say) => {
  const { tokens } = document
  for (const i of placesOf(document, cue)) {
    if (i === 0) continue
    const { word, start, end, gap } = tokens[i] as Token
    const day = ordinal.exec(word.key)
    const before = (tokens[i - 1] as Token).word
    if (!day || gap & BLOCK || !month.test(before.key) || before.text[0] === before.key[0]) continue
    const fix = isPlain(document, i, i)
      ? { start, end, text: day[1] as string, class: 'suggested' as const }
      : undefined
    for (const rule of rules)
      say({ rule, first: i - 1, last: i, expected: [`${before.text} ${day[1]}`], fix })
  }
})
