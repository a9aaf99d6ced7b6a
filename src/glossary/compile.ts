/**
 * Concepts to the plain data of a run: every pattern expanded, plurals derived, literal readings made, clashes refused.
 */
import { inflections, pluralsOf } from '../matching/inflect.js'
import { expand, isLiteral, OPEN, PatternError } from '../matching/pattern.js'
import type { Below } from './below.js'
import { clashes } from './clashes.js'
import type { CompiledConcept, CompiledContext, CompiledForm, CompiledGlossary, Status } from './compiled.js'
import type { Problem } from './problem.js'
import { addReadings, type LiteralWords } from './readings.js'
import type { Concept, Context, Rendering } from './schema.js'

/** A concept and where it was written; `locate` takes a path inside the concept, whose parts may come from two files. */
export interface PlacedConcept {
  concept: Concept
  locate: (path: readonly PropertyKey[]) => Omit<Problem, 'message'>
}

/** `below`: the concepts lie on those of another glossary, which are known and not compiled again. */
export function compileGlossary(
  placed: readonly PlacedConcept[],
  words: LiteralWords = { heads: {}, morphemes: {}, ordinary: [] },
  below?: Below,
): {
  glossary: CompiledGlossary
  /** As they were written, the last of an id; drafts, too. */
  concepts: Concept[]
  problems: Problem[]
} {
  const problems: Problem[] = []
  const byId = new Map<string, PlacedConcept>()
  for (const one of placed) byId.set(one.concept.id, one)
  const live = [...byId.values()].filter(({ concept }) => concept.approved !== false)
  const glossary: CompiledGlossary = { concepts: [], forms: [], readings: [] }
  const places: PlacedConcept[] = []
  for (const one of live) {
    const say = (path: readonly PropertyKey[], message: string) =>
      problems.push({ ...one.locate(path), message: `${one.concept.id}: ${message}` })
    glossary.concepts.push(
      conceptOf(one.concept, (id) => byId.has(id) || below?.concepts.has(id) === true, say),
    )
    for (const form of formsOf(one.concept, glossary.concepts.length - 1, say)) {
      glossary.forms.push(form)
      places.push(one)
    }
  }
  const beside = below && besideOf(below, byId)
  addPlurals(glossary, beside)
  addReadings(glossary, words, beside)
  problems.push(...clashes(glossary, places, beside))
  return { glossary, concepts: [...byId.values()].map(({ concept }) => concept), problems }
}

/** Of what lies below, the concepts that are not said anew. */
function besideOf(below: Below, own: ReadonlyMap<string, unknown>): Below {
  return { ...below, written: (s) => below.written(s).filter(({ concept }) => !own.has(concept.id)) }
}

export type Say = (path: readonly PropertyKey[], message: string) => void

function conceptOf(c: Concept, isKnown: (id: string) => boolean, say: Say): CompiledConcept {
  const confusable = c.confusable?.map((entry, i) => {
    const id = typeof entry === 'string' ? entry : entry.concept
    if (!isKnown(id)) say(['confusable', i], `no concept has the id "${id}"`)
    if (typeof entry === 'string') return { concept: id }
    const context = compileContext(entry, ['confusable', i], say) ?? {}
    return { concept: id, because: entry.because, context }
  })
  return pruned({
    id: c.id,
    zh: c.zh ?? [],
    kind: c.kind,
    preferred: c.preferred,
    insert: c.insert,
    note: c.note,
    sources: (c.source ?? []).map((s) =>
      typeof s === 'string' ? s : [s.title, s.by, s.year, s.url].filter(Boolean).join(', '),
    ),
    vary: c.vary,
    contested: c.contested,
    since: c.since,
    until: c.until,
    replaces: c.replaces,
    confusable,
    decisions: c.decisions,
    formula: c.formula && {
      slots: c.formula.slots.map((slot) =>
        slot.split('|').map((part) => compileSequences(part, ['formula'], say)[0] ?? ''),
      ),
      least: c.formula.least,
      without: (c.formula.without ?? []).flatMap((p) => compileSequences(p, ['formula'], say)),
      needs: (c.formula.needs ?? []).map((n) => {
        const at = c.formula?.slots.findIndex((slot) => slot.split('|')[0]?.trim() === n) ?? -1
        if (at < 0) say(['formula'], `"${n}" is no part of the formula`)
        return at
      }),
    },
  })
}

