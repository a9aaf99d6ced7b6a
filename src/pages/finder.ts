/**
 * What the search looks through, a row for each page, in the order of the list. Refused forms are there as the words
 * that they are made of, so that "network power" finds the pattern `(network|net) (power|powers)`.
 */
import { conceptAnchor, ruleAnchor } from '../findings/page.js'
import { expand } from '../matching/pattern.js'
import type { Book, Entry, RuleEntry } from './book.js'

export interface Found {
  /** Behind the #. */
  at: string
  zh: string[]
  en: string
  /** Other English that may stand. */
  ok: string
  /** Words of what may not, and what else is said. */
  no: string
}

export interface Group {
  name: string
  own: boolean
  rows: Found[]
}

export function finderOf({ concepts, rules }: Book): Group[] {
  return [
    ...concepts.map(({ name, own, members }) => ({ name, own, rows: members.map(ofConcept) })),
    ...rules.map(({ name, own, members }) => ({ name: `Rules: ${name}`, own, rows: members.map(ofRule) })),
  ]
}

function ofConcept({ concept: c }: Entry): Found {
  const said = [...(c.admitted ?? []), ...(c.short ?? []), ...(c.attested ?? []), ...(c.superseded ?? [])]
  const fine = said.map((one) => (typeof one === 'string' ? one : one.term))
  return {
    at: conceptAnchor(c.id),
    zh: c.zh ?? [],
    en: c.preferred,
    ok: [...new Set([c.insert ?? '', ...fine.flatMap(spelt)])].join('\n'),
    no: [...Object.keys(c.deprecated ?? {}).map(words), c.id].join('\n'),
  }
}

function ofRule({ rule }: RuleEntry): Found {
  return {
    at: ruleAnchor(rule.id),
    zh: [],
    en: rule.id,
    ok: rule.summary,
    no: rule.phrases.map(({ pattern }) => words(pattern)).join('\n'),
  }
}

const most = 12

/** A form with alternatives, each written out; of one with very many, the first. */
function spelt(term: string): string[] {
  return sequencesOf(term)
    .slice(0, most)
    .map((symbols) => symbols.join(' '))
}

function words(term: string): string {
  return [...new Set(sequencesOf(term).flat())].join(' ')
}

/** What a glossary in need of mending writes is still found, as it stands. */
function sequencesOf(term: string): string[][] {
  try {
    return expand(term)
  } catch {
    return [[term]]
  }
}
