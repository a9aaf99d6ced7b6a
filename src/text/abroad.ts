/**
 * Whether a name is that of another country's body or office ("the Lao deputy premier", "the Politburo of the Vietnamese
 * party"): what zhengming knows are China's. The country stands close before or behind, or the article is about other countries.
 */
import { defineCue, placesOf } from './cues.js'
import { type Document, sentenceAt } from './document.js'
import { CAPITAL, PUNCTUATION } from './lexicon.js'
import type { Token } from './tokens.js'

const others = new Set(
  (
    'vietnam vietnamese hanoi laos lao vientiane cuba cuban korea korean dprk pyongyang soviet ussr russia russian moscow kremlin japan ' +
    'japanese tokyo india indian nepal nepalese nepali pakistan pakistani mongolia mongolian kazakhstan kazakh uzbekistan uzbek belarus ' +
    'belarusian ukraine ukrainian germany german france french britain british u.k uk italy italian spain spanish greece greek serbia ' +
    'serbian hungary hungarian poland polish singapore malaysia malaysian thailand thai cambodia cambodian myanmar indonesia indonesian ' +
    'philippines philippine australia australian canada canadian brazil brazilian mexico mexican u.s us usa america american israel ' +
    'israeli iran iranian turkey turkish egypt egyptian ethiopia kenya nigeria luxembourg ireland irish portugal portuguese romania'
  ).split(' '),
)
const home = new Set(
  "china chinese cpc ccp xi jinping beijing prc xinhua npc cppcc china's hebei shanghai taiwan kong sino".split(
    ' ',
  ),
)

const cue = defineCue(({ key, shape }) => (shape & CAPITAL) !== 0 && (others.has(key) || home.has(key)))

const nearBefore = 3
const nearBehind = 12

export function isAbroad(document: Document, first: number, last: number): boolean {
  const places = placesOf(document, cue)
  if (places.length === 0) return false
  const { tokens } = document
  const isOther = (i: number) => others.has((tokens[i] as Token).word.key)
  const sentence = sentenceAt(document, first)
  for (let i = first - 1; i >= sentence.first && i >= first - nearBefore; i--) {
    const { word } = tokens[i] as Token
    if (word.shape & PUNCTUATION || word.key === 'of' || word.key === 'by') break
    if (places.includes(i)) return isOther(i)
  }
  for (let i = last + 1; i <= sentence.last && i <= last + nearBehind; i++) {
    if (places.includes(i)) return isOther(i)
    if (!isOfPhrase(tokens[i] as Token)) break
  }
  const inside = places.filter((i) => sentence.first <= i && i <= sentence.last)
  const foreign = places.filter(isOther).length
  return (
    foreign === places.length || (inside.length > 0 && inside.every(isOther) && foreign > places.length / 2)
  )
}

/** "of the Central Committee of the Lao …" */
function isOfPhrase({ word }: Token): boolean {
  return /^(of|the|in)$/.test(word.key) || (word.shape & CAPITAL) !== 0
}
