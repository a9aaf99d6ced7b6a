/**
 * Concepts of a glossary to drafts, form by form. What no table and no termbase can hold (the parts of a formula, the
 * history of decisions, what makes two concepts be taken for each other) is counted.
 */
import type { Concept, Rendering } from '../glossary/schema.js'
import { type Draft, type Facts, type Form, type Losses, oneLine, type Status } from './draft.js'
import { plain } from './spellings.js'

export function spread(concepts: readonly Concept[], losses: Losses): Draft[] {
  return concepts.map((concept) => ({
    key: concept.id,
    zh: (concept.zh ?? []).map(oneLine),
    facts: factsOf(concept, losses),
    forms: formsOf(concept),
  }))
}

function factsOf(c: Concept, losses: Losses): Facts {
  if (c.formula) losses.add('formulas (their parts in order), not held', c.id)
  if (c.decisions) losses.add('decisions, not held', c.id)
  if (c.confusable?.some((one) => typeof one !== 'string'))
    losses.add('what tells confusable concepts apart, not held, only their ids', c.id)
  if (c.source?.some((one) => typeof one !== 'string'))
    losses.add('sources in parts, joined into one line', c.id)
  return pruned({
    kind: [c.kind],
    insert: one(c.insert),
    note: one(c.note),
    source: c.source?.map((s) =>
      typeof s === 'string'
        ? s
        : [s.title, s.by, s.year, s.url].filter((part) => part !== undefined).join(', '),
    ),
    since: one(c.since),
    until: one(c.until),
    vary: c.vary ? ['yes'] : undefined,
    contested: c.contested ? ['yes'] : undefined,
    approved: c.approved === false ? ['no'] : undefined,
    replaces: c.replaces,
    confusable: c.confusable?.map((entry) => (typeof entry === 'string' ? entry : entry.concept)),
  })
}

function formsOf(c: Concept): Form[] {
  const forms: Form[] = [form(c.preferred, 'preferred', {})]
  const renderings = (list: Rendering[] | undefined, status: Status) => {
    for (const r of list ?? []) {
      const {
        term,
        when,
        expand,
        note,
        'used-by': users,
      } = typeof r === 'string' ? ({ term: r } as Exclude<Rendering, string>) : r
      forms.push(
        form(term, status, {
          when: one(when),
          'used-by': users === undefined ? undefined : [users].flat(),
          expand: one(expand),
          note: one(note),
        }),
      )
    }
  }
  renderings(c.admitted, 'admitted')
  renderings(c.short, 'short')
  for (const a of c.attested ?? [])
    forms.push(form(a.term, 'attested', { 'used-by': a['used-by'], note: one(a.note) }))
  for (const s of c.superseded ?? [])
    forms.push(form(s.term, 'superseded', { until: [s.until], note: one(s.note) }))
  for (const [term, said] of Object.entries(c.deprecated ?? {})) {
    const o = typeof said === 'string' ? { why: said } : said
    const { why, severity, case: exact, ...lists } = o as Exclude<typeof said, string>
    forms.push(
      form(term, 'deprecated', { why: one(why), severity: one(severity), case: one(exact), ...lists }),
    )
  }
  return forms
}

function form(term: string, status: Status, facts: Facts): Form {
  const text = plain(term)
  return { term: oneLine(text ?? term), status, pattern: text === undefined, facts: pruned(facts) }
}

function one(text: string | undefined): string[] | undefined {
  return text === undefined ? undefined : [text]
}

/** Only what is there, each value on one line. */
function pruned(facts: Facts): Facts {
  return Object.fromEntries(
    Object.entries(facts)
      .map(([fact, values]) => [fact, values?.map(oneLine).filter((value) => value !== '')] as const)
      .filter(([, values]) => values !== undefined && values.length > 0),
  )
}
