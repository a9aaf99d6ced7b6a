/**
 * `garble/cognate`: a verb and its own noun within a few words ("strengthen China's strength"). A hint, since
 * some of it is idiom; nothing is said across a comma or where another verb may stand between.
 */
import { defineCue, placesOf } from '../text/cues.js'
import { CLITIC, LOWER } from '../text/lexicon.js'
import { BLOCK, type Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

const families: Record<string, RegExp> = {
  strength: /^(strength|strengths)$/,
  strong: /^(strength|strengths)$/,
  achiev: /^achievements?$/,
  manag: /^management$/,
  develop: /^developments?$/,
  govern: /^governance$/,
  protect: /^protection$/,
  innovat: /^innovations?$/,
  educat: /^education$/,
  cultivat: /^cultivation$/,
}
const verb =
  /^(strengthen(s|ed|ing)?|strong|achiev(e|es|ed|ing)|manag(e|es|ed|ing)|develop(s|ed|ing)?|govern(s|ed|ing)?|protect(s|ed|ing)?|innovat(e|es|ed|ing)|educat(e|es|ed|ing)|cultivat(e|es|ed|ing))$/
const between = /^(the|a|an|its|their|our|china|cyber|information|national|new|great|country|nation|party)$/
const reach = 4

const cue = defineCue(({ key }) => verb.test(key))

export const cognate = defineCheck('cognate', ({ document }, rules, say) => {
  const { tokens } = document
  for (const i of placesOf(document, cue)) {
    const { key } = (tokens[i] as Token).word
    const stem = Object.keys(families).find((s) => key.startsWith(s)) as string
    for (let j = i + 1; j <= i + reach && j < tokens.length; j++) {
      const other = tokens[j] as Token
      if (other.gap & BLOCK) break
      if (families[stem]?.test(other.word.key) && other.word.shape & LOWER) {
        for (const rule of rules) say({ rule, first: i, last: j })
        break
      }
      if (!between.test(other.word.key) && !(other.word.shape & CLITIC)) break
    }
  }
})
