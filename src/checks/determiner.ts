/**
 * `garble/determiner`: two determiners that clash ("the its"), an article before a country's possessive ("the China's"),
 * a country for its adjective ("the China nation"). "her" and "his" may be objects ("gave her the book") and open nothing.
 */
import type { CompiledRule } from '../rules/compiled.js'
import { defineCue, definePair, pairPlaces, placesOf } from '../text/cues.js'
import type { Document } from '../text/document.js'
import { CLITIC, LOWER, WORD } from '../text/lexicon.js'
import { BLOCK, BREAK, NONE, type Token } from '../text/tokens.js'
import { defineCheck, type Say } from './check.js'

const opening = words('the a an my your its our their every')
const closing = words('the a an my your his her its our their this that these those every each some any')
const articles = words('the a an')
const countries: Record<string, string> = {
  china: 'Chinese',
  japan: 'Japanese',
  russia: 'Russian',
  india: 'Indian',
  america: 'American',
  germany: 'German',
  korea: 'Korean',
  vietnam: 'Vietnamese',
}
const adjectival = words(
  'nation people peoples nationality civilization culture citizens leadership modernization characteristics spirit wisdom government army',
)
const onlyChina = words('government army')

const clash = definePair(
  ({ key }) => opening.has(key),
  ({ key, shape }) => closing.has(key) && (shape & LOWER) !== 0,
)
const country = defineCue(({ key }) => key in countries)

function words(list: string): Set<string> {
  return new Set(list.split(' '))
}

export const determiner = defineCheck('determiner', ({ document }, rules, say) => {
  const { tokens } = document
  for (const i of pairPlaces(document, clash)) if (clashes(tokens, i)) tellClash(document, i, rules, say)
  for (const i of placesOf(document, country)) {
    if (tokens[i - 1]?.word.key === 'the' && isPossessiveCountry(tokens, i - 1))
      tellPossessive(document, i - 1, rules, say)
    else if (isAdjectival(tokens, i)) tellCountry(document, i, rules, say)
  }
})

function clashes(tokens: readonly Token[], i: number): boolean {
  const [one, two] = [tokens[i], tokens[i + 1]] as [Token, Token]
  if (two.gap & BLOCK || two.gap === NONE) return false
  if (one.word.key === two.word.key || one.word.text === 'A') return false
  if ((two.word.key === 'her' || two.word.key === 'his') && one.word.key === 'every') return false
  // "attend to your every need"
  if (two.word.key === 'every' && !articles.has(one.word.key)) return false
  // "an A to Z", "the a cappella", "the the" (a band) and letters as names
  const next = tokens[i + 2]
  if (two.word.key === 'a' && /^(la|priori|posteriori|cappella|fortiori)$/.test(next?.word.key ?? ''))
    return false
  return tokens[i - 1]?.word.text !== '-' && next !== undefined && (next.word.shape & WORD) !== 0
}

function isPossessiveCountry(tokens: readonly Token[], i: number): boolean {
  const [country, clitic, next] = [tokens[i + 1], tokens[i + 2], tokens[i + 3]]
  if (!country || !(country.word.key in countries) || !clitic || !(clitic.word.shape & CLITIC)) return false
  return next !== undefined && (next.word.shape & LOWER) !== 0 && !(next.gap & BLOCK)
}

function isAdjectival(tokens: readonly Token[], i: number): boolean {
  const [before, country, noun] = [tokens[i - 1], tokens[i], tokens[i + 1]] as [
    Token | undefined,
    Token,
    Token | undefined,
  ]
  if (!noun || !adjectival.has(noun.word.key) || !(noun.word.shape & LOWER) || noun.gap & (BLOCK | BREAK))
    return false
  if (country.word.text[0] === country.word.text[0]?.toLowerCase()) return false
  if (onlyChina.has(noun.word.key) && country.word.key !== 'china') return false
  return (
    before !== undefined &&
    !/^\p{Lu}/u.test(before.word.text.replace(/^(The|In|Of)$/, '')) &&
    before.word.text !== '-'
  )
}

function tellClash({ tokens }: Document, i: number, rules: readonly CompiledRule[], say: Say): void {
  const [one, two] = [tokens[i], tokens[i + 1]] as [Token, Token]
  const bothArticles = articles.has(one.word.key) && articles.has(two.word.key)
  const keep = bothArticles ? [one, two] : articles.has(two.word.key) ? [one] : [two]
  for (const rule of rules)
    say({
      rule,
      first: i,
      last: i + 1,
      expected: keep.map((t) => t.word.text.toLowerCase()),
      note: 'two determiners clash',
    })
}

function tellPossessive(
  { tokens, source }: Document,
  i: number,
  rules: readonly CompiledRule[],
  say: Say,
): void {
  const [country, clitic] = [tokens[i + 1], tokens[i + 2]] as [Token, Token]
  const owner = source.slice(country.start, clitic.end)
  for (const rule of rules)
    say({ rule, first: i, last: i + 2, expected: [owner], note: 'no article before a country’s possessive' })
}

function tellCountry({ tokens }: Document, i: number, rules: readonly CompiledRule[], say: Say): void {
  const [country, noun] = [tokens[i], tokens[i + 1]] as [Token, Token]
  const expected = `${countries[country.word.key]} ${noun.word.text}`
  const fix = {
    start: country.start,
    end: country.end,
    text: countries[country.word.key] as string,
    class: 'suggested' as const,
  }
  for (const rule of rules)
    say({
      rule,
      first: i,
      last: i + 1,
      expected: [expected],
      note: 'the country’s name where its adjective belongs',
      fix,
    })
}
