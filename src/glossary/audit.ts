/**
 * How a glossary fares on text that is right by definition: Chinese–English pairs. For each concept, in how many pairs its
 * Chinese stands (longest match), in how many of these an accepted form stands in the English, and how often the linter
 * would have flagged that English. Adherence is between 0 and 1; flags are counted per 1,000 words.
 */
import { lookUp } from '../matching/lookup.js'
import type { Setup } from '../setup.js'
import type { Document } from '../text/document.js'
import { WORD } from '../text/lexicon.js'
import type { CompiledConcept } from './compiled.js'

export interface AuditRow {
  concept: string
  zh: string
  preferred: string
  /** Pairs in which the Chinese stands. */
  occurrences: number
  /** Of these, pairs in which an accepted form stands in the English. */
  accepted: number
  /** English sides in which none does; at most a few. */
  without: string[]
}

export interface Audit {
  concepts: AuditRow[]
  occurrences: number
  adherence: number
  words: number
  flags: number
  flagsPer1000Words: number
}

export interface Auditor {
  /** One pair: its Chinese, its English as a document, and how many term findings the English got. */
  add(zh: string, english: Document, flags: number): void
  result(): Audit
}

const mostSamples = 3
const accepted = new Set(['preferred', 'admitted', 'attested', 'superseded'])

export function auditor(setup: Setup): Auditor {
  const find = chineseFinder([...setup.concepts.values()])
  const rows = new Map<CompiledConcept, AuditRow>()
  let words = 0
  let flagged = 0

  function rowOf(concept: CompiledConcept): AuditRow {
    let row = rows.get(concept)
    if (row === undefined) {
      const zh = [...concept.zh].sort((a, b) => a.length - b.length)[0] ?? ''
      row = {
        concept: concept.id,
        zh,
        preferred: concept.preferred,
        occurrences: 0,
        accepted: 0,
        without: [],
      }
      rows.set(concept, row)
    }
    return row
  }

  return {
    add(zh, english, flags) {
      words += english.tokens.filter((t) => t.word.shape & WORD).length
      flagged += flags
      const there = acceptedIn(english, setup)
      for (const concept of find(zh)) {
        const row = rowOf(concept)
        row.occurrences++
        if (there.has(concept)) row.accepted++
        else if (row.without.length < mostSamples) row.without.push(english.source)
      }
    },
    result() {
      const concepts = [...rows.values()].sort((a, b) => b.occurrences - a.occurrences)
      const occurrences = concepts.reduce((n, row) => n + row.occurrences, 0)
      const right = concepts.reduce((n, row) => n + row.accepted, 0)
      return {
        concepts,
        occurrences,
        adherence: occurrences === 0 ? 1 : right / occurrences,
        words,
        flags: flagged,
        flagsPer1000Words: words === 0 ? 0 : (1000 * flagged) / words,
      }
    },
  }
}

/** Every concept of which an accepted form stands in the text, inside a longer one or not. */
function acceptedIn(document: Document, setup: Setup): Set<CompiledConcept> {
  const there = new Set<CompiledConcept>()
  for (const { entries } of lookUp(document, setup.index).forms)
    for (const { form } of entries) if (form.byHouse || accepted.has(form.status)) there.add(form.concept)
  return there
}

/** The concepts whose Chinese stands in a text as words of their own (党组 does not stand in 党组织): longest match, from the left. */
function chineseFinder(concepts: readonly CompiledConcept[]): (zh: string) => Set<CompiledConcept> {
  const byChinese = new Map<string, CompiledConcept[]>()
  for (const concept of concepts)
    for (const zh of concept.zh) byChinese.set(zh, [...(byChinese.get(zh) ?? []), concept])
  const longest = Math.max(0, ...[...byChinese.keys()].map((zh) => zh.length))
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return (text) => {
    const found = new Set<CompiledConcept>()
    const edges = [...[...segmenter.segment(text)].map(({ index }) => index), text.length]
    let end = 0
    edges.forEach((at, i) => {
      if (at < end) return
      const ends = edges
        .slice(i + 1)
        .filter((edge) => edge - at <= longest && byChinese.has(text.slice(at, edge)))
      end = ends.at(-1) ?? at
      for (const concept of byChinese.get(text.slice(at, end)) ?? []) found.add(concept)
    })
    return found
  }
}
