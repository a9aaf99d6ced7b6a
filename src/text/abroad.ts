/**
 * Whether a name is that of another country's body or office ("the Lao deputy premier", "the Politburo of the Vietnamese
 * party"): what zhengming knows are China's. The country stands close before or behind, or the article is about other countries.
 */
import { defineCue, placesOf } from './cues.js'
import { type Document, memo, sentenceAt } from './document.js'
import { CAPITAL, PUNCTUATION, type Word } from './lexicon.js'
import type { Token } from './tokens.js'

const others = new Set(
  (
    'vietnam vietnamese hanoi laos lao vientiane cuba cuban korea korean dprk pyongyang soviet soviets bolshevik bolsheviks lenin ussr russia russian moscow kremlin japan ' +
    'japanese tokyo india indian nepal nepalese nepali pakistan pakistani mongolia mongolian kazakhstan kazakh uzbekistan uzbek belarus ' +
    'belarusian ukraine ukrainian germany german france french britain british u.k uk italy italian spain spanish greece greek serbia ' +
    'serbian hungary hungarian poland polish singapore malaysia malaysian thailand thai cambodia cambodian myanmar indonesia indonesian ' +
    'philippines philippine australia australian canada canadian brazil brazilian mexico mexican u.s us usa america american israel ' +
    'israeli iran iranian turkey turkish egypt egyptian ethiopia kenya nigeria luxembourg ireland irish portugal portuguese romania'
  ).split(' '),
)
/** An article that never says China still names its leader, its bodies, its provinces and cities. */
const home = new Set(
  (
    "china chinese china's prc sino cpc ccp xi jinping xinhua npc cppcc ndrc qiushi renminbi taiwan kong macao macau anhui chongqing fujian " +
    'gansu guangdong guangxi guizhou hainan hebei heilongjiang henan hubei hunan jiangsu jiangxi jilin liaoning ningxia qinghai ' +
    'shaanxi shandong shanghai shanxi sichuan tianjin tibet xizang xinjiang yunnan zhejiang beijing changsha chengdu dalian fuzhou ' +
    'guangzhou guiyang haikou hangzhou harbin hefei hohhot jinan kunming lanzhou lhasa nanchang nanjing nanning ningbo qingdao shenyang ' +
    'shenzhen shijiazhuang suzhou taiyuan urumqi wuhan wuzhen xiamen xining xiongan yinchuan zhengzhou'
  ).split(' '),
)

const cue = defineCue(isCountry)

const nearBefore = 3
const nearBehind = 12
/** How much of a sentence is looked at on either side: one may be as long as the file. */
const reach = 80

export function isAbroad(document: Document, first: number, last: number): boolean {
  const { tokens } = document
  const { other, all } = memo(document, isAbroad, count)
  if (other === 0) return false
  const sentence = sentenceAt(document, first)
  for (let i = first - 1; i >= sentence.first && i >= first - nearBefore; i--) {
    const { word } = tokens[i] as Token
    if (word.shape & PUNCTUATION || word.key === 'of' || word.key === 'by') break
    if (isCountry(word)) return others.has(word.key)
  }
  for (let i = last + 1; i <= sentence.last && i <= last + nearBehind; i++) {
    const { word } = tokens[i] as Token
    if (isCountry(word)) return others.has(word.key)
    if (!isOfPhrase(word)) break
  }
  if (isElsewhere(document)) return true
  const around = tokens.slice(
    Math.max(sentence.first, first - reach),
    Math.min(sentence.last, last + reach) + 1,
  )
  const named = around.filter(({ word }) => isCountry(word))
  return other > all / 2 && named.length > 0 && named.every(({ word }) => others.has(word.key))
}

/** The article names other countries, and China nowhere. */
export function isElsewhere(document: Document): boolean {
  const { other, all } = memo(document, isAbroad, count)
  return other > 0 && other === all
}

/** The article names China somewhere. */
export function isHome(document: Document): boolean {
  const { other, all } = memo(document, isAbroad, count)
  return all > other
}

function count(document: Document): { other: number; all: number } {
  const places = placesOf(document, cue)
  const other = places.filter((i) => others.has((document.tokens[i] as Token).word.key)).length
  return { other, all: places.length }
}

function isCountry({ key, shape }: Word): boolean {
  return home.has(key) || ((shape & CAPITAL) !== 0 && others.has(key))
}

/** "of the Central Committee of the Lao …" */
function isOfPhrase({ key, shape }: Word): boolean {
  return /^(of|the|in)$/.test(key) || (shape & CAPITAL) !== 0
}
