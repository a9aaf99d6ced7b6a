/**
 * One concept over a corpus: its renderings with shares and standing, the measures with and without folding, the course
 * over months, where it wavers and what it takes to make it uniform. Ambiguous and inferred occurrences are shown and not
 * measured; near copies of an article count once.
 */

import { type Edits, editsOf } from './edits.js'
import { AMBIGUOUS, HEADLINE, INFERRED, type Mentions, QUOTED, type Rendering } from './gather.js'
import { type Interval, intervalsOf } from './interval.js'
import { type Labels, labelOf } from './labels.js'
import { type Doc, type Measures, measure, type Split, splitOf, sum, totalsOf } from './measures.js'
import type { ArticleRow } from './rows.js'
import { hashOf } from './sketch.js'
import { type Course, courseOf } from './time.js'

export interface RenderingReport {
  text: string
  /** Text of what it counts as. */
  folded: string
  label: string
  usage: string
  /** No entry lists it. */
  inferred: boolean
  /** What the glossary wants in its place, where that is not the preferred form. */
  expected?: readonly string[]
  count: number
  /** Of what is measured; undefined where it is not. */
  share: number | undefined
  articles: number
}

export interface Adherence {
  share: number
  interval: Interval | undefined
}

export interface ConceptReport {
  id: string
  zh: string
  preferred: string
  /** The glossary lets its accepted renderings stand beside each other. */
  vary: boolean
  /** Not measured. */
  ambiguous: number
  inferred: number
  /** Of the measured ones. */
  headlines: number
  quoted: number
  renderings: RenderingReport[]
  /** Folded renderings, the most frequent first. */
  classes: { text: string; label: string; count: number; share: number; articles: number }[]
  adherence: { preferred: Adherence; accepted: Adherence } | undefined
  dominance: (Adherence & { text: string }) | undefined
  folded: Measures | undefined
  unfolded: Measures | undefined
  split: Split | undefined
  course: Course
  /** Measured occurrences by group and class, the largest groups first. */
  groups: { group: string; counts: number[] }[]
  edits: Edits | undefined
  occurrences: Occurrence[]
}

/** A place in its sentence; `article` is the number of the article in the report's list. */
export interface Occurrence {
  rendering: number
  article: number
  line: number
  offset: number
  sentence: string
  at: number
  length: number
  headline: boolean
  quoted: boolean
}

/** An occurrence that is measured. */
export interface Mention {
  article: number
  line: number
  offset: number
  rendering: number
  headline: boolean
  quoted: boolean
}

export interface Corpus {
  articles: readonly ArticleRow[]
  /** By number: a near copy of an earlier one. */
  copies: readonly boolean[]
  labels: Labels
}

export function conceptReport(mentions: Mentions, corpus: Corpus): ConceptReport {
  const { id, zh, preferred, vary, places } = mentions
  const measured: Mention[] = []
  const tally = mentions.renderings.map(() => ({ count: 0, articles: 0, last: -1, measured: false }))
  const count = { ambiguous: 0, inferred: 0, headlines: 0, quoted: 0 }
  places.article.forEach((article, i) => {
    if (corpus.copies[article]) return
    const flags = places.flags[i] as number
    const rendering = places.rendering[i] as number
    const own = tally[rendering] as (typeof tally)[number]
    own.count++
    if (own.last !== article) own.articles++
    own.last = article
    if (flags & INFERRED) count.inferred++
    else if (flags & AMBIGUOUS) count.ambiguous++
    else {
      own.measured = true
      if (flags & HEADLINE) count.headlines++
      if (flags & QUOTED) count.quoted++
      measured.push({
        article,
        line: places.line[i] as number,
        offset: places.offset[i] as number,
        rendering,
        headline: (flags & HEADLINE) !== 0,
        quoted: (flags & QUOTED) !== 0,
      })
    }
  })
  const texts = classTexts(mentions)
  const folded = docsOf(measured, corpus.articles, (r) => texts[r] as string)
  const unfolded = docsOf(measured, corpus.articles, String)
  const whole = measured.length
  const status = (r: number) => (mentions.renderings[r] as Rendering).status
  const isFull = (r: number) => texts[r] === preferred
  const isAccepted = (r: number) => isFull(r) || status(r) === 'preferred' || status(r) === 'admitted'
  const docs = [...folded.values()]
  const classes = classesOf(docs, mentions, texts, corpus.labels)
  const [main] = classes
  const measuredOnes = main !== undefined
  const [ofPreferred, ofAccepted, ofMain] = sharesOf(
    [...unfolded.values()],
    [isFull, isAccepted, (r) => texts[r] === main?.text],
    hashOf(id),
  ) as [Adherence, Adherence, Adherence]
  return {
    id,
    zh,
    preferred,
    vary,
    ...count,
    renderings: mentions.renderings.map(({ text, usage, ...rest }, r) => {
      const { count, articles, measured } = tally[r] as (typeof tally)[number]
      const share = measured ? count / whole : undefined
      return {
        text,
        folded: texts[r] as string,
        label: labelOf({ usage, ...rest }, corpus.labels),
        usage,
        inferred: rest.status === 'unlisted',
        ...(rest.expected.length > 0 && corpus.labels === 'judging' ? { expected: rest.expected } : {}),
        count,
        share,
        articles,
      }
    }),
    classes,
    adherence: measuredOnes ? { preferred: ofPreferred, accepted: ofAccepted } : undefined,
    dominance: main && { ...ofMain, text: main.text },
    folded: measuredOnes ? measure(docs) : undefined,
    unfolded: measuredOnes ? measure([...unfolded.values()]) : undefined,
    split: measuredOnes ? splitOf(docs) : undefined,
    course: courseOf(measured, mentions, texts, classes, corpus.articles),
    groups: groupsOf(docs, classes),
    edits: corpus.labels === 'judging' ? editsOf(measured, mentions, texts, corpus.articles) : undefined,
    occurrences: occurrencesOf(mentions, corpus),
  }
}

