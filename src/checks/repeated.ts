/**
 * `garble/repeated-word`: retext-repeated-words, asked only on sentences where two equal words stand side by side, and
 * `garble/repeated-run`: two to five words at once ("dares to dares to"); `garble/x-and-x`: the same words on both sides of "and". Names (Fang Fang), numbers, sounds and set phrases
 * ("again and again", "more and more", "that that") are left alone.
 */
import type { Nodes, Root, Sentence } from 'nlcst'
import retextRepeatedWords from 'retext-repeated-words'
import { VFile } from 'vfile'
import { ADJECTIVE, classesOf } from '../text/classes.js'
import { defineCue, doubledPlaces, placesOf, runsTwice } from '../text/cues.js'
import type { Document } from '../text/document.js'
import { CAPITAL, CLITIC, LOWER, PUNCTUATION, WORD } from '../text/lexicon.js'
import { BLOCK, NONE, type Token } from '../text/tokens.js'
import { type Article, defineCheck } from './check.js'

const cue = defineCue(({ key }) => key === 'and')

export const repeated = defineCheck('repeated', (article, rules, say) => {
  const doubled = rules.filter((r) => r.id === 'garble/repeated-word')
  const coupled = rules.filter((r) => r.id === 'garble/x-and-x')
  const { tokens } = article.document
  for (const i of doubledWords(article)) {
    const [one, two] = [tokens[i], tokens[i + 1]] as [Token, Token]
    const fix = { start: one.end, end: two.end, text: '', class: 'safe' as const }
    for (const rule of doubled)
      say({
        rule,
        first: i,
        last: i + 1,
        expected: [one.word.text],
        fix: isWhite(article.document, i) ? fix : undefined,
      })
  }
  const runs = rules.filter((r) => r.id === 'garble/repeated-run')
  for (const [second, length] of runsTwice(article.document))
    if (isRepeatedRun(tokens, second, length))
      for (const rule of runs)
        say({
          rule,
          first: second - length,
          last: second + length - 1,
          expected: [plainly(article.document, second, length)],
        })
  for (const and of placesOf(article.document, cue)) {
    const length = coupledWords(tokens, and)
    if (length > 0)
      for (const rule of coupled)
        say({
          rule,
          first: and - length,
          last: and + length,
          expected: [plainly(article.document, and + 1, length)],
        })
  }
})

/** Only white space between the two: a fix never takes markup out. */
function isWhite({ tokens, source }: Document, i: number): boolean {
  return source.slice((tokens[i] as Token).end, (tokens[i + 1] as Token).start).trim() === ''
}

const fine = new Set(
  (
    'ha ho la no so very bye blah knock tut yes had that do her more far long many much again really ever never ' +
    'hey aye my har heh hee woo boo yum poor bang tick beep ding'
  ).split(' '),
)

function doubledWords({ document, tree }: Article): number[] {
  const { tokens } = document
  const candidates: number[] = []
  for (const i of doubledPlaces(document)) {
    const [one, two] = [tokens[i], tokens[i + 1]] as [Token, Token]
    if (!(one.word.shape & WORD) || two.gap === NONE || two.gap & BLOCK) continue
    if (fine.has(one.word.key) || (one.word.shape & CAPITAL && two.word.shape & CAPITAL)) continue
    if (isThrice(tokens, i) || (one.word.key.length === 1 && one.word.key !== 'a')) continue
    candidates.push(i)
  }
  if (candidates.length === 0) return candidates
  const confirmed = confirm(
    tree,
    candidates.map((i) => (tokens[i] as Token).start),
  )
  return candidates.filter((i) => confirmed.has((tokens[i] as Token).start))
}

/** "Sick sick sick", said on purpose. */
function isThrice(tokens: readonly Token[], i: number): boolean {
  const { key } = (tokens[i] as Token).word
  return key.length > 3 && (tokens[i - 1]?.word.key === key || tokens[i + 2]?.word.key === key)
}

const findRepeated = retextRepeatedWords()

/** Start offsets of the repetitions that retext-repeated-words reports in the sentences around `starts`. */
function confirm(tree: Root, starts: readonly number[]): Set<number> {
  const sentences: Sentence[] = []
  collect(tree, starts, sentences)
  const root: Root = { type: 'RootNode', children: [{ type: 'ParagraphNode', children: sentences }] }
  const file = new VFile('')
  findRepeated(root, file)
  return new Set(
    file.messages.map((m) => (m.place && 'start' in m.place ? (m.place.start.offset ?? -1) : -1)),
  )
}

function collect(node: Nodes, starts: readonly number[], into: Sentence[]): void {
  const from = node.position?.start.offset ?? 0
  const to = node.position?.end.offset ?? Number.POSITIVE_INFINITY
  if (!('children' in node) || !starts.some((s) => from <= s && s < to)) return
  if (node.type === 'SentenceNode') into.push(node)
  else for (const child of node.children) collect(child as Nodes, starts, into)
}

