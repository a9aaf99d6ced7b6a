/**
 * `punctuation/apostrophe`: an opening quotation mark, a backtick or an accent as an apostrophe (China‘s), and
 * `punctuation/mixed-apostrophes`: straight and curly ones in one article. Quotation marks proper are left alone.
 */
import { defineCue, placesOf } from '../text/cues.js'
import { isPlain } from '../text/document.js'
import { CLITIC, NUMBER, WORD } from '../text/lexicon.js'
import type { Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

const cue = defineCue(({ text, shape }) => markIn(text, shape) !== undefined)

export const apostrophe = defineCheck('apostrophe', ({ document }, rules, say) => {
  const { tokens } = document
  const wrong = rules.filter((r) => r.id === 'punctuation/apostrophe')
  const mixed = rules.filter((r) => r.id === 'punctuation/mixed-apostrophes')
  const straight: number[] = []
  const curly: number[] = []
  for (const i of placesOf(document, cue)) {
    if (i === 0) continue
    const { word } = tokens[i] as Token
    const mark = markIn(word.text, word.shape)
    if (mark === "'") straight.push(i)
    else if (mark === '’') curly.push(i)
    else if (
      mark !== undefined &&
      word.shape & CLITIC &&
      (tokens[i - 1] as Token).word.shape & (WORD | NUMBER)
    ) {
      const { start } = tokens[i] as Token
      const fix = isPlain(document, i, i)
        ? { start, end: start + 1, text: '’', class: 'safe' as const }
        : undefined
      const owner = (tokens[i - 1] as Token).word.text
      for (const rule of wrong)
        say({ rule, first: i - 1, last: i, expected: [`${owner}’${word.text.slice(1)}`], fix })
    }
  }
  const [minority, other] = straight.length < curly.length ? [straight, '’'] : [curly, "'"]
  const first = minority[0]
  if (first === undefined || straight.length === 0 || curly.length === 0) return
  const { word } = tokens[first] as Token
  for (const rule of mixed) say({ rule, first, last: first, expected: [word.text.replace(/['’]/, other)] })
})

/** The apostrophe that a token holds between or behind letters. */
function markIn(text: string, shape: number): string | undefined {
  if (shape & CLITIC) return text[0]
  return shape & WORD ? /['’`´]/.exec(text)?.[0] : undefined
}