/** What each rendering counts as, by the most frequent spelling of it. */
function classTexts({ renderings, preferred }: Mentions): string[] {
  const best = new Map<string, { text: string; count: number }>()
  for (const { class: folded, text, spellings } of renderings) {
    const count = [...spellings.values()].reduce((a, b) => a + b, 0)
    if (count > (best.get(folded)?.count ?? 0)) best.set(folded, { text, count })
  }
  return renderings.map(({ class: folded }) =>
    folded === preferred ? preferred : (best.get(folded)?.text ?? folded),
  )
}

/** Counts by article, in the order of the articles. */
function docsOf(
  measured: readonly Mention[],
  articles: readonly ArticleRow[],
  keyOf: (rendering: number) => string,
): Map<number, Doc & { counts: Map<string, number> }> {
  const docs = new Map<number, Doc & { counts: Map<string, number> }>()
  for (const { article, rendering } of measured) {
    const key = keyOf(rendering)
    let doc = docs.get(article)
    if (doc === undefined) {
      doc = { group: (articles[article] as ArticleRow).group, first: key, counts: new Map() }
      docs.set(article, doc)
    }
    doc.counts.set(key, (doc.counts.get(key) ?? 0) + 1)
  }
  return docs
}

function classesOf(docs: readonly Doc[], { renderings }: Mentions, texts: readonly string[], labels: Labels) {
  const totals = totalsOf(docs)
  const whole = [...totals.values()].reduce((a, b) => a + b, 0)
  return [...totals]
    .map(([text, count]) => ({
      text,
      label: labelOf(renderings[texts.indexOf(text)] as Rendering, labels),
      count,
      share: count / whole,
      articles: docs.filter(({ counts }) => counts.has(text)).length,
    }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
}

const mostGroups = 30

function groupsOf(docs: readonly Doc[], classes: readonly { text: string }[]): ConceptReport['groups'] {
  const groups = new Map<string, number[]>()
  for (const { group, counts } of docs) {
    const sums = groups.get(group) ?? classes.map(() => 0)
    groups.set(group, sums)
    classes.forEach(({ text }, i) => {
      sums[i] = (sums[i] as number) + (counts.get(text) ?? 0)
    })
  }
  const size = ({ counts }: { counts: number[] }) => counts.reduce((a, b) => a + b, 0)
  return [...groups]
    .map(([group, counts]) => ({ group, counts }))
    .sort((a, b) => size(b) - size(a) || (a.group < b.group ? -1 : 1))
    .slice(0, mostGroups)
}

function occurrencesOf({ renderings }: Mentions, { copies }: Corpus): Occurrence[] {
  return renderings.flatMap(({ kept }, rendering) =>
    kept
      .all()
      .filter(({ article }) => !copies[article])
      .sort((a, b) => a.article - b.article || a.offset - b.offset)
      .map(({ article, line, offset, sentence, at, length, flags }) => ({
        rendering,
        article,
        line,
        offset,
        sentence,
        at,
        length,
        headline: (flags & HEADLINE) !== 0,
        quoted: (flags & QUOTED) !== 0,
      })),
  )
}

/** Of each kind of rendering, by their numbers, its share and interval. */
function sharesOf(
  docs: readonly Doc[],
  kinds: readonly ((r: number) => boolean)[],
  seed: number,
): Adherence[] {
  const total = ({ counts }: Doc, kind: (r: number) => boolean) => {
    let total = 0
    for (const [r, n] of counts) if (kind(Number(r))) total += n
    return total
  }
  const all = docs.map((doc) => total(doc, () => true))
  const counts = kinds.map((kind) => docs.map((doc) => total(doc, kind)))
  const intervals = intervalsOf(all, counts, seed)
  return counts.map((own, k) => ({ share: sum(own) / sum(all), interval: intervals[k] }))
}