function formsOf(c: Concept, concept: number, say: Say): CompiledForm[] {
  const forms: CompiledForm[] = []
  const push = (
    status: Status,
    term: string,
    path: readonly PropertyKey[],
    more: Partial<CompiledForm> = {},
  ) => {
    const sequences = [...new Set(compileSequences(term, path, say).map(withoutArticle))]
    if (sequences.length > 0)
      forms.push(pruned({ concept, status, term, sequences, verbs: verbsOf(sequences), ...more }))
  }
  const renderings = (list: Rendering[] | undefined, key: string, more: Partial<CompiledForm>) =>
    list?.forEach((r, i) => {
      const o = typeof r === 'string' ? { term: r } : r
      const usedBy = o['used-by'] === undefined ? undefined : [o['used-by']].flat()
      push('admitted', o.term, [key, i], { when: o.when, usedBy, expand: o.expand, ...more })
    })
  if (/[[(|~]/.test(c.preferred))
    say(['preferred'], 'the preferred form is written out, without alternatives')
  push('preferred', c.preferred, ['preferred'])
  renderings(c.admitted, 'admitted', {})
  renderings(c.short, 'short', { short: true })
  for (const [i, a] of (c.attested ?? []).entries())
    push('attested', a.term, ['attested', i], { usedBy: a['used-by'], why: a.note })
  for (const [i, s] of (c.superseded ?? []).entries())
    push('superseded', s.term, ['superseded', i], { until: s.until, why: s.note })
  for (const [term, said] of Object.entries(c.deprecated ?? {})) {
    const path = ['deprecated', term]
    const o = typeof said === 'string' ? { why: said } : said
    push('deprecated', term, path, {
      why: o.why,
      ...('severity' in o ? { severity: o.severity } : {}),
      ...('case' in o && o.case ? { exact: true as const } : {}),
      ...('expected' in o ? { expected: o.expected } : {}),
      context: typeof said === 'string' ? undefined : compileContext(said, path, say),
    })
  }
  return forms
}

/** A first word that stands there as a gerund, too. */
function verbsOf(sequences: readonly string[]): string[] | undefined {
  const firsts = [...new Set(sequences.map((s) => s.split(' ', 1)[0] as string))]
  const gerunds = firsts.filter((word) => word.endsWith('ing'))
  const verbs = firsts.filter((word) =>
    gerunds.some((gerund) => gerund !== word && inflections(word).includes(gerund)),
  )
  return verbs.length > 0 ? verbs : undefined
}

export function compileContext(
  c: Context,
  path: readonly PropertyKey[],
  say: Say,
): CompiledContext | undefined {
  const side = (key: keyof Context) =>
    c[key]?.flatMap((pattern) => {
      const sequences = compileSequences(pattern, [...path, key], say)
      if (sequences.some((s) => s.includes(OPEN)))
        say([...path, key], `of open places "${key}" knows only {name} and {number}`)
      return sequences
    })
  const made = pruned({
    after: side('after'),
    before: side('before'),
    with: side('with'),
    without: side('without'),
    about: side('about'),
  })
  return Object.keys(made).length > 0 ? made : undefined
}

export function compileSequences(pattern: string, path: readonly PropertyKey[], say: Say): string[] {
  try {
    return expand(pattern).map((symbols) => symbols.join(' '))
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    say(path, error.message)
    return []
  }
}

/** A leading "the" is no part of a longer name: the text may do without it, and it starts too many searches. */
function withoutArticle(sequence: string): string {
  return /^the \S+ \S/.test(sequence) ? sequence.slice(4) : sequence
}

const countable = new Set(['organization', 'title', 'term', 'document', 'policy'])

/** Plurals of the head; never one that the glossary lists under another status. */
function addPlurals(glossary: CompiledGlossary, below: Below | undefined): void {
  const listed = new Set(glossary.forms.flatMap((form) => form.sequences))
  for (const form of glossary.forms) {
    const { kind } = glossary.concepts[form.concept] as CompiledConcept
    if (!countable.has(kind) || (!isLiteral(form.term) && form.status !== 'deprecated')) continue
    const isListed = (s: string) => listed.has(s) || below?.written(s).some(({ plural }) => !plural)
    const plurals = form.sequences.flatMap(pluralsOf).filter((s) => !isListed(s))
    form.sequences.push(...[...new Set(plurals)].map((s) => `*${s}`))
  }
}

function pruned<T extends object>(object: T): T {
  const made: Partial<T> = {}
  for (const key in object) if (object[key] !== undefined) made[key] = object[key]
  return made as T
}
