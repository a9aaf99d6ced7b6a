import { expect, it } from 'vitest'
import { article, headOf, inflectedLike, inflections, plural, verbal } from '../../src/matching/inflect.js'

it.each([
  ['strengthen', 'strengthen strengthens strengthened strengthening'],
  ['promote', 'promote promotes promoted promoting'],
  ['carry', 'carry carries carried carrying'],
  ['convey', 'convey conveys conveyed conveying'],
  ['plan', 'plan plans planned planning'],
  ['pursue', 'pursue pursues pursued pursuing'],
  ['hold', 'hold holds held holding'],
  ['push', 'push pushes pushed pushing'],
])('inflections of %s', (word, forms) => {
  expect(inflections(word).join(' ')).toBe(forms)
})

it.each([
  ['office', 'offices'],
  ['authority', 'authorities'],
  ['survey', 'surveys'],
  ['congress', 'congresses'],
  ['branch', 'branches'],
  ['series', 'series'],
  ['person', 'people'],
  ['authorities', 'authorities'],
  ['bus', 'buses'],
])('plural of %s', (noun, many) => {
  expect(plural(noun)).toBe(many)
})

it.each([
  ['office', 'an'],
  ['university', 'a'],
  ['uninformed guess', 'an'],
  ['unit', 'a'],
  ['hour', 'an'],
  ['CPC member', 'a'],
  ['NPC deputy', 'an'],
  ['SOE', 'an'],
  ['NATO', 'a'],
  ['European', 'a'],
  ['one-off', 'a'],
  ['18th congress', 'an'],
  ['14th congress', 'a'],
  ['8-point', 'an'],
])('article before %s', (next, a) => {
  expect(article(next)).toBe(a)
})

it.each([
  ['leading group', 1],
  ['Office of the Commission', 0],
  ['meeting to summarize the campaign', 0],
  ['central leading group for the education campaign', 2],
  ['Congress', 0],
])('head of %s', (phrase, at) => {
  expect(headOf(phrase.split(' '))).toBe(at)
})

it('tells verbs from what only looks like one', () => {
  expect(['shore', 'build', 'advance'].map(verbal)).toEqual(['base', 'base', 'base'])
  expect(['building', 'pursuing'].map(verbal)).toEqual(['ing', 'ing'])
  expect(['leading', 'office', 'Party', 'king'].map(verbal)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

it.each([
  ['shore', 'strengthened', 'strengthen', 'shored'],
  ['break', 'created', 'create', 'broke'],
  ['give', 'exerts', 'exert', 'gives'],
  ['coordinate', 'planning', 'plan', 'coordinating'],
  ['give', 'exert', 'exert', 'give'],
])('%s like %s of %s', (verb, like, base, form) => {
  expect(inflectedLike(verb, like, base)).toBe(form)
})
