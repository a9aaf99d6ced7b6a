/**
 * Proposals as a glossary file: new concepts as drafts that load and are never enforced (`approved: false`), and renderings
 * of listed concepts as comments, each with the lines to uncomment. Counts and sentences stand in comments.
 */
import { stringify } from 'yaml'
import type { CompiledConcept } from '../glossary/compiled.js'
import type { Proposal } from './proposer.js'

/** `taken`: ids that there are; a draft gets another one. */
export function draftYaml(proposals: readonly Proposal[], head: string, taken: ReadonlySet<string>): string {
  const ids = new Set(taken)
  const fresh = proposals.filter(({ concept }) => concept === undefined)
  const listed = new Map<CompiledConcept, Proposal[]>()
  for (const one of proposals) {
    const concept = one.concept?.concept
    if (concept !== undefined) listed.set(concept, [...(listed.get(concept) ?? []), one])
  }
  const parts = [
    `# ${head}\n# A draft is never enforced: check it, give it its Chinese, and take out "approved: false".\n`,
  ]
  if (listed.size > 0) parts.push('# --- perhaps renderings of listed concepts: uncomment what holds ---\n')
  for (const [concept, renderings] of listed) parts.push(suggestion(concept, renderings))
  for (const [kind, title] of [
    ['name', 'names'],
    ['phrase', 'recurring phrases'],
  ] as const) {
    const own = fresh.filter((one) => one.kind === kind)
    if (own.length > 0) parts.push(`# --- ${title} ---\n`)
    for (const one of own) parts.push(draft(one, ids))
  }
  if (fresh.length === 0) parts.push('[]\n')
  return parts.join('\n')
}

function draft(one: Proposal, ids: Set<string>): string {
  const entry = {
    id: freeId(one.term, ids),
    ...(one.zh ? { zh: [one.zh] } : {}),
    kind: kindOf(one),
    preferred: one.term,
    ...(one.acronym ? { short: [{ term: one.acronym, expand: 'first' }] } : {}),
    approved: false,
  }
  const [first = '', ...rest] = stringify([entry], { lineWidth: 0 }).trimEnd().split('\n')
  return [first, `  # ${howOften(one)}`, ...rest, ...places(one, '  ')].join('\n').concat('\n')
}

/** Each rendering with both lines ready, so that one hash is all there is to take away. */
function suggestion(concept: CompiledConcept, renderings: readonly Proposal[]): string {
  const lines = [`# ${concept.zh[0] ?? ''}  ${concept.preferred}`, `#- id: ${concept.id}`]
  for (const one of renderings) {
    const term = JSON.stringify(one.term)
    lines.push(
      `#  # ${howOften(one)}; ${one.concept?.because}`,
      `#  deprecated: { ${term}: why }`,
      `#  admitted: [${term}]`,
      ...places(one, '#  '),
    )
  }
  return lines.join('\n').concat('\n')
}

export function howOften({ kind, count, articles, acronym }: Proposal): string {
  const times = `${kind}, ${count}× in ${articles} article${articles === 1 ? '' : 's'}`
  return acronym ? `${times}, given with ${acronym}` : times
}

function places({ places: all }: Proposal, indent: string): string[] {
  return all.map(({ file, line, sentence }) => `${indent}# ${file}:${line}: ${sentence}`)
}

function freeId(term: string, ids: Set<string>): string {
  const base = term
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  let id = base
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`
  ids.add(id)
  return id
}

/** A guess by the head of the name; the terminologist has the last word. */
const kinds: readonly [string, RegExp][] = [
  [
    'organization',
    /\b(ministry|office|commission|committee|department|bureau|administration|agency|centre|center|institute|academy|association|federation|council|court|group|corporation|company|bank|university|league|society|union|alliance|team|station|museum|fund|foundation|embassy|party|school|college|hospital|mission|corps|force|branch|brigade|department store)\b/i,
  ],
  ['law', /\b(law|regulations?|provisions|measures|rules)\b/i],
  [
    'event',
    /\b(conference|forum|congress|summit|expo|fair|festival|games|exhibition|campaign|week|day|contest)\b/i,
  ],
  ['document', /\b(plan|report|opinions?|notice|outline|guidelines?|white paper|declaration|guide)\b/i],
  ['policy', /\b(initiative|strategy|program|programme|project|action|scheme|policy)\b/i],
]

function kindOf({ kind, term }: Proposal): string {
  if (kind === 'phrase') return 'term'
  return kinds.find(([, heads]) => heads.test(term))?.[0] ?? 'term'
}
