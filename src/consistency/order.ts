/**
 * What was gathered in one order, whatever order the shards came in: articles by name, places by article and offset,
 * renderings by their first place. Sums, draws and files then come out the same to the last digit.
 */
import type { Gathered, Kept, Mentions, Rendering } from './gather.js'

export function ordered({ runs, articles, concepts }: Gathered): Gathered {
  const byName = [...articles.keys()].sort((a, b) =>
    order(articles[a]?.article ?? '', articles[b]?.article ?? ''),
  )
  const numbers = new Int32Array(articles.length)
  byName.forEach((old, now) => {
    numbers[old] = now
  })
  const sorted = [...concepts.values()].sort((a, b) => order(a.id, b.id))
  return {
    runs,
    articles: byName.map((old) => articles[old] as Gathered['articles'][number]),
    concepts: new Map(sorted.map((one) => [one.id, placesOf(one, numbers)])),
  }
}

function placesOf(mentions: Mentions, numbers: Int32Array): Mentions {
  const { places, renderings } = mentions
  const at = (list: Uint32Array | Uint8Array, i: number) => list[i] as number
  const article = places.article.map((old) => numbers[old] as number)
  const sorted = Uint32Array.from(article.keys()).sort(
    (a, b) => at(article, a) - at(article, b) || at(places.offset, a) - at(places.offset, b),
  )
  const seen = new Map<number, number>()
  for (const i of sorted) {
    const old = at(places.rendering, i)
    if (!seen.has(old)) seen.set(old, seen.size)
  }
  return {
    ...mentions,
    places: {
      article: sorted.map((i) => at(article, i)),
      offset: sorted.map((i) => at(places.offset, i)),
      line: sorted.map((i) => at(places.line, i)),
      rendering: sorted.map((i) => seen.get(at(places.rendering, i)) as number),
      flags: Uint8Array.from(sorted, (i) => at(places.flags, i)),
    },
    renderings: [...seen.keys()].map((old) => renumbered(renderings[old] as Rendering, numbers)),
  }
}

function renumbered(rendering: Rendering, numbers: Int32Array): Rendering {
  const now = (one: Kept): Kept => ({ ...one, article: numbers[one.article] as number })
  const kept = rendering.kept
  return { ...rendering, kept: { ...kept, all: () => kept.all().map(now) } }
}

/** By letters alone, the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
