import { describe, expect, it } from 'vitest'
import { expand } from '../../src/matching/pattern.js'
import { longest, search } from '../../src/matching/search.js'
import { trieBuilder } from '../../src/matching/trie.js'
import { documentFrom } from '../text/tree.js'

function found(patterns: string[], text: string) {
  const builder = trieBuilder(1)
  patterns.forEach((pattern, i) => {
    for (const sequence of expand(pattern)) builder.add(sequence, i)
  })
  const { tokens, source } = documentFrom(text)
  const slice = (first: number, last: number) => source.slice(tokens[first]?.start, tokens[last]?.end)
  return search(tokens, builder.build()).map((hit) => ({
    ...hit,
    text: slice(hit.first, hit.last),
    slotTexts: hit.slots.map(([a, b]) => slice(a, b)),
  }))
}

const texts = (patterns: string[], text: string) => longest(found(patterns, text)).map((hit) => hit.text)

describe('search', () => {
  it.each([
    ['in any capitals', 'the central NETWORK Office'],
    ['over a line wrap', 'the Central\nNetwork Office'],
    ['over a CRLF wrap', 'the Central\r\n  Network Office'],
    ['with no-break spaces', 'the Central\u00a0Network\u00a0Office'],
    ['with hyphens', 'the Central-Network Office'],
    ['with no-break hyphens', 'the Central‑Network‑Office'],
    ['in a possessive', 'the Central Network Office’s'],
    ['before a stop', 'the Central Network Office.'],
    ['in quotation marks', 'the “Central Network Office”'],
    ['with what cannot be seen', 'the Central Net\u200bwork Office'],
  ])('finds a name %s', (_, text) => {
    expect(texts(['Central Network Office'], text)).toHaveLength(1)
  })

  it.each([
    ['across a block', 'the Central\n\nNetwork Office'],
    ['across a comma', 'the Central, Network Office'],
    ['across a stop', 'the Central. Network Office'],
    ['inside a word', 'the Central Network Officer'],
    ['across a free hyphen', 'the Central - Network Office'],
    ['cut short', 'the Central Network'],
  ])('leaves alone what stands %s', (_, text) => {
    expect(texts(['Central Network Office'], text)).toEqual([])
  })

  it('keeps the longest, and overlaps apart', () => {
    const names = ['Cyberspace Administration', 'Cyberspace Administration of China', 'China Daily']
    expect(texts(names, 'Cyberspace Administration of China Daily, Cyberspace Administration')).toEqual([
      'Cyberspace Administration of China',
      'Cyberspace Administration',
    ])
    expect(found(names, 'Cyberspace Administration of China Daily').map((hit) => hit.text)).toEqual([
      'Cyberspace Administration',
      'Cyberspace Administration of China',
      'China Daily',
    ])
  })

  it('gives all that end at one place', () => {
    expect(found(['a b', 'a [x] b'], 'a b').map((hit) => hit.payloads)).toEqual([[0, 1]])
  })

  it.each([
    ['CPC {name} Committee', 'the CPC Hebei Committee met', ['Hebei']],
    ['CPC {name} Committee', 'the CPC Inner Mongolia Committee met', ['Inner Mongolia']],
    ['{name} Province Committee', 'The Hebei Province Committee met', ['Hebei']],
    ['{name} Province Committee', 'In Hebei Province Committee rooms', ['Hebei']],
    ['the {number} Congress', 'the 20th Congress', ['20th']],
    ['{number} Congress', 'the Twentieth Congress', ['Twentieth']],
    ['{number} fronts', 'on 6 fronts', ['6']],
    ['over {number} fronts', 'over 3,000 fronts', ['3,000']],
    ['{number} fronts', 'on six fronts', ['six']],
    ['{number} {name} Games', 'the 19th Asian Games', ['19th', 'Asian']],
  ])('%s in %s', (pattern, text, slots) => {
    expect(longest(found([pattern], text)).map((hit) => hit.slotTexts)).toEqual([slots])
  })

  it.each([
    ['CPC {name} Committee', 'the CPC local Committee'],
    ['CPC {name} Committee', 'the CPC One Two Three Four Five Committee'],
    ['CPC {name} Committee', 'the CPC Hebei, Committee'],
    ['{number} Congress', 'the many Congress'],
  ])('%s is not in %s', (pattern, text) => {
    expect(texts([pattern], text)).toEqual([])
  })
})

describe('trie', () => {
  it('holds a great many sequences', () => {
    const builder = trieBuilder(1)
    for (let i = 0; i < 20_000; i++) builder.add(['w', `a${i}`, `b${i % 7}`], i)
    const trie = builder.build()
    const at = (...symbols: string[]) => {
      let node = trie.start(trie.symbol(symbols[0] as string))
      for (const symbol of symbols.slice(1)) node = trie.step(node, trie.symbol(symbol))
      return trie.payloads(node)
    }
    for (const i of [0, 1, 77, 9_999, 19_999]) expect([...(at('w', `a${i}`, `b${i % 7}`) ?? [])]).toEqual([i])
    expect(at('w', 'a1')).toBe(undefined)
    expect(trie.symbol('nowhere')).toBe(0)
  })
})

describe('open places', () => {
  it.each([
    [
      'play {word} role',
      'They play a role, play no role and play a good role.',
      ['play a role', 'play no role'],
    ],
    [
      'role {words} played',
      'The role of the Party has been played. It played on.',
      ['role of the Party has been played'],
    ],
    ['role {words} played', 'The role of the Party committee at the county level was played.', []],
    ['role {words} played', 'The role, it played.', []],
    ['role {words} played', 'The role\n\nhas been played.', []],
    ['to {verb} the', 'to build the road, to roads the, to the the', ['to build the']],
    ['the {adjective} of', 'the important of it, the county of it', ['the important of']],
    ['has {adverb} {noun}', 'has quickly roads, has roads', ['has quickly roads']],
  ])('%s in "%s"', (pattern, text, expected) => {
    expect(texts([pattern], text)).toEqual(expected)
  })

  it('are no names to fill in', () => {
    const [hit] = found(['{name} has {adjective} work'], 'Hubei has important work')
    expect(hit?.slots).toEqual([
      [0, 0],
      [2, 2, '{adjective}'],
    ])
  })
})
