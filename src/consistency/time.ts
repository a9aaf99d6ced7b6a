/**
 * A concept over the months: its folded renderings per month of the articles' dates, the month in which its name changed,
 * and former names written after they ended. Articles without a month are left out.
 */
import type { Mention } from './concept.js'
import type { Mentions, Rendering } from './gather.js'
import type { ArticleRow } from './rows.js'

export interface Month {
  month: string
  /** By the order of the concept's classes. */
  counts: number[]
}

export interface Course {
  months: Month[]
  /** The most frequent rendering was another before this month than from it on. */
  change: { month: string; from: string; to: string } | undefined
  /** Former names in articles dated after they ended: until when, and where. */
  late: { text: string; until: string; date: string; article: number; line: number }[]
}

const least = 3
/** Of the waver over time, how much the change must explain. */
const explained = 0.5

export function courseOf(
  measured: readonly Mention[],
  { renderings }: Mentions,
  texts: readonly string[],
  classes: readonly { text: string }[],
  articles: readonly ArticleRow[],
): Course {
  const column = new Map(classes.map(({ text }, i) => [text, i]))
  const byMonth = new Map<string, number[]>()
  const late: Course['late'] = []
  for (const { article, line, rendering } of measured) {
    const { date } = articles[article] as ArticleRow
    const { status, text, until } = renderings[rendering] as Rendering
    if (status === 'superseded' && until !== '' && isAfter(date, until))
      late.push({ text, until, date, article, line })
    if (date.length < 7) continue
    const month = date.slice(0, 7)
    const counts = byMonth.get(month) ?? classes.map(() => 0)
    byMonth.set(month, counts)
    const at = column.get(texts[rendering] as string) as number
    counts[at] = (counts[at] as number) + 1
  }
  const months = [...byMonth].map(([month, counts]) => ({ month, counts }))
  months.sort((a, b) => (a.month < b.month ? -1 : 1))
  const change = changeIn(months)
  const name = (i: number) => classes[i]?.text ?? ''
  return {
    months,
    late,
    change: change && { month: change.month, from: name(change.from), to: name(change.to) },
  }
}

/** As far as both are known to. */
export function isAfter(date: string, until: string): boolean {
  return date.slice(0, until.length) > until && date.length >= 4
}

/**
 * The cut that explains most of the diversity 1 − Σ p²; both sides need 3 occurrences and different leaders, and the cut
 * must explain half of it.
 */
function changeIn(months: readonly Month[]): { month: string; from: number; to: number } | undefined {
  const add = (a: readonly number[], b: readonly number[]) => a.map((x, i) => x + (b[i] as number))
  const none = (months[0]?.counts ?? []).map(() => 0)
  const all = months.reduce((sum, { counts }) => add(sum, counts), none)
  const pairs = (counts: readonly number[]) => {
    const n = counts.reduce((a, b) => a + b, 0)
    return n === 0 ? 0 : n - counts.reduce((s, x) => s + x * x, 0) / n
  }
  let best: { month: string; from: number; to: number; left: number } | undefined
  let before = none
  for (const [i, { month, counts }] of months.entries()) {
    const after = all.map((x, k) => x - (before[k] as number))
    const [from, to] = [leader(before), leader(after)]
    const left = pairs(before) + pairs(after)
    if (i > 0 && from >= 0 && to >= 0 && from !== to && left <= (1 - explained) * pairs(all))
      if (best === undefined || left < best.left) best = { month, from, to, left }
    before = add(before, counts)
  }
  return best
}

/** -1 where there is too little. */
function leader(counts: readonly number[]): number {
  const n = counts.reduce((a, b) => a + b, 0)
  return n < least ? -1 : counts.indexOf(Math.max(...counts))
}
