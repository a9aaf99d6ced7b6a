import { expect, it } from 'vitest'
import { acronymOf, type Name, offersFor } from '../../dist/lsp/names.js'

const concept = (zh: string) => ({ id: zh, zh: [zh], kind: 'organization', preferred: '', sources: [] })
const name = (term: string, zh: string): Name => ({
  concept: concept(zh),
  term,
  preferred: true,
  english: term.toLowerCase(),
  acronym: acronymOf(term),
})
const all = [
  name('Cyberspace Administration of China', '国家网信办'),
  name('Office of the Central Cyberspace Affairs Commission', '中央网信办'),
  name('cyberspace', '网络空间'),
]
const initials = new Map(all.map(({ concept }, i) => [concept, [['gjwxb', 'zywxb', 'wlkj'][i] as string]]))
const terms = (before: string) =>
  offersFor({ all, initials }, before).map((offer) => [offer.name.term, offer.length])

it.each([
  [
    'The cy',
    [
      ['cyberspace', 2],
      ['Cyberspace Administration of China', 2],
    ],
  ],
  [
    'The Cy',
    [
      ['Cyberspace Administration of China', 2],
      ['cyberspace', 2],
    ],
  ],
  ['Office of the ', [['Office of the Central Cyberspace Affairs Commission', 14]]],
  ['in cac', [['Cyberspace Administration of China', 3]]],
  ['zywxb', [['Office of the Central Cyberspace Affairs Commission', 5]]],
  ['由中央网信', [['Office of the Central Cyberspace Affairs Commission', 4]]],
  ['of the', []],
  ['wxbx', []],
  ['', []],
])('%j', (before, expected) => {
  expect(terms(before)).toEqual(expected)
})

it('makes acronyms of names only', () => {
  expect(acronymOf('Cyberspace Administration of China')).toBe('cac')
  expect(acronymOf('cyberspace')).toBe('')
})
