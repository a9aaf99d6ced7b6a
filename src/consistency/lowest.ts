/** The `most` things of the lowest hash out of a stream of any length and order: a sample that can be drawn again. */
export interface Lowest<T> {
  /** What hashes higher is certainly not among them. */
  readonly limit: number
  add(hash: number, one: T): void
  /** The lowest first. */
  all(): T[]
}

export function lowest<T>(most: number): Lowest<T> {
  let limit = most > 0 ? Number.POSITIVE_INFINITY : -1
  const kept: { hash: number; one: T }[] = []
  const cut = () => {
    kept.sort((a, b) => a.hash - b.hash)
    kept.length = Math.min(kept.length, most)
  }
  return {
    get limit() {
      return limit
    },
    add(hash, one) {
      if (hash > limit) return
      kept.push({ hash, one })
      if (kept.length < 2 * most) return
      cut()
      limit = kept.at(-1)?.hash ?? limit
    },
    all() {
      cut()
      return kept.map(({ one }) => one)
    },
  }
}
