/** Renderings that no entry lists, inferred from the Chinese, as proposals for the entries of their concepts, the most frequent first. */
import type { CompiledConcept } from '../glossary/compiled.js'
import type { Proposal } from '../proposals/proposer.js'
import type { Report } from './report.js'

const mostPlaces = 3

export function unlistedIn(
  { concepts, articles }: Report,
  known: ReadonlyMap<string, CompiledConcept>,
): Proposal[] {
  return concepts
    .flatMap(({ id, renderings, occurrences }) =>
      renderings.flatMap(({ text, count, articles: seenIn, inferred }, i): Proposal[] => {
        const concept = known.get(id)
        if (!inferred || count === 0 || concept === undefined) return []
        const places = occurrences
          .filter(({ rendering }) => rendering === i)
          .slice(0, mostPlaces)
          .map(({ article, line, sentence }) => ({ file: articles[article]?.article ?? '', line, sentence }))
        return [
          {
            ...{ kind: 'phrase', term: text, count, articles: seenIn, score: count, places },
            ...{ zh: undefined, acronym: undefined },
            concept: { concept, because: 'a literal reading' },
          },
        ]
      }),
    )
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
}
