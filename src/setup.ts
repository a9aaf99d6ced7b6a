/**
 * What every check is given: the glossary as a house sees it, the rules that are on, grouped by the check that they
 * name. Made once per set of settings, shared by every article.
 */
import type { CompiledConcept, Severity } from './glossary/compiled.js'
import { resolveLayer } from './glossary/resolve.js'
import { fillTrie, type Index, indexOf } from './matching/lookup.js'
import { openTrie, type Trie } from './matching/packed.js'
import type { CompiledHouse, CompiledRule, Layer, Shipped } from './rules/compiled.js'

export interface Settings {
  /** Name of a house that ships, or a house of one's own. Default: neutral. */
  house?: string | CompiledHouse
  /** Severity by rule id, or `off`; `term/*` speaks of a family. Wins over the house. */
  rules?: Record<string, Severity | 'off'>
  /** Switches by name; win over the house. */
  style?: Record<string, string>
  /** Findings of severity info, too. Default: false. */
  info?: boolean
  /** Address of the glossary as HTML: findings then point at its pages. Default: a term's first source. */
  pages?: string | undefined
  /** Where each check adds up its milliseconds; without it nothing is measured. */
  timing?: Timing | undefined
}

/** By the check's name. */
export type Timing = Map<string, number>

export interface Setup {
  /** Every concept by its id, heard or not. */
  readonly concepts: ReadonlyMap<string, CompiledConcept>
  readonly index: Index
  readonly house: CompiledHouse
  readonly rules: ReadonlyMap<string, readonly CompiledRule[]>
  /** Severities that the user set: they win over what a check says of one finding. */
  readonly severities: ReadonlyMap<string, Severity>
  readonly style: Readonly<Record<string, string>>
  readonly info: boolean
  readonly pages: string | undefined
  readonly timing: Timing | undefined
  /** Ids of all rules, and `family/*`. */
  readonly known: ReadonlySet<string>
}

export class SettingsError extends Error {}

export function setUp(shipped: Shipped, settings: Settings = {}): Setup {
  const house = houseOf(shipped, settings.house ?? 'neutral')
  const style = { ...house.style, ...settings.style }
  const severities = new Map<string, Severity>()
  const rules = new Map<string, CompiledRule[]>()
  for (const rule of shipped.rules) {
    const severity = severityOf(rule, house, settings)
    if (severity === 'off') continue
    if (setFor(rule.id, house, settings) !== undefined) severities.set(rule.id, severity)
    rules.set(rule.check, [...(rules.get(rule.check) ?? []), rule])
  }
  const known = new Set(shipped.rules.flatMap(({ id }) => [id, `${id.split('/')[0]}/*`]))
  return {
    concepts: new Map(shipped.glossary.concepts.map((concept) => [concept.id, concept])),
    index: indexUnder(shipped, house, new Set([...rules.values()].flat())),
    house,
    rules,
    severities,
    style,
    info: settings.info ?? false,
    pages: settings.pages,
    timing: settings.timing,
    known,
  }
}

/** Of a rule under a house and a user's own settings; `off` also where its switches are set otherwise. */
export function severityOf(
  rule: CompiledRule,
  house: CompiledHouse,
  settings: Settings = {},
): Severity | 'off' {
  const style = { ...house.style, ...settings.style }
  const switched = Object.entries(rule.style ?? {}).every(([key, value]) =>
    value.split('|').includes(style[key] ?? ''),
  )
  return switched ? (setFor(rule.id, house, settings) ?? rule.severity) : 'off'
}

function setFor(id: string, house: CompiledHouse, settings: Settings): Severity | 'off' | undefined {
  return chosen(id, settings.rules) ?? chosen(id, house.rules)
}

/** The rules lie in the lowest layer. */
function indexUnder(shipped: Shipped, house: CompiledHouse, active: ReadonlySet<CompiledRule>): Index {
  let below: Trie | undefined
  return (shipped.layers ?? [shipped]).map((layer, i) => {
    const rules = i === 0 ? shipped.rules : []
    below = trieOf(layer, rules, below)
    return indexOf(below, layer.glossary, resolveLayer(layer, house), rules, active)
  })
}

/** By their glossaries: sessions share the shipped one, whatever lies on top. */
const tries = new WeakMap<object, Trie>()

export function trieOf(
  { glossary, trie: packed }: Layer,
  rules: readonly CompiledRule[],
  below?: Trie,
): Trie {
  let trie = tries.get(glossary)
  if (trie === undefined) {
    trie = packed ? openTrie(packed, below) : fillTrie(glossary, rules, below).build()
    tries.set(glossary, trie)
  }
  return trie
}

function houseOf(shipped: Shipped, house: string | CompiledHouse): CompiledHouse {
  if (typeof house !== 'string') return house
  const found = shipped.houses[house]
  if (!found)
    throw new SettingsError(`no house "${house}", there are ${Object.keys(shipped.houses).join(', ')}`)
  return found
}

function chosen(id: string, set: Record<string, Severity | 'off'> | undefined): Severity | 'off' | undefined {
  return set?.[id] ?? set?.[`${id.split('/')[0]}/*`]
}
