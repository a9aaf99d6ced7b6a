/**
 * `style/…` and `casing/internet`: two ways to write one word (Internet/internet, cyber security/cybersecurity,
 * -ise/-ize). Under the switch `consistent` the rarer one in the article is a finding, under a form's own name the
 * others are, under `any` nothing is. Headlines, quotations and sentence starts are left alone, and so is a capital in a name.
 */
import { lookUp } from '../matching/lookup.js'
import type { CompiledRule } from '../rules/compiled.js'
import type { Setup } from '../setup.js'
import { type Document, sentenceAt } from '../text/document.js'
import { CAPITAL, LOWER, WORD } from '../text/lexicon.js'
import { quotationAt } from '../text/quotations.js'
import { BLOCK, type Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

interface Use {
  first: number
  last: number
  form: string
  /** How this use would look in the other way. */
  as: (form: string) => string
}

export const variants = defineCheck('variants', ({ document, setup }, rules, say) => {
  for (const rule of rules) {
    const wanted = setup.style[String(rule.options.switch)] ?? 'any'
    if (wanted === 'any') continue
    const uses = (rule.options.suffix ? suffixUses(document) : formUses(document, setup, rule)).filter(
      (use) => counts(document, use),
    )
    const kept = wanted === 'consistent' ? commonest(uses) : wanted
    if (kept === undefined) continue
    for (const use of uses)
      if (use.form !== kept) say({ rule, first: use.first, last: use.last, expected: [use.as(kept)] })
  }
})

function counts(document: Document, { first }: Use): boolean {
  const sentence = sentenceAt(document, first)
  return !sentence.headline && sentence.first !== first && quotationAt(document, first) === 'none'
}

function commonest(uses: readonly Use[]): string | undefined {
  const count = new Map<string, number>()
  for (const { form } of uses) count.set(form, (count.get(form) ?? 0) + 1)
  return count.size < 2 ? undefined : [...count].sort((a, b) => b[1] - a[1])[0]?.[0]
}

function formUses(document: Document, setup: Setup, rule: CompiledRule): Use[] {
  const forms = Object.keys(rule.lists)
  const cased = new Set(forms.map((f) => f.toLowerCase())).size < forms.length
  return lookUp(document, setup.index).lists.flatMap(({ first, last, entries }): Use[] => {
    const entry = entries.find((e) => e.rule === rule)
    if (entry === undefined) return []
    const text = document.source.slice(
      (document.tokens[first] as Token).start,
      (document.tokens[last] as Token).end,
    )
    const form = cased ? forms.find((f) => f === text) : entry.list
    if (form === undefined || (cased && isInName(document.tokens, first, last))) return []
    return [{ first, last, form, as: (other) => other }]
  })
}

/** "China Internet Conference": the capital belongs to the name. */
function isInName(tokens: readonly Token[], first: number, last: number): boolean {
  const [before, next] = [tokens[first - 1], tokens[last + 1]]
  const capital = (token: Token | undefined) =>
    token !== undefined && !(token.gap & BLOCK) && (token.word.shape & CAPITAL) !== 0
  return capital(next) || (capital(before) && !/^(the|an?|in|on|and|for|of)$/.test(before?.word.key ?? ''))
}

const z = /^(\p{L}{3,}[bcdfghlmnrtv])(iz)(e|es|ed|er|ers|ing|ation|ations)$/u
const s = /^(\p{L}{3,}[bcdfghlmnrtv])(is)(e|es|ed|er|ers|ing|ation|ations)$/u
const alwaysS =
  /^(advert|adv|comprom|compr|dev|desp|disgu|enterpr|enfranch|exc|exerc|expert|franch|improv|merchand|otherw|precis|prem|prom|rev|superv|surm|surpr|telev|treat|circumc|rad|likew|pra|concis|parad|vert|chast|rejo|no|ra|po|cru|bru|no)is/

function suffixUses({ tokens }: Document): Use[] {
  return tokens.flatMap(({ word }, i): Use[] => {
    if (!(word.shape & LOWER) || !(word.shape & WORD)) return []
    const form = z.test(word.key) ? 'ize' : s.test(word.key) && !alwaysS.test(word.key) ? 'ise' : undefined
    if (form === undefined || /^(size|seize|prize|capsize|resize|oversize)/.test(word.key)) return []
    const as = (other: string) => word.text.replace(form === 'ize' ? z : s, `$1${other.slice(0, 2)}$3`)
    return [{ first: i, last: i, form, as }]
  })
}
