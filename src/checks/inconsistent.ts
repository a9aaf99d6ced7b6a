/**
 * `term/inconsistent`: two accepted renderings of one concept in one article. The full form, its short forms and
 * acronyms count as one; concepts that may vary, forms that may mean two concepts, headlines and quotations are left alone.
 */
import { foldedClass, type TermHit, termsOf } from '../matching/terms.js'
import { type Document, rangeOf, sentenceAt } from '../text/document.js'
import { CAPITAL } from '../text/lexicon.js'
import { quotationAt } from '../text/quotations.js'
import { BLOCK, type Token } from '../text/tokens.js'
import { defineCheck } from './check.js'

export const inconsistent = defineCheck('inconsistent', ({ document, setup }, rules, say) => {
  for (const candidates of byConcept(termsOf(document, setup))) {
    if (grouped(candidates, classOf).size < 2) continue
    const hits = candidates.filter((hit) => counts(document, hit))
    const classes = grouped(hits, classOf)
    if (classes.size < 2) continue
    const [main, ...others] = [...classes.values()].sort((a, b) => b.length - a.length) as [
      TermHit[],
      ...TermHit[][],
    ]
    const first = main[0] as TermHit
    for (const hit of others.flat())
      for (const rule of rules)
        say({
          rule,
          first: hit.first,
          last: hit.last,
          expected: [textOf(document, first)],
          concept: hit.form.concept,
          related: [{ ...rangeOf(document, first.first, first.last), message: 'first rendered here' }],
          fields: { count: String(main.length) },
        })
  }
})

function byConcept(all: readonly TermHit[]): Iterable<TermHit[]> {
  const accepted = all.filter(
    ({ form, forms }) =>
      form.status !== 'deprecated' &&
      form.status !== 'superseded' &&
      !form.concept.vary &&
      forms.every((f) => f.concept === form.concept),
  )
  return grouped(accepted, (hit) => hit.form.concept.id).values()
}

/** Whether a rendering is the writer's choice in running text. */
function counts(document: Document, { form, first, last }: TermHit): boolean {
  return (
    document.tokens[first - 1]?.word.text !== '(' &&
    !isInName(document, last, form.term) &&
    !isOtherName(document, first) &&
    !sentenceAt(document, first).headline &&
    quotationAt(document, first) === 'none'
  )
}

/** "… (formally the Political Bureau …)", "commonly referred to as …": a second name, given on purpose. */
function isOtherName({ tokens }: Document, first: number): boolean {
  const before = tokens.slice(Math.max(0, first - 4), first).map((t) => t.word.key)
  return before.some((key) =>
    /^(formally|officially|formerly|aka|known|called|abbreviated|referred)$/.test(key),
  )
}

/** "Cybersecurity Ventures": a common noun with a capital beside another capital is part of a name. */
function isInName({ tokens }: Document, last: number, term: string): boolean {
  if (/\p{Lu}/u.test(term) || !((tokens[last] as Token).word.shape & CAPITAL)) return false
  const next = tokens[last + 1]
  return next !== undefined && !(next.gap & BLOCK) && (next.word.shape & CAPITAL) !== 0
}

function classOf({ form }: TermHit): string {
  return foldedClass(form) ?? form.term
}

function textOf(document: Document, hit: TermHit): string {
  const { start, end } = rangeOf(document, hit.first, hit.last)
  return document.source.slice(start, end).replace(/\s+/g, ' ')
}

/** `Map.groupBy`, which Node 20 lacks. */
function grouped(hits: readonly TermHit[], key: (hit: TermHit) => string): Map<string, TermHit[]> {
  const groups = new Map<string, TermHit[]>()
  for (const hit of hits) {
    const group = groups.get(key(hit))
    if (group === undefined) groups.set(key(hit), [hit])
    else group.push(hit)
  }
  return groups
}
