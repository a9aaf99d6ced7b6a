/**
 * The report: a fold over what was gathered. The same rows give the same report, in whatever shards they came. Every
 * number says over how many articles it is; what it is about is identified by versions and hashes in its head.
 */
import type { Proposal } from '../proposals/proposer.js'
import type { Comparison } from './compare.js'
import { type ConceptReport, type Corpus, conceptReport } from './concept.js'
import type { Gathered } from './gather.js'
import type { Labels } from './labels.js'
import { type Quality, qualityOf } from './quality.js'
import { clustersOf } from './sketch.js'
import { type Standing, standingsOf } from './standing.js'

export const format = 'zhengming-consistency/1'

export interface Head {
  versions: string[]
  /** Hashes of the glossaries in force. */
  glossaries: string[]
  houses: string[]
  commands: string[]
  /** Hash of the hashes of all articles, sorted. */
  corpus: string
  /** `YYYY-MM-DD` */
  made: string
}

export interface Report {
  format: typeof format
  head: Head
  labels: Labels
  totals: {
    articles: number
    /** Near copies of other articles, which count for nothing. */
    copies: number
    dated: number
    words: number
    /** Measured occurrences. */
    occurrences: number
    /** Concepts with more than one folded rendering. */
    wavering: number
    edits: number | undefined
    /** Over all concepts. */
    adherence: { preferred: number; accepted: number } | undefined
  }
  /** Denominators, copies left out. */
  months: { month: string; articles: number; words: number; standing: Standing }[]
  groups: { group: string; articles: number; copies: number; words: number; standing: Standing }[]
  /** The most edits first, then the most occurrences. */
  concepts: ConceptReport[]
  quality: Quality | undefined
  /** `concepts` and `copies` name articles by their number in here. */
  articles: { article: string; group: string; date: string; hash: string; copyOf?: number }[]
  compared?: Comparison
  proposals?: Proposal[]
}

export interface ReportOptions {
  labels: Labels
  /** Near copies count like other articles. */
  keepCopies: boolean
  /** Hashes are not the core's business. */
  hash(text: string): string
  made: string
  /** What folds the rows, beside the commands that wrote them. */
  command: string
}

export function reportOf({ runs, articles, concepts }: Gathered, options: ReportOptions): Report {
  const { labels, keepCopies, hash, made, command } = options
  const first = keepCopies ? articles.map((_, i) => i) : clustersOf(articles.map(({ sketch }) => sketch))
  const copies = first.map((original, i) => original !== i)
  const corpus: Corpus = { articles, copies, labels }
  const counted = articles.filter((_, i) => !copies[i])
  const reports = [...concepts.values()].map((one) => conceptReport(one, corpus)).sort(byNeed)
  const standings = standingsOf(concepts.values(), corpus)
  const unique = (values: readonly string[]) => [...new Set(values)].sort()
  return {
    format,
    head: {
      versions: unique(runs.map(({ version }) => version)),
      glossaries: unique(runs.map(({ glossary }) => glossary)),
      houses: unique(runs.map(({ house }) => house)),
      commands: unique([...runs.map((run) => run.command), command]),
      corpus: hash(
        articles
          .map((one) => one.hash)
          .sort()
          .join('\n'),
      ),
      made,
    },
    labels,
    totals: {
      articles: articles.length,
      copies: articles.length - counted.length,
      dated: counted.filter(({ date }) => date.length >= 7).length,
      words: add(counted.map(({ words }) => words)),
      occurrences: add(reports.map(({ folded }) => folded?.occurrences ?? 0)),
      wavering: reports.filter(({ classes }) => classes.length > 1).length,
      edits: labels === 'judging' ? add(reports.map(({ edits }) => edits?.count ?? 0)) : undefined,
      adherence: adherenceOf(reports),
    },
    months: monthsOf(counted).map((one) => ({ ...one, standing: standings.months.get(one.month) ?? {} })),
    groups: groupsOf(articles, copies).map((one) => ({
      ...one,
      standing: standings.groups.get(one.group) ?? {},
    })),
    concepts: reports,
    quality: labels === 'judging' ? qualityOf(counted) : undefined,
    articles: articles.map(({ article, group, date, hash }, i) => ({
      article,
      group,
      date,
      hash,
      ...(copies[i] ? { copyOf: first[i] as number } : {}),
    })),
  }
}

function byNeed(a: ConceptReport, b: ConceptReport): number {
  const wavers = (one: ConceptReport) =>
    one.folded ? one.folded.occurrences * (1 - one.folded.dominance) : 0
  const size = (one: ConceptReport) => one.folded?.occurrences ?? 0
  const edits = (b.edits?.count ?? 0) - (a.edits?.count ?? 0)
  return edits || wavers(b) - wavers(a) || size(b) - size(a) || (a.id < b.id ? -1 : 1)
}

function adherenceOf(reports: readonly ConceptReport[]): { preferred: number; accepted: number } | undefined {
  const whole = add(reports.map(({ folded }) => folded?.occurrences ?? 0))
  if (whole === 0) return undefined
  const part = (kind: 'preferred' | 'accepted') =>
    add(reports.map(({ adherence, folded }) => (adherence?.[kind].share ?? 0) * (folded?.occurrences ?? 0))) /
    whole
  return { preferred: part('preferred'), accepted: part('accepted') }
}

function monthsOf(counted: Gathered['articles']): Omit<Report['months'][number], 'standing'>[] {
  const months = new Map<string, { month: string; articles: number; words: number }>()
  for (const { date, words } of counted) {
    if (date.length < 7) continue
    const month = date.slice(0, 7)
    const sum = months.get(month) ?? { month, articles: 0, words: 0 }
    sum.articles++
    sum.words += words
    months.set(month, sum)
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

function groupsOf(
  articles: Gathered['articles'],
  copies: readonly boolean[],
): Omit<Report['groups'][number], 'standing'>[] {
  const groups = new Map<string, { group: string; articles: number; copies: number; words: number }>()
  articles.forEach(({ group, words }, i) => {
    const sum = groups.get(group) ?? { group, articles: 0, copies: 0, words: 0 }
    groups.set(group, sum)
    if (copies[i]) sum.copies++
    else {
      sum.articles++
      sum.words += words
    }
  })
  return [...groups.values()].sort((a, b) => b.articles - a.articles || (a.group < b.group ? -1 : 1))
}

function add(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
