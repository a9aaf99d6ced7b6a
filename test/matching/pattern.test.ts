import { describe, expect, it } from 'vitest'
import { expand, isLiteral, PatternError } from '../../src/matching/pattern.js'

const all = (pattern: string) => expand(pattern).map((s) => s.join(' '))

describe('expand', () => {
  it.each([
    ['Central Network Information Office', ['central network information office']],
    ['(Network|Internet) Office', ['network office', 'internet office']],
    ['Office [of China]', ['office of china', 'office']],
    ['[the|a] Office', ['the office', 'a office', 'office']],
    [
      'Central [(Network|Net) [and]] Office',
      [
        'central network and office',
        'central network office',
        'central net and office',
        'central net office',
        'central office',
      ],
    ],
    ['lay~ bare', ['lay bare', 'lays bare', 'laid bare', 'laying bare']],
    ['{number} CPC {name} Committee', ['{number} cpc {name} committee']],
    ['\\(Xinhua\\)', ['( xinhua )']],
    ["Xi Jinping's Thought", ["xi jinping 's thought"]],
    ['Xi Jinping’s Thought', ["xi jinping 's thought"]],
    ["don't", ["don't"]],
    ['self-reliance', ['self reliance']],
    ['loyalty, integrity[,] and', ['loyalty , integrity , and', 'loyalty , integrity and']],
    ['U.S. dollar', ['u.s. dollar']],
    ['19th Congress', ['19th congress']],
    ['a|b', ['a', 'b']],
    ['(a|a) b', ['a b']],
  ])('%s', (pattern, sequences) => {
    // a bare | at the top is a bracket that was forgotten
    if (pattern === 'a|b') expect(() => all(pattern)).toThrow(PatternError)
    else expect(all(pattern)).toEqual(sequences)
  })

  it.each([
    ['(Network', 'missing ")" in "(Network"'],
    ['Office [of', 'missing "]" in "Office [of"'],
    ['Office] of', '"]" has no opening bracket in "Office] of"'],
    ['Office) of', '")" has no opening bracket in "Office) of"'],
    ['(Network]', 'missing ")" in "(Network]"'],
    ['[Office]', '"[Office]" can stand for nothing at all'],
    ['', '"" can stand for nothing at all'],
    ['{words} office', '"{words} office" needs a word before and behind its open places'],
    ['office {words}', '"office {words}" needs a word before and behind its open places'],
    ['the {place} Office', 'unknown slot {place} in "the {place} Office"'],
  ])('%s is refused', (pattern, message) => {
    expect(() => expand(pattern)).toThrow(new PatternError(message))
  })

  it('refuses a pattern that explodes', () => {
    expect(() => expand('(a|b|c|d|e|f|g) '.repeat(6))).toThrow(/stands for more than 5000 sequences/)
  })
})

it('isLiteral', () => {
  expect(['Party building', "China's voice", 'R&D'].every(isLiteral)).toBe(true)
  expect(['(a|b)', 'a [b]', 'lay~', '{name} City'].some(isLiteral)).toBe(false)
})