/** Words without marks between them, not said for effect ("again and again and again", "on and on"). */
function isRepeatedRun(tokens: readonly Token[], second: number, length: number): boolean {
  const run = tokens.slice(second - length, second + length)
  if (run.some(({ gap }, i) => i > 0 && (gap === NONE || gap & BLOCK))) return false
  const words = run.slice(length).map(({ word }) => word)
  if (!words.every(({ shape }) => shape & WORD) || words.every(({ shape }) => shape & CAPITAL)) return false
  if (new Set(words.map(({ key }) => key)).size === 1 || words.every(({ key }) => key.length < 3))
    return false
  return (
    length > 2 || !words.some(({ key }) => key === 'and' || key === 'or' || key === 'by' || fine.has(key))
  )
}

function plainly({ tokens, source }: Document, second: number, length: number): string {
  return source.slice((tokens[second] as Token).start, (tokens[second + length - 1] as Token).end)
}

const pairs = new Set(
  'lots miles hours days weeks months hundreds thousands millions again more years step neck such time days times less round over through hand face side back fair square arms heart piles heaps tons dozens pages rows layers'.split(
    ' ',
  ),
)
const before = new Set(
  'the a an its their our his her this these to of by in for on with and be is are was were been being must should will can could would have has had as not'.split(
    ' ',
  ),
)
const infinitive = /^(to|will|would|can|could|may|might|shall)$/
const after = new Set('the a an its their our his her this these to of as at'.split(' '))

/** How many words on either side of an "and" are the same, and wrongly so. */
function coupledWords(tokens: readonly Token[], and: number): number {
  if (and < 2 || and + 1 >= tokens.length) return 0
  const { key } = (tokens[and - 1] as Token).word
  for (let length = 1; length <= longestCoupled; length++)
    if (
      tokens[and + length]?.word.key === key &&
      (length === 1 ? isCoupled(tokens, and - 1) : areCoupled(tokens, and, length))
    )
      return length
  return 0
}

const longestCoupled = 4
const afterRun = new Set('in on for with by from at to of as and or but'.split(' '))

/** "swiping cards and swiping cards in", where what stands around does not make them parts of something longer. */
function areCoupled(tokens: readonly Token[], and: number, length: number): boolean {
  const [prior, next] = [tokens[and - length - 1], tokens[and + length + 1]]
  if (and - length < 1 || and + length >= tokens.length || prior === undefined) return false
  for (let i = 1; i <= length; i++) {
    const [one, two] = [tokens[and - i], tokens[and + length + 1 - i]] as [Token, Token]
    if (one.word.key !== two.word.key || two.gap & BLOCK) return false
    if (i < length ? one.gap !== two.gap : two.gap === NONE) return false
    if (!(one.word.shape & WORD) && one.word.text !== '-') return false
  }
  if (prior.word.text === '-' || next?.word.text === '-' || tokens[and + 1]?.word.text === '-') return false
  const run = tokens.slice(and + 1, and + length + 1).map(({ word }) => word)
  // "the committee of the Party and the Party as a whole"
  if (before.has(run[0]?.key ?? '')) return false
  if (
    !run.every(({ shape, text }) => shape & LOWER || text === '-') ||
    !run.some(({ key }) => key.length > 3 && !pairs.has(key))
  )
    return false
  if (!before.has(prior.word.key) && !(prior.word.shape & (PUNCTUATION | CLITIC))) return false
  return (
    next === undefined ||
    (next.gap & BLOCK) !== 0 ||
    (next.word.shape & PUNCTUATION) !== 0 ||
    afterRun.has(next.word.key)
  )
}

/** "upgraded and upgraded", where what stands before and behind does not make it two compounds. */
function isCoupled(tokens: readonly Token[], i: number): boolean {
  const [one, and, two] = [tokens[i], tokens[i + 1], tokens[i + 2]] as [Token, Token, Token]
  if (one.word.key !== two.word.key || and.word.key !== 'and' || one.word.key.length < 4) return false
  if (!(one.word.shape & LOWER) || pairs.has(one.word.key) || /er$/.test(one.word.key)) return false
  if ((and.gap | two.gap) & BLOCK || and.gap === NONE || two.gap === NONE) return false
  const prior = tokens[i - 1] as Token
  const next = tokens[i + 3]
  const ends = next === undefined || (next.gap & BLOCK) !== 0 || (next.word.shape & PUNCTUATION) !== 0
  if (prior.word.text === '-' || (next?.word.text === '-' && next.gap === NONE)) return false
  if (next?.word.key === 'and' && tokens[i + 4]?.word.key === one.word.key) return false
  // "costs will rise and rise", "there are revolutions and revolutions"
  if (ends && infinitive.test(prior.word.key) && !/(ed|ing)$/.test(one.word.key)) return false
  if (/^(is|are)$/.test(prior.word.key) && tokens[i - 2]?.word.key === 'there') return false
  if (!before.has(prior.word.key) && !(prior.word.shape & (PUNCTUATION | CLITIC))) return false
  return ends || after.has(next.word.key) || (classesOf(one.word.key) === ADJECTIVE && next.gap !== NONE)
}
