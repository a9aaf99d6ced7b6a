/**
 * The `most` things of the lowest hash out of a stream of any length and order: a sample that can be drawn again. Of a
 * sample of more the lowest are the sample of fewer, so that it may shrink on the way.
 */
export interface Lowest<T> {
  /** What hashes higher is certainly not among them. */
  readonly limit: number
  add(hash: number, one: T): void
  shrink(most: number): void
  /** The lowest first. */
  all(): T[]
}

export function lowest<T>(most: number): Lowest<T> {
  let room = most
  let limit = most > 0 ? Number.POSITIVE_INFINITY : -1
  const kept: { hash: number; one: T }[] = []
  const cut = () => {
    kept.sort((a, b) => a.hash - b.hash)
    if (kept.length < room) return
    kept.length = room
    limit = kept.at(-1)?.hash ?? limit
  }
  return {
    get limit() {
      return limit
    },
    add(hash, one) {
      if (hash > limit) return
      kept.push({ hash, one })
      if (kept.length >= 2 * room) cut()
    },
    shrink(fewer) {
      room = Math.min(room, fewer)
      cut()
    },
    all() {
      cut()
      return kept.map(({ one }) => one)
    },
  }
}
