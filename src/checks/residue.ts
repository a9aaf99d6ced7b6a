/**
 * `residue/scrape`: what a scraper or a blog engine left in the text: date stamps, share buttons, comment forms, rows of
 * hashtags, image credits, reporters' and editors' lines, a site's name behind a headline. The lines themselves are
 * data, in the rule's options; a line is one between line breaks. Prose that merely speaks of such things is left alone.
 */
import { search } from '../matching/search.js'
import { type Trie, trieBuilder } from '../matching/trie.js'
import type { CompiledRule } from '../rules/compiled.js'
import { defineCue, lineStarts, placesOf } from '../text/cues.js'
import { type Document, sentenceAt } from '../text/document.js'
import { NUMBER, STOP, WORD } from '../text/lexicon.js'
import { NONE, type Token } from '../text/tokens.js'
import { defineCheck, type Say } from './check.js'

const hash = defineCue(({ text }) => text === '#')

export const residue = defineCheck('residue', ({ document }, rules, say) => {
  for (const rule of rules) {
    const { whole, opening, sites } = triesOf(rule)
    tellStamp(document, rule, say)
    tellHashtags(document, rule, say)
    const lines = lineStarts(document)
    for (let n = 0; n < lines.length; n++) {
      const first = lines[n] as number
      const last = (lines[n + 1] ?? document.tokens.length) - 1
      if (!mayBeResidue(document.tokens, first, last, whole, opening)) {
        tellSite(document, first, last, sites, rule, say)
        continue
      }
      const line = document.tokens.slice(first, last + 1)
      const told = tellLine(first, last, line, whole, opening, rule, say)
      if (!told) tellSite(document, first, last, sites, rule, say)
    }
  }
})

interface Tries {
  whole: Trie
  opening: Trie
  sites: Trie
}

const tries = new WeakMap<CompiledRule, Tries>()

function triesOf(rule: CompiledRule): Tries {
  let made = tries.get(rule)
  if (made === undefined) {
    const of = (key: string) => {
      const builder = trieBuilder()
      for (const sequence of rule.lists[key] ?? []) builder.add(sequence.split(' '), 0)
      return builder.build()
    }
    made = { whole: of('whole'), opening: of('opening'), sites: of('sites') }
    tries.set(rule, made)
  }
  return made
}

const longestWhole = 14

/** Whether the line's first word opens any pattern: most lines end here. */
function mayBeResidue(
  tokens: readonly Token[],
  first: number,
  last: number,
  whole: Trie,
  opening: Trie,
): boolean {
  let at = first
  while (at < last && !((tokens[at] as Token).word.shape & (WORD | NUMBER))) at++
  const { word } = tokens[at] as Token
  return whole.startOf(word) !== 0 || opening.startOf(word) !== 0 || at > first
}

/** A line that is nothing else, or that opens with what only such lines open with. */
function tellLine(
  first: number,
  last: number,
  line: readonly Token[],
  whole: Trie,
  opening: Trie,
  rule: CompiledRule,
  say: Say,
): boolean {
  if (line.length <= longestWhole) {
    const found = search(line, whole).find((f) => f.first === start(line) && f.last >= contentEnd(line))
    if (found) {
      say({
        rule,
        first: first + found.first,
        last: first + contentEnd(line),
        note: 'left by a web page, not text',
      })
      return true
    }
  }
  const found = search(line, opening)
    .filter((f) => f.first === start(line))
    .sort((a, b) => b.last - a.last)[0]
  if (found === undefined) return false
  const ends = line.length <= 30 ? last : first + found.last
  say({ rule, first: first + found.first, last: ends, note: 'left by a web page, not text' })
  return true
}

function start(line: readonly Token[]): number {
  return line.findIndex((t) => t.word.shape & (WORD | NUMBER))
}

function contentEnd(line: readonly Token[]): number {
  return line.findLastIndex((t) => t.word.shape & (WORD | NUMBER))
}

/** "date 2023-09-08" before the headline. */
function tellStamp({ tokens }: Document, rule: CompiledRule, say: Say): void {
  const key = tokens[0]?.word.key
  const at =
    key === 'date' || key === 'published' || key === 'posted' || key === 'updated'
      ? tokens[1]?.word.text === ':'
        ? 2
        : 1
      : 0
  const stamp = tokens.slice(at, at + 5)
  const dated =
    /^(19|20)\d\d$/.test(stamp[0]?.word.text ?? '') &&
    stamp[1]?.word.text === '-' &&
    stamp[3]?.word.text === '-'
  if (dated && stamp.slice(1).every((t) => t.gap === NONE))
    say({ rule, first: 0, last: at + 4, note: 'a scraper’s date stamp; it belongs in the metadata' })
}

function tellHashtags(document: Document, rule: CompiledRule, say: Say): void {
  const { tokens } = document
  let end = -1
  for (const i of placesOf(document, hash)) {
    if (i < end) continue
    let last = i
    let count = 0
    while (
      tokens[last]?.word.text === '#' &&
      tokens[last + 1]?.gap === NONE &&
      (tokens[last + 1] as Token).word.shape & WORD
    ) {
      last += 2
      count++
    }
    if (count >= 2) say({ rule, first: i, last: last - 1, note: 'hashtags' })
    end = last
  }
}

/** "… | China Daily" behind a headline. */
function tellSite(
  document: Document,
  first: number,
  last: number,
  sites: Trie,
  rule: CompiledRule,
  say: Say,
): void {
  const { tokens } = document
  if (!sentenceAt(document, first).headline || last - first < 4 || (tokens[last] as Token).word.shape & STOP)
    return
  for (let i = first + 3; i < last; i++) {
    const { text } = (tokens[i] as Token).word
    if (!/^[|_–—-]$/.test(text) || ((tokens[i] as Token).gap === NONE && text !== '_')) continue
    const name = tokens.slice(i + 1, last + 1)
    if (search(name, sites).some((f) => f.first === 0))
      say({ rule, first: i, last, note: 'a site’s name behind the headline' })
  }
}
