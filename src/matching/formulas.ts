/**
 * Near misses of long fixed formulas, by alignment with the approved form and not by a list of corruptions. A formula is
 * a row of slots; a run is a stretch of slot words held together by small words only ("of", "the", "’s"). A run with
 * enough slots that no accepted form covers is a near miss; the alignment says what moved, what is missing, what was misread.
 */
import type { CompiledConcept } from '../glossary/compiled.js'
import type { Setup } from '../setup.js'
import { type Document, memoFor } from '../text/document.js'
import type { Token } from '../text/tokens.js'
import { fits } from './context.js'
import { lookUp } from './lookup.js'
import { longest } from './search.js'
import { type TermHit, termsOf } from './terms.js'

export interface NearMiss {
  first: number
  last: number
  concept: CompiledConcept
  /** Slots out of their order, absent, or filled with a misreading; as the formula writes them. */
  moved: string[]
  missing: string[]
  misread: string[]
}

type Formula = NonNullable<CompiledConcept['formula']>

interface SlotHit {
  first: number
  last: number
  slot: number
  reading: number
}

const glue = new Set("a an the of on for in with and 's ' to its by as".split(' '))
const mostGlue = 3

export function nearMisses(document: Document, setup: Setup): readonly NearMiss[] {
  return memoFor(document, setup.index, nearMisses, () => find(document, setup))
}

/** Whether a near miss of the same formula, or of one that holds it, has more to say than a refused part of it. */
export function isPartOfMiss(document: Document, setup: Setup, { first, last, form }: TermHit): boolean {
  if (form.concept.kind !== 'thought') return false
  return nearMisses(document, setup).some((miss) => miss.first <= first && last <= miss.last)
}

function find(document: Document, setup: Setup): NearMiss[] {
  const hits = new Map<CompiledConcept, SlotHit[]>()
  for (const { first, last, entries } of lookUp(document, setup.index).slots)
    for (const { concept, slot, reading } of entries) {
      const hit = { first, last, slot, reading }
      const list = hits.get(concept)
      if (list === undefined) hits.set(concept, [hit])
      else list.push(hit)
    }
  const misses: NearMiss[] = []
  for (const [concept, slots] of hits) {
    const formula = concept.formula as Formula
    if (slots.length < formula.least) continue
    for (const run of runsOf(document.tokens, longest(slots))) {
      const miss = missOf(concept, formula, run)
      if (miss === undefined || isSpokenFor(miss, termsOf(document, setup))) continue
      if (fits(document, miss.first, miss.last, { without: formula.without })) misses.push(miss)
    }
  }
  return longest(misses)
}

function runsOf(tokens: readonly Token[], hits: readonly SlotHit[]): SlotHit[][] {
  const runs: SlotHit[][] = []
  let run: SlotHit[] = []
  for (const hit of hits) {
    const before = run.at(-1)
    if (before !== undefined && isGlue(tokens, before.last + 1, hit.first)) run.push(hit)
    else {
      run = [hit]
      runs.push(run)
    }
  }
  return runs
}

function isGlue(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > mostGlue) return false
  for (let i = from; i < to; i++) if (!glue.has((tokens[i] as Token).word.key)) return false
  return true
}

function missOf(concept: CompiledConcept, formula: Formula, run: readonly SlotHit[]): NearMiss | undefined {
  const there = new Set(run.map((hit) => hit.slot))
  if (there.size < formula.least) return undefined
  if (formula.needs.length > 0 && !formula.needs.some((slot) => there.has(slot))) return undefined
  const name = (slot: number) => formula.slots[slot]?.[0] ?? ''
  const inPlace = longestRising(run.map((hit) => hit.slot))
  return {
    first: (run[0] as SlotHit).first,
    last: (run.at(-1) as SlotHit).last,
    concept,
    moved: [...there].filter((slot) => !inPlace.has(slot)).map(name),
    missing: formula.slots.flatMap((_, slot) => (there.has(slot) ? [] : [name(slot)])),
    misread: run.filter((hit) => hit.reading > 0).map((hit) => name(hit.slot)),
  }
}

/** The values of the longest rising subsequence: what need not move. */
function longestRising(values: readonly number[]): Set<number> {
  let best: number[] = []
  const ending: number[][] = []
  for (const value of values) {
    const tail =
      ending.filter((s) => (s.at(-1) as number) < value).sort((a, b) => b.length - a.length)[0] ?? []
    const made = [...tail, value]
    ending.push(made)
    if (made.length > best.length) best = made
  }
  return new Set(best)
}

/** An accepted form covers it, the right formula stands inside it, or a listed refusal has named it, or most of it where nothing moved. */
function isSpokenFor(miss: NearMiss, terms: readonly TermHit[]): boolean {
  return terms.some(({ first, last, form }) => {
    const covers = first <= miss.first && miss.last <= last
    const inside = miss.first <= first && last <= miss.last
    if (form.status === 'deprecated')
      return covers || (inside && miss.moved.length === 0 && 2 * (last - first) >= miss.last - miss.first)
    return covers || (inside && form.concept === miss.concept)
  })
}
