/**
 * What the pages are made of: every concept as its file writes it, with its layer and what points at it, by field; every
 * rule with its severity under each house. Drafts are kept and marked, since a desk's keeper reads them, too.
 */
import type { Severity } from '../glossary/compiled.js'
import type { Concept } from '../glossary/schema.js'
import type { CompiledHouse, CompiledRule } from '../rules/compiled.js'
import { type Settings, severityOf } from '../setup.js'

export interface Entry {
  concept: Concept
  /** Of a house's own glossary: its file. */
  own: string | undefined
  /** It lies on top of a shipped one. */
  overrides: boolean
  /** Concepts that it took the place of, and those that took its. */
  replaces: readonly Entry[]
  replacedBy: readonly Entry[]
  /** With its reason where one is given. */
  confusable: readonly { entry: Entry; because: string | undefined }[]
}

/** One file of a glossary, or one family of rules. */
export interface Field<T> {
  name: string
  own: boolean
  members: readonly T[]
}

export interface RuleEntry {
  rule: CompiledRule
  severities: readonly { house: string; severity: Severity | 'off' }[]
}

export interface Book {
  version: string
  houses: readonly CompiledHouse[]
  /** The house that a config asks for. */
  inForce: string | undefined
  concepts: readonly Field<Entry>[]
  rules: readonly Field<RuleEntry>[]
}

/** An entry as its file has it. */
export interface Written extends Pick<Entry, 'concept' | 'own' | 'overrides'> {
  file: string
}

export interface Shelf {
  version: string
  written: readonly Written[]
  rules: readonly CompiledRule[]
  /** Those to be shown, in their order. */
  houses: readonly CompiledHouse[]
  /** What a config asks for. */
  settings?: (Settings & { house: CompiledHouse }) | undefined
}

export function bookOf({ version, written, rules, houses, settings }: Shelf): Book {
  const known = settings && !houses.some(({ name }) => name === settings.house.name)
  const all = known ? [...houses, settings.house] : houses
  return {
    version,
    houses: all,
    inForce: settings?.house.name,
    concepts: fieldsOf(entriesOf(written)),
    rules: familiesOf(rules.map((rule) => ({ rule, severities: severitiesOf(rule, all, settings) }))),
  }
}

function severitiesOf(rule: CompiledRule, houses: readonly CompiledHouse[], settings: Shelf['settings']) {
  const under = houses.map((house) => ({ house: house.name, severity: severityOf(rule, house) }))
  if (settings === undefined) return under
  return [...under, { house: 'here', severity: severityOf(rule, settings.house, settings) }]
}

type Draft = { -readonly [K in keyof Entry]: Entry[K] } & { file: string }

function entriesOf(written: readonly Written[]): Draft[] {
  const entries = new Map<string, Draft>()
  for (const one of written)
    entries.set(one.concept.id, { ...one, replaces: [], replacedBy: [], confusable: [] })
  for (const entry of entries.values()) {
    for (const id of entry.concept.replaces ?? []) {
      const earlier = entries.get(id)
      if (earlier === undefined) continue
      entry.replaces = [...entry.replaces, earlier]
      earlier.replacedBy = [...earlier.replacedBy, entry]
    }
    for (const said of entry.concept.confusable ?? []) {
      const other = entries.get(typeof said === 'string' ? said : said.concept)
      if (other === undefined) continue
      confuse(entry, other, typeof said === 'string' ? undefined : said.because)
      confuse(other, entry, undefined)
    }
  }
  return [...entries.values()]
}

/** Both sides of it name each other, once; a reason stands on the side that gives it. */
function confuse(entry: Draft, other: Draft, because: string | undefined): void {
  const others = entry.confusable.filter((c) => c.entry !== other || c.because !== undefined)
  if (because === undefined && others.some((c) => c.entry === other)) return
  entry.confusable = [...others, { entry: other, because }]
}

function fieldsOf(entries: readonly Draft[]): Field<Entry>[] {
  const fields = grouped(entries, ({ file }) => file).map(([file, members]) => ({
    name: members[0]?.own ?? fieldName(file),
    own: members[0]?.own !== undefined,
    members: members.sort((a, b) => order(a.concept.preferred, b.concept.preferred)),
  }))
  return fields.sort((a, b) => Number(b.own) - Number(a.own) || order(a.name, b.name))
}

/** `cyberspace-work.yaml` is the field "Cyberspace work". */
function fieldName(file: string): string {
  return capital((file.split('/').at(-1) as string).replace(/\.ya?ml$/, '').replaceAll('-', ' '))
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function familiesOf(rules: readonly RuleEntry[]): Field<RuleEntry>[] {
  return grouped(rules, ({ rule }) => rule.id.split('/')[0] as string).map(([name, members]) => ({
    name: capital(name),
    own: false,
    members,
  }))
}

/** In the order in which the groups first come. */
export function grouped<T>(all: readonly T[], keyOf: (one: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return [...groups]
}

/** By letters alone, the same on every machine. */
function order(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return x < y ? -1 : x > y ? 1 : 0
}
