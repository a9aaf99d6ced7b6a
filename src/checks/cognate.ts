/**
 * `garble/cognate`: the same root twice where once would do, in three shapes: a verb and its own noun ("strengthen China's
 * strength"), the noun and its own passive verb ("achievements … have been achieved"), an adjective that predicates
 * itself ("the important role … is increasingly important"). Nothing is said across a comma, or where another verb may
 * stand between.
 */
import { defineCue, placesOf } from '../text/cues.js'
import { CLITIC, LOWER, PUNCTUATION } from '../text/lexicon.js'
import { BLOCK, type Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

/** Root of the verb or adjective, then its noun. */
const nouns: Record<string, RegExp> = {
  strength: /^strengths?$/,
  strong: /^strengths?$/,
  achiev: /^achievements?$/,
  manag: /^management$/,
  develop: /^developments?$/,
  govern: /^governance$/,
  protect: /^protection$/,
  innovat: /^innovations?$/,
  educat: /^education$/,
  cultivat: /^cultivation$/,
}
const roots = Object.keys(nouns)
const verb =
  /^(strong|strengthen(s|ed|ing)?|(develop|govern|protect)(s|ed|ing)?|(achiev|manag|innovat|educat|cultivat)(e|es|ed|ing))$/
const passive = /^(achieved|managed|developed|innovated|cultivated)$/
const predicate = /^(important|significant|strong|prominent|obvious|serious|necessary)$/
const between = /^(the|a|an|its|their|our|china|cyber|information|national|new|great|country|nation|party)$/
const auxiliary = /^(is|are|was|were|be|been|has|have|had|will|would|can|could|should|must|may)$/
const degree = /^(increasingly|more|very|also|particularly|especially|extremely|most)$/
const reach = 4
const farReach = 14

const cue = defineCue(({ key }) => verb.test(key) || predicate.test(key))

export const cognate = defineCheck('cognate', ({ document }, rules, say) => {
  const { tokens } = document
  for (const i of placesOf(document, cue)) {
    const place = ahead(tokens, i) ?? behind(tokens, i) ?? itself(tokens, i)
    if (place) for (const rule of rules) say({ rule, ...place })
  }
})

type Place = { first: number; last: number } | undefined

/** "strengthen China's strength" */
function ahead(tokens: readonly Token[], i: number): Place {
  const noun = nounOf((tokens[i] as Token).word.key)
  for (let j = i + 1; noun && j <= i + reach && j < tokens.length; j++) {
    const { gap, word } = tokens[j] as Token
    if (gap & BLOCK) return undefined
    if (noun.test(word.key) && word.shape & LOWER) return { first: i, last: j }
    if (!between.test(word.key) && !(word.shape & CLITIC)) return undefined
  }
  return undefined
}

/** "achievements … have been achieved" */
function behind(tokens: readonly Token[], i: number): Place {
  const { key } = (tokens[i] as Token).word
  const noun =
    passive.test(key) && /^(been|was|were|be)$/.test(tokens[i - 1]?.word.key ?? '') ? nounOf(key) : undefined
  let at = i - 1
  while (noun && at > 0 && auxiliary.test((tokens[at] as Token).word.key)) at--
  for (; noun && at >= 0 && at > i - farReach; at--) {
    const { gap, word } = tokens[at] as Token
    if (noun.test(word.key)) return { first: at, last: i }
    if (gap & BLOCK || word.shape & PUNCTUATION || auxiliary.test(word.key)) return undefined
  }
  return undefined
}

/** "the important role … is increasingly important" */
function itself(tokens: readonly Token[], i: number): Place {
  const { key } = (tokens[i] as Token).word
  if (!predicate.test(key)) return undefined
  let at = degree.test(tokens[i - 1]?.word.key ?? '') ? i - 2 : i - 1
  if (!/^(is|are|was|were)$/.test(tokens[at]?.word.key ?? '')) return undefined
  for (at--; at >= 0 && at > i - farReach; at--) {
    const { gap, word } = tokens[at] as Token
    if (word.key === key)
      return auxiliary.test(tokens[at - 1]?.word.key ?? '') ? undefined : { first: at, last: i }
    if (gap & BLOCK || word.shape & PUNCTUATION || auxiliary.test(word.key)) return undefined
  }
  return undefined
}

function nounOf(key: string): RegExp | undefined {
  return nouns[roots.find((root) => key.startsWith(root)) ?? '']
}
