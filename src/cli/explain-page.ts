/** What `explain` prints of a concept and of a rule: plain labelled lines that wrap below their label. */
import type { CompiledConcept, CompiledForm } from '../glossary/compiled.js'
import type { Paper } from '../reporters/reporter.js'
import { columns, wrap } from '../reporters/width.js'
import type { CompiledRule } from '../rules/compiled.js'

const indent = 14
const mostOthers = 12

interface Explained {
  concept: CompiledConcept
  forms: readonly CompiledForm[]
  /** Other concepts that the name fits. */
  others: readonly CompiledConcept[]
  /** Address of its page. */
  page: string | undefined
}

export function conceptPage({ concept, forms, others, page }: Explained, { paint, width }: Paper): string {
  const row = rows(width, paint.dim)
  const of = (status: CompiledForm['status'], short = false) =>
    forms.filter((f) => f.status === status && (f.short ?? false) === short)
  const spans = [concept.since && `since ${concept.since}`, concept.until && `until ${concept.until}`].filter(
    Boolean,
  )
  const contested = concept.contested ? ['contested: speaks only under a house that asks for it'] : []
  return [
    `${paint.bold(concept.zh[0] ?? concept.preferred)}  ${paint.dim([concept.id, concept.kind, ...spans, ...contested].join(', '))}\n`,
    row('Chinese', concept.zh.length > 1 ? concept.zh.join(', ') : undefined),
    row('preferred', paint.green(concept.preferred), concept.insert && `in a sentence: ${concept.insert}`),
    ...of('admitted').map((f) => row('admitted', f.term, f.when && `when: ${f.when}`, usersOf(f))),
    ...of('admitted', true).map((f) => row('short', f.term, f.when && `when: ${f.when}`, expansion(f))),
    ...of('attested').map((f) => row('attested', f.term, usersOf(f), f.why)),
    ...of('superseded').map((f) => row('superseded', f.term, `official until ${f.until}`, f.why)),
    ...of('deprecated').map((f) =>
      row('refused', paint.red(f.term), f.why, f.expected && `expected: ${f.expected.join(', ')}`),
    ),
    ...(concept.confusable ?? []).map((c) => row('confusable', c.concept, c.because)),
    row('note', concept.note),
    ...(concept.decisions ?? []).map((d) => row('decided', `${d.date}, ${d.by}`, d.because)),
    ...concept.sources.map((source) => row('source', source)),
    row('page', page),
    othersOf(others, width),
  ].join('')
}

function usersOf({ usedBy }: CompiledForm): string | undefined {
  return usedBy && `used by: ${usedBy.join(', ').replaceAll('-', ' ')}`
}

function expansion({ expand }: CompiledForm): string | undefined {
  return expand && { first: 'give the full form at first mention', never: 'needs no full form' }[expand]
}

function othersOf(others: readonly CompiledConcept[], width: number): string {
  if (others.length === 0) return ''
  const lines = others.slice(0, mostOthers).map((o) => `${o.zh[0] ?? ''} ${o.preferred} (${o.id})`.trim())
  if (others.length > mostOthers) lines.push(`and ${others.length - mostOthers} more`)
  return `\nAlso called like this:\n${lines.map((line) => `  ${wrap([line.split(' ')], width, 4)}\n`).join('')}`
}

export function rulePage(rule: CompiledRule, { paint, width }: Paper, page: string | undefined): string {
  const row = rows(width, paint.dim)
  const { bad, good, ok } = rule.examples
  const textOf = (one: string | { text: string }) => (typeof one === 'string' ? one : one.text)
  const style = Object.entries(rule.style ?? {}).map(
    ([key, value]) => `${key}: ${value.replaceAll('|', ' or ')}`,
  )
  return [
    `${paint.bold(rule.id)}  ${paint.dim(rule.severity)}\n`,
    row('finds', rule.summary),
    row('why', rule.note),
    row('only under', style.length > 0 ? style.join(', ') : undefined),
    ...bad.map((b) => row('bad', b.text, foundOf(b, paint))),
    ...good.map((g) => row('good', textOf(g))),
    ...ok.map((o) => row('left alone', textOf(o))),
    row(
      'switch off',
      `rules: { ${rule.id}: off }   in zhengming.config.yaml, or in a text`,
      `<!-- zhengming-disable ${rule.id} -- reason -->`,
    ),
    row('page', page),
  ].join('')
}

function foundOf(
  { found, expected }: CompiledRule['examples']['bad'][number],
  paint: Paper['paint'],
): string {
  const said = found.map((f) => paint.red(`"${f}"`)).join(', ')
  return expected === undefined ? said : `${said} → ${paint.green(`"${expected}"`)}`
}

/** A label and what belongs to it, a line each; nothing where the first is missing. */
export function rows(width: number, dim: (text: string) => string) {
  return (label: string, first: string | undefined, ...more: (string | undefined)[]): string => {
    if (first === undefined) return ''
    const [head, ...rest] = [first, ...more].flatMap((line) =>
      line ? [wrap([line.split(/ +/)], width, indent)] : [],
    )
    const lead = `  ${dim(label)}${' '.repeat(Math.max(1, indent - 2 - columns(label)))}`
    return `${lead}${head}\n${rest.map((line) => `${' '.repeat(indent)}${line}\n`).join('')}`
  }
}
