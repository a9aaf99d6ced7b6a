/**
 * `residue/scrape`: what a scraper or a blog engine left in the text: date stamps, share buttons, comment forms, rows of
 * hashtags, image credits, reporters' and editors' lines, a site's name behind a headline. The lines themselves are
 * data, in the rule's options; a line is one between line breaks. Prose that merely speaks of such things is left alone.
 */
import { lookUp } from '../matching/lookup.js'
import type { CompiledRule } from '../rules/compiled.js'
import { defineCue, lineStarts, placesOf } from '../text/cues.js'
import { type Document, sentenceAt } from '../text/document.js'
import { LOWER, NUMBER, WORD } from '../text/lexicon.js'
import { BLOCK, NONE, type Token } from '../text/tokens.js'
import { defineCheck, type Said, type Say } from './check.js'

const hash = defineCue(({ text }) => text === '#')

export const residue = defineCheck('residue', ({ document, setup }, rules, say) => {
  for (const rule of rules) {
    tellStamp(document, rule, say)
    tellHashtags(document, rule, say)
    const told = new Set<number>()
    for (const { first, last, entries } of lookUp(document, setup.index).lists) {
      const list = entries.find((entry) => entry.rule === rule)?.list
      if (list === undefined) continue
      const line = lineAt(document, first)
      const seen =
        list === 'sites' ? siteSeen(document, line, first, last) : lineSeen(document, line, first, last, list)
      if (seen === undefined || told.has(line[0])) continue
      told.add(line[0])
      say({ rule, ...seen })
    }
  }
})

type Line = readonly [first: number, last: number]
type Seen = Omit<Said, 'rule'>

/** The tokens between two line breaks. */
function lineAt(document: Document, token: number): Line {
  const starts = lineStarts(document)
  let n = starts.length - 1
  while (n > 0 && (starts[n] as number) > token) n--
  return [starts[n] as number, (starts[n + 1] ?? document.tokens.length) - 1]
}

const longestWhole = 14
const longestOpening = 30
/** How near to the end a page's foot stands. */
const footer = 60
const note = 'left by a web page, not text'

/** A line that is nothing else, or that opens with what only such lines open with. */
function lineSeen(
  { tokens, facts }: Document,
  line: Line,
  first: number,
  last: number,
  list: string,
): Seen | undefined {
  if (list === 'inside') return { first, last, note }
  const written = ({ word }: Token) => (word.shape & (WORD | NUMBER)) !== 0
  const words = tokens.slice(line[0], line[1] + 1)
  // the tail of a wrapped line
  if ((tokens[first] as Token).word.shape & LOWER && !((tokens[line[0]] as Token).gap & BLOCK))
    return undefined
  if (list === 'closing')
    return facts?.format === 'markdown' || tokens.length - line[1] > footer
      ? undefined
      : { first, last: line[1], note }
  if (line[0] + words.findIndex(written) !== first || last > line[1]) return undefined
  const end = line[0] + words.findLastIndex(written)
  if (list === 'whole')
    return last >= end && words.length <= longestWhole ? { first, last: end, note } : undefined
  return { first, last: list === 'opening' && words.length <= longestOpening ? line[1] : last, note }
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
function siteSeen(document: Document, line: Line, first: number, last: number): Seen | undefined {
  const { tokens } = document
  const mark = tokens[first - 1]
  if (mark === undefined || last !== line[1] || first - line[0] < 4 || !sentenceAt(document, first).headline)
    return undefined
  const isGlued = mark.gap === NONE && (tokens[first] as Token).gap === NONE
  if (!/^[|_–—-]$/.test(mark.word.text) || (mark.gap === NONE && !isGlued)) return undefined
  return { first: first - 1, last, note: 'a site’s name behind the headline' }
}
