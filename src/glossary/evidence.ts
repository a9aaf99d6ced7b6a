/**
 * What a glossary rests on, derived from its entries: by field (a file each) its forms by status and its sources by kind
 * and year, and which entries have the least behind them. Nothing is fetched; whether a source says what it is cited for is
 * another question.
 */
import { kindOf, kindsOfSource, unknownKind } from './publishers.js'
import type { Concept } from './schema.js'

export interface Cited {
  kind: string
  year: number | undefined
  /** None where nobody can follow it by a click. */
  address: string | undefined
  text: string
}

export interface FieldEvidence {
  field: string
  concepts: number
  zh: number
  forms: Record<(typeof statuses)[number], number>
  sources: number
  byKind: Record<string, number>
}

export interface WeakEntry {
  field: string
  concept: string
  preferred: string
  sources: string[]
}

export interface Evidence {
  fields: FieldEvidence[]
  total: FieldEvidence
  /** Sources of a kind by year, `undated` among them. */
  years: { year: string; sources: number; byKind: Record<string, number> }[]
  weak: {
    /** Nothing is cited. */
    without: WeakEntry[]
    /** Only what repeats others, or what the table of publishers does not know. */
    secondHand: WeakEntry[]
    /** A document is named, but no address leads to it. */
    noAddress: WeakEntry[]
  }
}

export interface Written {
  field: string
  concept: Concept
}

export const statuses = ['preferred', 'admitted', 'short', 'attested', 'superseded', 'deprecated'] as const

export function evidenceOf(written: readonly Written[]): Evidence {
  const rows = written.map(({ field, concept }) => ({
    field,
    concept,
    cited: (concept.source ?? []).map(cited),
  }))
  const names = [...new Set(rows.map(({ field }) => field))].sort()
  const all = rows.flatMap((row) => row.cited)
  const years = [...new Set(all.map(yearOf))].sort()
  const weak = (test: (cited: readonly Cited[]) => boolean) =>
    rows
      .filter((row) => test(row.cited))
      .map(
        ({ field, concept, cited: sources }): WeakEntry => ({
          field,
          concept: concept.id,
          preferred: concept.preferred,
          sources: sources.map(({ text }) => text),
        }),
      )
  return {
    fields: names.map((name) =>
      fieldOf(
        name,
        rows.filter(({ field }) => field === name),
      ),
    ),
    total: fieldOf('all', rows),
    years: years.map((year) => {
      const of = all.filter((one) => yearOf(one) === year)
      return { year, sources: of.length, byKind: byKind(of) }
    }),
    weak: {
      without: weak((sources) => sources.length === 0),
      secondHand: weak((sources) => sources.length > 0 && sources.every(({ kind }) => repeating.has(kind))),
      noAddress: weak(
        (sources) =>
          sources.length > 0 &&
          sources.every(({ address }) => address === undefined) &&
          !sources.every(({ kind }) => repeating.has(kind)),
      ),
    },
  }
}

const repeating = new Set(
  [...kindsOfSource, unknownKind].filter((k) => k.secondHand).map(({ short }) => short),
)

function fieldOf(
  field: string,
  rows: readonly { concept: Concept; cited: readonly Cited[] }[],
): FieldEvidence {
  const sum = (count: (concept: Concept) => number) => rows.reduce((n, { concept }) => n + count(concept), 0)
  const sources = rows.flatMap(({ cited: of }) => of)
  return {
    field,
    concepts: rows.length,
    zh: sum(({ zh }) => zh?.length ?? 0),
    forms: {
      preferred: rows.length,
      admitted: sum(({ admitted }) => admitted?.length ?? 0),
      short: sum(({ short }) => short?.length ?? 0),
      attested: sum(({ attested }) => attested?.length ?? 0),
      superseded: sum(({ superseded }) => superseded?.length ?? 0),
      deprecated: sum(({ deprecated }) => Object.keys(deprecated ?? {}).length),
    },
    sources: sources.length,
    byKind: byKind(sources),
  }
}

function byKind(sources: readonly Cited[]): Record<string, number> {
  const count = (short: string) => sources.filter(({ kind }) => kind === short).length
  return Object.fromEntries([...kindsOfSource, unknownKind].map(({ short }) => [short, count(short)]))
}

function yearOf({ year }: Cited): string {
  return year === undefined ? 'undated' : String(year)
}

/** The year as it is given, else in the title, else in the address. */
export function cited(source: NonNullable<Concept['source']>[number]): Cited {
  const { title, by, year, url } = typeof source === 'string' ? { title: source } : source
  const text = [title, by, year, url].filter(Boolean).join(', ')
  const address = /https?:\/\/[^\s,]+/.exec(text)?.[0]
  const host = address !== undefined && URL.canParse(address) ? new URL(address).hostname : undefined
  const given = [year, title?.replace(/https?:\S+/, ''), address].map((part) => yearIn(String(part ?? '')))
  return {
    kind: kindOf({ title, by, host }).short,
    year: given.find((one) => one !== undefined),
    address,
    text,
  }
}

/** 1978 to 2039, standing alone or with a month behind it. */
function yearIn(text: string): number | undefined {
  const match = /(?<!\d)(19[789]\d|20[0-3]\d)(?:(?:0[1-9]|1[0-2])(?:[0-3]\d)?)?(?!\d)/.exec(text)
  return match === null ? undefined : Number(match[1])
}
