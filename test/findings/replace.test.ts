import { describe, expect, it } from 'vitest'
import { replacement } from '../../src/findings/replace.js'
import { documentFrom } from '../text/tree.js'

/** The text with what stands between ‹ › replaced, or undefined where no fix is offered. */
function put(marked: string, term: string, more: { plural?: boolean; verbs?: string[] } = {}) {
  const start = marked.indexOf('‹')
  const end = marked.indexOf('›') - 1
  const document = documentFrom(marked.replace(/[‹›]/g, ''))
  const first = document.tokens.findIndex((t) => t.start === start)
  const last = document.tokens.findIndex((t) => t.end === end)
  const place = { first, last, plural: more.plural ?? false, form: more.verbs && { verbs: more.verbs } }
  const edit = replacement(document, place, term)
  const { source } = document
  return edit && source.slice(0, edit.start) + edit.text + source.slice(edit.end)
}

const office = 'the Office of the Commission'
const campaign = 'the education campaign'

describe('the article', () => {
  it.each([
    ['They saw ‹Net Office›.', 'They saw the Office of the Commission.'],
    ['‹Net Office› spoke.', 'The Office of the Commission spoke.'],
    ['“‹Net Office› spoke.”', '“The Office of the Commission spoke.”'],
    ['They saw the ‹Net Office›.', 'They saw the Office of the Commission.'],
    ['The ‹Net Office› spoke.', 'The Office of the Commission spoke.'],
    ['They saw a ‹Net Office›.', 'They saw the Office of the Commission.'],
    ['They saw ‹the Net Office›.', 'They saw the Office of the Commission.'],
    ['A ‹Net Office› spoke.', 'The Office of the Commission spoke.'],
    ['They said that ‹Net Office› knew.', 'They said that the Office of the Commission knew.'],
    ['They visited ‹Net Office› and left.', 'They visited the Office of the Commission and left.'],
    ['They saw its ‹Net Office›.', 'They saw its Office of the Commission.'],
    ['They saw China’s ‹Net Office›.', 'They saw China’s Office of the Commission.'],
    ['They saw the masses’ ‹Net Office›.', 'They saw the masses’ Office of the Commission.'],
    ['They saw the relevant ‹Net Office›.', 'They saw the relevant Office of the Commission.'],
    [
      'They saw the newly established ‹Net Office›.',
      'They saw the newly established Office of the Commission.',
    ],
    ['They saw the “‹Net Office›”.', 'They saw the “Office of the Commission”.'],
    ['Staff of the body (‹Net Office›) met.', 'Staff of the body (Office of the Commission) met.'],
    ['They saw national ‹Net Office›.', undefined],
    ['They saw Beijing ‹Net Office›.', undefined],
    ['They saw two new ‹Net Office›.', undefined],
    ['They saw ‹Net Office› Director Li.', undefined],
    ['They saw ‹Net Office› officials.', undefined],
    ['They saw the pre-‹Net Office› days.', undefined],
  ])('%s', (text, fixed) => {
    expect(put(text, office)).toBe(fixed)
  })

  it.each([
    ['a ‹net term›', 'online term', 'an online term'],
    ['an ‹online term›', 'cyber term', 'a cyber term'],
    ['a ‹net term›', 'cyber authorities', undefined],
    ['a “‹net term›”', 'online term', undefined],
    ['a “‹net term›”', 'cyber term', 'a “cyber term”'],
    ['each ‹net term›', 'cyber authorities', undefined],
    ['the ‹net term›', 'cyber authorities', 'the cyber authorities'],
    ['the ‹net power›', 'China’s strength', 'China’s strength'],
    ['national ‹net power›', 'China’s strength', undefined],
    ['its ‹net power›', 'China’s strength', undefined],
    ['a ‹summing-up›', 'a meeting to sum up', 'a meeting to sum up'],
    ['the ‹summing-up›', 'a meeting to sum up', 'the meeting to sum up'],
    ['an important ‹summing-up›', 'a meeting to sum up', 'an important meeting to sum up'],
    ['important ‹summing-up›', 'a meeting to sum up', undefined],
    ['the ‹strong country construction›', 'building a great country', undefined],
  ])('%s → %s', (text, term, fixed) => {
    const whole = (inner: string) => `They saw ${inner} there.`
    expect(put(whole(text), term)).toBe(fixed && whole(fixed))
  })

  it.each([
    ['They began ‹theme education› work.', 'They began education campaign work.'],
    ['They began the ‹theme education› work.', 'They began the education campaign work.'],
    ['The ‹theme education›-related work began.', 'The education campaign-related work began.'],
    ['They held ‹theme education› inspections.', 'They held education campaign inspections.'],
    [
      'They held a university ‹theme education› inspection.',
      'They held a university education campaign inspection.',
    ],
    ['They held university ‹theme education› inspections.', undefined],
    ['They gave them ‹theme education› with care.', 'They gave them the education campaign with care.'],
    ['They began ‹theme education› on Monday.', 'They began the education campaign on Monday.'],
  ])('of a compound: %s', (text, fixed) => {
    expect(put(text, campaign)).toBe(fixed)
  })
})

