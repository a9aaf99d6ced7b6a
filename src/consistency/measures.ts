/**
 * The measures of how uniformly a corpus renders one concept, from counts n(d,r) of renderings r in articles d; N is their
 * sum, n(r) and n(d) the sums of a rendering and an article, p(r) = n(r)/N. Undefined where a measure has no case to speak of.
 * No measure says which rendering is right.
 */
export interface Doc {
  /** Article's group: outlet or folder. */
  group: string
  /** Rendering of the first occurrence. */
  first: string
  counts: ReadonlyMap<string, number>
}

export interface Measures {
  occurrences: number
  articles: number
  /** max p(r): Berger and Parker, Science 168, 1970. */
  dominance: number
  /** Σ p(r)²: Hirschman 1945, Herfindahl 1950. */
  hhi: number
  /** 1 / Σ p(r)², Hill's number of order 2: M. Hill, Ecology 54, 1973. */
  effective: number
  /** Two occurrences drawn without putting back are alike: Σ n(r)(n(r)−1) / N(N−1). Simpson, Nature 163, 1949. */
  pairwise: number | undefined
  /** The same inside articles: Σ n(d,r)(n(d,r)−1) / Σ n(d)(n(d)−1). */
  within: number | undefined
  /** The same between articles: (Σ n(r)² − Σ n(d,r)²) / (N² − Σ n(d)²). */
  between: number | undefined
  /** Of the later occurrences of an article, those rendered like its first: Σ (n(d,first) − 1) / Σ (n(d) − 1). */
  first: number | undefined
  /** Σ max over r of n(d,r) / N: purity, Manning, Raghavan and Schütze, Introduction to Information Retrieval, 16.3. */
  purity: number
}

export function measure(docs: readonly Doc[]): Measures {
  const totals = totalsOf(docs)
  const n = sum(totals.values())
  const sizes = docs.map(({ counts }) => sum(counts.values()))
  const cells = docs.flatMap(({ counts }) => [...counts.values()])
  const squares = (all: Iterable<number>) => sum([...all].map((x) => x * x))
  const hhi = squares(totals.values()) / (n * n)
  const agreement = (alike: number, all: number) => (all === 0 ? undefined : alike / all)
  return {
    occurrences: n,
    articles: docs.length,
    dominance: Math.max(...totals.values()) / n,
    hhi,
    effective: 1 / hhi,
    pairwise: agreement(squares(totals.values()) - n, n * n - n),
    within: agreement(squares(cells) - n, squares(sizes) - n),
    between: agreement(squares(totals.values()) - squares(cells), n * n - squares(sizes)),
    first: agreement(sum(docs.map(({ counts, first }) => (counts.get(first) ?? 1) - 1)), n - docs.length),
    purity: sum(docs.map(({ counts }) => Math.max(...counts.values()))) / n,
  }
}

export interface Split {
  /** Shares of the diversity; they add up to 1. All 0 where there is none. */
  articles: number
  between: number
  groups: number
}

/**
 * Where the waver is: the diversity 1 − Σ p(r)² parted into what is inside articles, between the articles of a group
 * and between groups (additive partition: R. Lande, Oikos 76, 1996), each article and group weighted by its occurrences.
 */
export function splitOf(docs: readonly Doc[]): Split {
  const groups = new Map<string, Doc[]>()
  for (const doc of docs) {
    const group = groups.get(doc.group)
    if (group) group.push(doc)
    else groups.set(doc.group, [doc])
  }
  const all = diversity(docs)
  if (all === 0) return { articles: 0, between: 0, groups: 0 }
  const n = sizeOf(docs)
  const mean = (parts: readonly (readonly Doc[])[]) =>
    sum(parts.map((part) => (sizeOf(part) / n) * diversity(part)))
  const inArticles = mean(docs.map((doc) => [doc]))
  const inGroups = mean([...groups.values()])
  return {
    articles: inArticles / all,
    between: (inGroups - inArticles) / all,
    groups: (all - inGroups) / all,
  }
}

function diversity(docs: readonly Doc[]): number {
  const totals = [...totalsOf(docs).values()]
  const n = sum(totals)
  // Counted in pairs, so that a single rendering gives 0 and no rounding.
  return (n * n - sum(totals.map((x) => x * x))) / (n * n)
}

export function totalsOf(docs: readonly Doc[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { counts } of docs) for (const [r, n] of counts) totals.set(r, (totals.get(r) ?? 0) + n)
  return totals
}

function sizeOf(docs: readonly Doc[]): number {
  return sum(docs.map(({ counts }) => sum(counts.values())))
}

export function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}
