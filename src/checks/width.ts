/**
 * `punctuation/width`: full-width and Chinese punctuation, ideographic and zero-width spaces; `residue/chinese`: Chinese
 * characters left in an English sentence. Chinese given as a gloss in brackets or quotation marks or behind a
 * name, and text that is Chinese or Japanese throughout, are left alone.
 */
import { classesOf } from '../text/classes.js'
import { type Document, sentenceAt } from '../text/document.js'
import { CAPITAL, HAN, INVISIBLE, WIDE, WORD } from '../text/lexicon.js'
import type { Sentence } from '../text/sentences.js'
import { ODD, type Token } from '../text/tokens.js'
import { defineCheck, type Said } from './check.js'

const latin: Record<string, string> = {
  '，': ',',
  '。': '.',
  '、': ',',
  '；': ';',
  '：': ':',
  '？': '?',
  '！': '!',
  '（': '(',
  '）': ')',
  '【': '[',
  '】': ']',
  '「': '“',
  '」': '”',
  '《': '“',
  '》': '”',
}

export const width = defineCheck('width', ({ document }, rules, say) => {
  const { tokens } = document
  const marks = rules.filter((r) => r.id === 'punctuation/width')
  const chinese = rules.filter((r) => r.id === 'residue/chinese')
  for (let i = 0; i < tokens.length; i++) {
    const { word, gap } = tokens[i] as Token
    if (gap & ODD) for (const seen of oddSpace(document, i)) for (const rule of marks) say({ rule, ...seen })
    if (!(word.shape & (WIDE | INVISIBLE | HAN))) continue
    if (!(word.shape & INVISIBLE) && isForeign(document, i)) continue
    if (word.shape & HAN) {
      const last = runEnd(tokens, i)
      if (isStray(document, i, last)) for (const rule of chinese) say({ rule, first: i, last })
      i = last
    } else if (
      word.shape & INVISIBLE
        ? !/\p{Extended_Pictographic}/u.test(around(document, i))
        : !isInChinese(tokens, i)
    )
      for (const rule of marks) say({ rule, ...markSeen(document, i) })
  }
})

type Seen = Omit<Said, 'rule'>

/** A token and the characters beside it: what joins two emoji stands between them. */
function around({ tokens, source }: Document, i: number): string {
  const { start, end } = tokens[i] as Token
  return source.slice(Math.max(0, start - 4), end + 4)
}

function markSeen({ tokens }: Document, i: number): Seen {
  const { start, end, word } = tokens[i] as Token
  if (word.shape & INVISIBLE) {
    const text = word.text.replace(/[\u200B-\u200D\u2060\uFEFF\u00AD]/g, '')
    return {
      first: i,
      last: i,
      actual: visible(word.text),
      expected: [text],
      fix: { start, end, text, class: 'safe' },
      note: 'a character that cannot be seen',
    }
  }
  const text = latin[word.text]
  if (text === undefined) return { first: i, last: i, note: 'Chinese punctuation in English' }
  const spaced =
    /[,.;:?!]/.test(text) && tokens[i + 1]?.gap === 0 && (tokens[i + 1] as Token).word.shape & WORD
      ? `${text} `
      : text
  return {
    first: i,
    last: i,
    expected: [text],
    fix: { start, end, text: spaced, class: 'suggested' },
    note: 'Chinese punctuation in English',
  }
}

/** Ideographic and zero-width spaces between tokens; a no-break space is fine. */
function oddSpace({ tokens, source }: Document, i: number): Seen[] {
  const start = i > 0 ? (tokens[i - 1] as Token).end : 0
  const gap = source.slice(start, (tokens[i] as Token).start)
  if (/\p{Extended_Pictographic}/u.test(gap)) return []
  return [...gap.matchAll(/\u3000+|[\u200B-\u200D\u2060\uFEFF]+/g)].map((m): Seen => {
    const text = m[0][0] === '\u3000' && m[0].length === gap.length ? ' ' : ''
    const range = { start: start + m.index, end: start + m.index + m[0].length }
    return {
      first: i,
      last: i,
      range,
      actual: visible(m[0]),
      expected: [],
      fix: { ...range, text, class: text ? 'suggested' : 'safe' },
      note: 'white space that English text does not use',
    }
  })
}

function visible(text: string): string {
  return text.replace(
    /[\u200B-\u200D\u2060\uFEFF\u00AD\u3000]/g,
    (c) => `U+${c.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
  )
}

/** The last token of a stretch of Chinese, its inner punctuation and figures included. */
function runEnd(tokens: readonly Token[], i: number): number {
  let last = i
  for (let j = i + 1; j < tokens.length; j++) {
    const { shape } = (tokens[j] as Token).word
    if (shape & HAN) last = j
    else if (shape & WORD || j - last > 2) break
  }
  return last
}

function isInChinese(tokens: readonly Token[], i: number): boolean {
  return ((tokens[i - 1]?.word.shape ?? 0) & HAN) !== 0 || ((tokens[i + 1]?.word.shape ?? 0) & HAN) !== 0
}

/** A sentence with kana or Hangul, or with more Chinese than English: no English with something left in it. */
function isForeign({ source, tokens }: Document, i: number): boolean {
  const { start, end } = tokens[i] as Token
  const text = source.slice(Math.max(0, start - neighbourhood), end + neighbourhood)
  if (/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(text)) return true
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return han > 8 && han > (text.match(/\p{Script=Latin}+/gu)?.length ?? 0)
}

/** UTF-16 units on either side: a sentence may be as long as the file. */
const neighbourhood = 100

const brackets = /^[([（【“"‘'「《/:：]$/

function isStray(document: Document, first: number, last: number): boolean {
  const { tokens } = document
  if (brackets.test(tokens[first - 1]?.word.text ?? '') || isBracketed(tokens, first)) return false
  // behind a name: Ren Zhengfei 任正非
  if (!isParticle(tokens, first, last) && isBehindName(tokens, first, sentenceAt(document, first).first))
    return false
  // a row of languages: English | 中文 | …
  if (/^[|·•]$/.test(tokens[first - 1]?.word.text ?? '') || /^[|·•]$/.test(tokens[last + 1]?.word.text ?? ''))
    return false
  return last - first < mostHan && isEnglish(document, sentenceAt(document, first))
}

/** No gloss of a name. */
function isParticle(tokens: readonly Token[], first: number, last: number): boolean {
  return first === last && /^[的了和与及在是对将被把也就之]$/u.test((tokens[first] as Token).word.text)
}

const mostHan = 40
const leastEnglish = 4

function isEnglish({ tokens }: Document, sentence: Sentence): boolean {
  let english = 0
  for (let i = sentence.first; i <= sentence.last && english < leastEnglish; i++)
    if ((tokens[i] as Token).word.shape & WORD) english++
  return english === leastEnglish
}

/** A word in capitals before it, which is no common word and opens no sentence; or several in a row. */
function isBehindName(tokens: readonly Token[], at: number, start: number): boolean {
  const before = tokens[at - 1]
  if (at - 1 <= start || before === undefined || !(before.word.shape & CAPITAL)) return false
  return classesOf(before.word.key) === 0 || ((tokens[at - 2]?.word.shape ?? 0) & CAPITAL) !== 0
}

function isBracketed(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - 25; i--) {
    const { text } = (tokens[i] as Token).word
    if (/^[)\]）]$/.test(text)) return false
    if (/^[([（]$/.test(text)) return true
  }
  return false
}
