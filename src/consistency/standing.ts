/**
 * How the measured occurrences of all concepts stand, by group and by month: label → count, a short form counting as what
 * it stands for. Copies of an article count for nothing.
 */
import type { Corpus } from './concept.js'
import { AMBIGUOUS, INFERRED, type Mentions, type Rendering } from './gather.js'
import { labelOf } from './labels.js'
import type { ArticleRow } from './rows.js'

export type Standing = Record<string, number>

export interface Standings {
  groups: Map<string, Standing>
  months: Map<string, Standing>
}

export function standingsOf(concepts: Iterable<Mentions>, { articles, copies, labels }: Corpus): Standings {
  const groups = new Map<string, Standing>()
  const months = new Map<string, Standing>()
  for (const { places, renderings, preferred } of concepts) {
    const names = renderings.map((one) => labelOf(one.class === preferred ? official : one, labels))
    for (const [i, article] of places.article.entries()) {
      if (copies[article] || (places.flags[i] as number) & (AMBIGUOUS | INFERRED)) continue
      const { group, date } = articles[article] as ArticleRow
      const name = names[places.rendering[i] as number] as string
      count(groups, group, name)
      if (date.length >= 7) count(months, date.slice(0, 7), name)
    }
  }
  return { groups, months }
}

const official: Pick<Rendering, 'status' | 'usage'> = { status: 'preferred', usage: '' }

function count(sums: Map<string, Standing>, key: string, name: string): void {
  const sum = sums.get(key) ?? {}
  sum[name] = (sum[name] ?? 0) + 1
  sums.set(key, sum)
}