describe('words that stand there already', () => {
  it.each([
    ['the ‹State Office› of China', 'the Administration of China', 'the Administration of China'],
    ['CPC ‹Propaganda Ministry›', 'CPC Publicity Department', 'CPC Publicity Department'],
    ['the ‹party construction› building', 'Party building', 'the Party building'],
  ])('%s', (text, term, fixed) => {
    expect(put(`They saw ${text}.`, term)).toBe(`They saw ${fixed}.`)
  })
})

describe('number, tense and case', () => {
  it('carries a plural to the head', () => {
    expect(put('They saw ‹net posts›.', 'cyber authority', { plural: true })).toBe(
      'They saw cyber authorities.',
    )
    expect(put('They saw ‹summings-up›.', 'a meeting to sum up', { plural: true })).toBe(
      'They saw meetings to sum up.',
    )
  })
  it('makes no plural of what is one, or of what nobody counts', () => {
    expect(put('They saw ‹Net Offices›.', office, { plural: true })).toBe(undefined)
    expect(put('They saw ‹net safeties›.', 'cybersecurity', { plural: true })).toBe(undefined)
    expect(put('They saw ‹net powers›.', 'China’s strength', { plural: true })).toBe(undefined)
  })
  it('carries a possessive', () => {
    expect(put('The ‹net post›’s work', 'cyber authority')).toBe('The cyber authority’s work')
    expect(put('The ‹net post›’s work', 'cyber authorities')).toBe('The cyber authorities’ work')
  })
  it.each([
    ['They ‹strengthened weak ties›.', 'shore up weak links', 'They shored up weak links.'],
    ['They are ‹strengthening weak ties›.', 'shore up weak links', 'They are shoring up weak links.'],
    ['It ‹strengthens weak ties›.', 'consolidate and expand it', 'It consolidates and expands it.'],
    ['They ‹strengthen weak ties›.', 'shore up weak links', 'They shore up weak links.'],
    ['They are ‹strengthening weak ties›.', 'building links', 'They are building links.'],
    ['They ‹strengthened weak ties›.', 'building links', undefined],
    ['They ‹strengthened weak ties›.', 'the online environment', undefined],
  ])('%s', (text, term, fixed) => {
    expect(put(text, term, { verbs: ['strengthen'] })).toBe(fixed)
  })
  it('puts no verb for a noun, and loses no "of"', () => {
    expect(put('The ‹weak items› grew.', 'shore up weak links')).toBe(undefined)
    expect(put('The ‹comrades in charge of› it met.', 'leading officials')).toBe(undefined)
    expect(put('They came ‹to a political height›.', 'political awareness')).toBe(undefined)
    expect(put('They are ‹in the new journey›.', 'on the new journey')).toBe('They are on the new journey.')
  })
  it('keeps capitals', () => {
    expect(put('‹NET OFFICE› MEETS', office)).toBe('THE OFFICE OF THE COMMISSION MEETS')
    expect(put('‹Net Office› Opens\n\nIt opened on Monday.', office)).toMatch(
      /^Office of the Commission Opens/,
    )
    expect(put('New ‹Theme Education› Begins\n\nIt began on Monday.', campaign)).toMatch(
      /^New Education Campaign Begins/,
    )
    expect(put('‹theme education› began on Monday.', campaign)).toBe(
      'the education campaign began on Monday.',
    )
  })
})
