/**
 * 95 % intervals of shares. Mentions in one article are not independent, so articles are drawn, with all their mentions
 * (percentile bootstrap over clusters: B. Efron and R. Tibshirani, An Introduction to the Bootstrap, 1993, ch. 13; A. Davison and
 * D. Hinkley, Bootstrap Methods and their Application, 1997, 3.8). Seeded: the same rows give the same interval. Where every
 * article agrees no draw can differ; the interval is then Clopper and Pearson's for that many articles (Biometrika 26, 1934). One article gives none.
 */
export type Interval = [low: number, high: number]

const rounds = 1000
const fewestRounds = 200
/** Of draws: large corpora need fewer rounds. */
const budget = 2_000_000
const beside = 0.025

/**
 * Of each kind, from what every article has of it and of all kinds. One draw of articles serves every kind.
 */
export function intervalsOf(
  all: readonly number[],
  kinds: readonly (readonly number[])[],
  seed: number,
): (Interval | undefined)[] {
  if (all.length < 2) return kinds.map(() => undefined)
  const known = kinds.map((kind) => uniform(all, kind))
  if (known.every((one) => one !== undefined)) return known
  const shares = drawn(all, kinds, seed)
  return known.map((one, k) => one ?? percentiles(shares[k] as Float64Array))
}

/** Where every article agrees. */
function uniform(all: readonly number[], kind: readonly number[]): Interval | undefined {
  const edge = beside ** (1 / all.length)
  if (kind.every((n, i) => n === all[i])) return [edge, 1]
  if (kind.every((n) => n === 0)) return [0, 1 - edge]
  return undefined
}

/** The share of each kind in each round. */
function drawn(all: readonly number[], kinds: readonly (readonly number[])[], seed: number): Float64Array[] {
  const count = Math.max(fewestRounds, Math.min(rounds, Math.floor(budget / all.length)))
  const random = generator(seed)
  const width = kinds.length + 1
  const cells = new Float64Array(width * all.length)
  for (const [k, column] of [...kinds, all].entries())
    for (const [i, n] of column.entries()) cells[width * i + k] = n
  const shares = kinds.map(() => new Float64Array(count))
  const sums = new Float64Array(width)
  for (let round = 0; round < count; round++) {
    sums.fill(0)
    for (let i = 0; i < all.length; i++) {
      const at = width * Math.floor(random() * all.length)
      for (let k = 0; k < width; k++) sums[k] = (sums[k] as number) + (cells[at + k] as number)
    }
    for (const [k, column] of shares.entries())
      column[round] = (sums[k] as number) / (sums[width - 1] as number)
  }
  return shares
}

function percentiles(shares: Float64Array): Interval {
  shares.sort()
  const at = (part: number) =>
    shares[Math.min(shares.length - 1, Math.max(0, Math.round(part * shares.length) - 1))] as number
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
