/**
 * The findings of a corpus as quality: by family, group and article, in points per 1,000 words as `lint --score` counts
 * them (MQM: see `findings/mqm.ts`).
 */

import { mqmOf } from '../findings/mqm.js'
import type { Severity } from '../glossary/compiled.js'
import type { ArticleRow } from './rows.js'

export interface Tally {
  name: string
  articles: number
  words: number
  errors: number
  warnings: number
  hints: number
  penalty: number
  /** Of penalty, per 1,000 words. */
  points: number
}

export interface Quality {
  all: Tally
  families: Tally[]
  groups: Tally[]
  /** Ten articles of 100 words or more with the most points per 1,000 words. */
  worst: Tally[]
}

const shortest = 100
const mostWorst = 10

type Sum = Omit<Tally, 'points'>

export function qualityOf(articles: readonly ArticleRow[]): Quality {
  const all = blank('all')
  const families = new Map<string, Sum>()
  const groups = new Map<string, Sum>()
  const each: Sum[] = []
  for (const { article, group, words, findings } of articles) {
    const own = blank(article)
    const seen = new Set<string>()
    for (const [rule, counts] of Object.entries(findings)) {
      const family = rule.split('/')[0] as string
      const sum = sumOf(families, family)
      count(sum, counts, rule)
      if (!seen.has(family)) sum.articles++
      seen.add(family)
      count(own, counts, rule)
    }
    own.articles = 1
    own.words = words
    each.push(own)
    for (const sum of [all, sumOf(groups, group)]) {
      sum.articles++
      sum.words += words
      add(sum, own)
    }
  }
  for (const family of families.values()) family.words = all.words
  const worst = each.filter(({ words, errors, warnings }) => words >= shortest && errors + warnings > 0)
  return {
    all: tally(all),
    families: ranked(families.values()),
    groups: ranked(groups.values()),
    worst: ranked(worst).slice(0, mostWorst),
  }
}

function sumOf(sums: Map<string, Sum>, name: string): Sum {
  const sum = sums.get(name) ?? blank(name)
  sums.set(name, sum)
  return sum
}

function blank(name: string): Sum {
  return { name, articles: 0, words: 0, errors: 0, warnings: 0, hints: 0, penalty: 0 }
}

const severities: readonly Severity[] = ['error', 'warning', 'info']

function count(sum: Sum, counts: readonly [number, number, number], ruleId: string): void {
  const [errors, warnings, hints] = counts
  const costs = severities.map((severity, i) => (counts[i] ?? 0) * mqmOf({ ruleId, severity }).penalty)
  add(sum, { errors, warnings, hints, penalty: costs.reduce((a, b) => a + b, 0) })
}

function add(
  sum: Sum,
  { errors, warnings, hints, penalty }: Pick<Sum, 'errors' | 'warnings' | 'hints' | 'penalty'>,
): void {
  sum.errors += errors
  sum.warnings += warnings
  sum.hints += hints
  sum.penalty += penalty
}

function tally(sum: Sum): Tally {
  const points = sum.words === 0 ? 0 : (1000 * sum.penalty) / sum.words
  return { ...sum, points }
}

function ranked(sums: Iterable<Sum>): Tally[] {
  return [...sums].map(tally).sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1))
}
