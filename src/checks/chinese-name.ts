/**
 * `casing/chinese-name`: a Chinese name in lower case ("longcong village", "quanzhou city"). A word counts as a name where
 * the dictionary does not hold it, it is made of two pinyin syllables or more, and what stands behind it says so ("city",
 * "village"), or the article writes it with a capital in mid-sentence elsewhere. Borrowed nouns ("hutong") and English that looks like
 * pinyin ("since", "deeper") are left alone.
 */
import { classesOf } from '../text/classes.js'
import { defineCue, placesOf } from '../text/cues.js'
import type { Document } from '../text/document.js'
import { CAPITAL, LOWER, type Word } from '../text/lexicon.js'
import { isLongPinyin } from '../text/pinyin.js'
import { NONE, type Token } from '../text/tokens.js'
import { defineCheck } from './check.js'
import { isLower, next, words } from './looks.js'

const places = words(
  'city county district village town township province municipal prefecture municipality avenue road street',
)
const borrowed = words(
  'hutong hanfu baijiu guzheng erhu pipa qipao jiaozi baozi mahjong weibo weixin renminbi pinyin wushu qigong taiji hukou guanxi danwei siheyuan xiangqi guqin huangjiu suona dizi kuaiban zongzi tangyuan mantou youtiao',
)
/** English that the dictionary does not hold and that could be pinyin; comparatives besides. */
const english = words(
  'since during among anyone beside besides login emoji runtime timezone codebase makefile basename debian ninja mocha rebase rebasing dedupe sedan manga pagan',
)

const lower = defineCue((word) => (word.shape & LOWER) !== 0 && isName(word))
const capital = defineCue((word) => (word.shape & CAPITAL) !== 0 && isName(word))

export const chineseName = defineCheck('chinese-name', ({ document }, rules, say) => {
  let written: Set<string> | undefined
  for (const i of placesOf(document, lower)) {
    const { word, gap } = document.tokens[i] as Token
    if (gap === NONE) continue
    const after = next(document, i)
    written ??= writtenLarge(document)
    if (!(isLower(after) && places.has(after.word.key)) && !written.has(word.key)) continue
    const expected = [(word.text[0] ?? '').toUpperCase() + word.text.slice(1)]
    for (const rule of rules) say({ rule, first: i, last: i, expected, note: 'a name' })
  }
})

function isName({ key }: Word): boolean {
  if (key.length < 5 || key.endsWith('er') || !isLongPinyin(key)) return false
  return !borrowed.has(key) && !english.has(key) && classesOf(key) === 0
}

/** What stands with a capital behind a word in lower case. */
function writtenLarge(document: Document): Set<string> {
  const found = new Set<string>()
  for (const i of placesOf(document, capital))
    if (isLower(document.tokens[i - 1])) found.add((document.tokens[i] as Token).word.key)
  return found
}
