/**
 * Official names by what somebody types of them: the first letters in English, an acronym, the initials of the pinyin,
 * Chinese. Pure; the initials come from outside, because the library that knows them is loaded with the first question.
 */
import type { CompiledConcept, CompiledGlossary } from '../glossary/compiled.js'
import { folded } from '../glossary/find.js'
import { isLiteral } from '../matching/pattern.js'

export interface Name {
  concept: CompiledConcept
  /** What is written. */
  term: string
  preferred: boolean
  english: string
  acronym: string
}

export interface Names {
  all: readonly Name[]
  /** By the pinyin's initials, `wxb` for 网信办. */
  initials: ReadonlyMap<CompiledConcept, readonly string[]>
}

export interface Offer {
  name: Name
  /** How much of the text before the cursor it takes the place of. */
  length: number
  /** The Chinese that was meant, where it was typed or its pinyin. */
  zh?: string
}

export const mostOffers = 60
const mostWords = 8
const mostHan = 20

export function namesOf(
  { concepts, forms }: CompiledGlossary,
  initialsOf: (chinese: string) => string,
  heard: (concept: CompiledConcept) => boolean,
): Names {
  const all: Name[] = []
  for (const form of forms) {
    const concept = concepts[form.concept] as CompiledConcept
    if (!(form.status === 'preferred' || form.status === 'admitted')) continue
    if (!heard(concept) || !isLiteral(form.term) || /[{~]/.test(form.term)) continue
    const preferred = form.status === 'preferred'
    all.push({
      concept,
      term: form.term,
      preferred,
      english: folded(form.term).replace(/^the /, ''),
      acronym: acronymOf(form.term),
    })
  }
  const initials = new Map(concepts.map((concept) => [concept, concept.zh.map(initialsOf)]))
  return { all, initials }
}

/** `CAC` for the Cyberspace Administration of China; empty for what is no name. */
export function acronymOf(term: string): string {
  const letters = term.match(/\p{Lu}/gu) ?? []
  return letters.length >= 2 ? letters.join('').toLowerCase() : ''
}

/** Names for what stands before the cursor, the best first: the more of it they take, the better. */
export function offersFor({ all, initials }: Names, before: string): Offer[] {
  const han = /\p{Script=Han}+$/u.exec(before)?.[0]
  const offers = han ? chinese(all, han) : [...english(all, before), ...letters(all, initials, before)]
  const seen = new Set<string>()
  return offers.filter(({ name }) => !seen.has(name.term) && seen.add(name.term)).slice(0, mostOffers)
}

/** Chinese has no spaces: the longest end of it that stands in a name counts. */
function chinese(all: readonly Name[], run: string): Offer[] {
  for (let start = Math.max(0, run.length - mostHan); start < run.length; start++) {
    const offers = within(all, run.slice(start))
    if (offers.length > 0) return offers
  }
  return []
}

function within(all: readonly Name[], han: string): Offer[] {
  return all
    .flatMap((name) => {
      const [zh] = name.concept.zh.filter((one) => one.includes(han)).sort((a, b) => a.length - b.length)
      return zh ? [{ name, length: han.length, zh, far: zh.length + (name.preferred ? 0 : 0.5) }] : []
    })
    .sort((a, b) => a.far - b.far)
}

/** The longest stretch of words before the cursor with which a name begins. */
function english(all: readonly Name[], before: string): Offer[] {
  const starts = [...before.matchAll(/(?<![\p{L}\p{N}’'-])[\p{L}\p{N}]/gu)]
    .map((m) => m.index)
    .slice(-mostWords)
  return starts.flatMap((start) => {
    const typed = before.slice(start)
    const wanted = folded(typed)
    if (wanted.length < 2 || /^(the|of|and|in)$/.test(wanted)) return []
    const open = /\s$/.test(typed) ? `${wanted} ` : wanted
    return all
      .filter(({ english }) => english.startsWith(open) && english !== wanted)
      .map((name) => ({ name, length: typed.length }))
      .sort((a, b) => Number(cased(b.name, typed)) - Number(cased(a.name, typed)) || order(a.name, b.name))
  })
}

/** Whoever types a capital wants a name that has it. */
function cased({ term }: Name, typed: string): boolean {
  return term.startsWith(typed)
}

function letters(all: readonly Name[], initials: Names['initials'], before: string): Offer[] {
  const typed = /(?<![\p{L}\p{N}])[a-z]{2,}$/iu.exec(before)?.[0]
  if (typed === undefined) return []
  const wanted = typed.toLowerCase()
  return all
    .flatMap((name) => {
      const own = name.preferred ? (initials.get(name.concept) ?? []) : []
      const zh = name.concept.zh[own.findIndex((one) => one.includes(wanted))]
      const ranks = [
        name.acronym === wanted || own.includes(wanted) ? 0 : 9,
        name.acronym.startsWith(wanted) || own.some((one) => one.startsWith(wanted)) ? 1 : 9,
        wanted.length > 2 && own.some((one) => one.includes(wanted)) ? 2 : 9,
      ]
      const rank = Math.min(...ranks)
      return rank < 9 ? [{ name, length: typed.length, rank, ...(zh && { zh }) }] : []
    })
    .sort((a, b) => a.rank - b.rank || order(a.name, b.name))
}

function order(a: Name, b: Name): number {
  return Number(b.preferred) - Number(a.preferred) || a.term.length - b.term.length
}
