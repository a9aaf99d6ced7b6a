/**
 * 95 % intervals of shares. Mentions in one article are not independent, so articles are drawn, with all their mentions
 * (percentile bootstrap over clusters: B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13; A. Davison and
 * D. Hinkley, Bootstrap Methods and their Application, 1997, 3.8). Seeded: the same rows give the same interval. Where every
 * article agrees no draw can differ; the interval is then Clopper and Pearson's for that many articles (Biometrika 26, 1934). One article gives none.
 */
export type Interval = [low: number, high: number]

/** Of what was counted in an article, how much was of the kind. */
export interface Share {
  kind: number
  all: number
}

const rounds = 1000
const fewestRounds = 200
/** Of draws: large corpora need fewer rounds. */
const budget = 2_000_000
const beside = 0.025

export function intervalOf(articles: readonly Share[], seed: number): Interval | undefined {
  if (articles.length < 2) return undefined
  const alike = (value: (one: Share) => boolean) => articles.every(value)
  const edge = beside ** (1 / articles.length)
  if (alike(({ kind, all }) => kind === all)) return [edge, 1]
  if (alike(({ kind }) => kind === 0)) return [0, 1 - edge]
  const count = Math.max(fewestRounds, Math.min(rounds, Math.floor(budget / articles.length)))
  const random = generator(seed)
  const shares: number[] = []
  for (let round = 0; round < count; round++) {
    let kind = 0
    let all = 0
    for (let i = 0; i < articles.length; i++) {
      const one = articles[Math.floor(random() * articles.length)] as Share
      kind += one.kind
      all += one.all
    }
    shares.push(kind / all)
  }
  shares.sort((a, b) => a - b)
  const at = (part: number) =>
    shares[Math.min(count - 1, Math.max(0, Math.round(part * count) - 1))] as number
  return [at(beside), at(1 - beside)]
}

/** Mulberry32: a small generator with a known sequence. */
export function generator(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
