import { describe, expect, it } from 'vitest'
import { glossaryText } from '../../src/exchange/house-yaml.js'
import { additionsTo, plan } from '../../src/exchange/plan.js'
import { loadGlossary } from '../../src/glossary/load.js'
import type { Concept } from '../../src/glossary/schema.js'

const text = `
- id: harbour-office
  zh: [港务处]
  kind: organization
  preferred: Harbour Office
  insert: the Harbour Office
  admitted: [Office of the Harbour]
  deprecated:
    (Port|Dock) Office: 港务 is the harbour
  source: Li, 2020
- id: customs
  zh: [海关]
  kind: term
  preferred: customs
`
const { glossary, concepts } = loadGlossary([[{ path: 'force.yaml', text }]])
const force = { glossary, concepts: concepts.map(({ concept }) => concept) }
const own = (concept: Partial<Concept>) => [
  { concept: { id: 'x-y', kind: 'term', preferred: 'x', ...concept } as Concept, named: false },
]
const planned = (concept: Partial<Concept>) => {
  const [one] = plan(own(concept), force)
  return { verdict: one?.verdict, said: one?.said, id: one?.concept.id }
}

describe('a plan', () => {
  it('knows what is the same, in other capitals and with an article, too', () => {
    expect(planned({ zh: ['港务处'], preferred: 'the harbour office' })).toEqual({
      verdict: 'same',
      said: [],
      id: 'harbour-office',
    })
    expect(
      planned({ zh: ['港务处'], preferred: 'Harbour Office', deprecated: { 'Dock Office': {} } }).verdict,
    ).toBe('same')
  })

  it('knows what is new, and keeps its id from those in force', () => {
    expect(planned({ zh: ['关税'], preferred: 'tariff', id: 'customs' })).toEqual({
      verdict: 'new',
      said: [],
      id: 'customs-2',
    })
  })

  it('says what is added', () => {
    const more = {
      zh: ['港务处', '港务办'],
      preferred: 'Harbour Office',
      short: ['HO'],
      deprecated: { 'Port Bureau': {} },
    }
    expect(planned(more)).toEqual({
      verdict: 'extends',
      said: ['港务办', '"HO"', 'not "Port Bureau"'],
      id: 'harbour-office',
    })
  })

  it('says what is at odds', () => {
    expect(planned({ zh: ['港务处'], preferred: 'Port Office' }).said).toEqual([
      '"Port Office" is refused in force (港务 is the harbour)',
      '"Harbour Office" is preferred in force',
    ])
    expect(planned({ zh: ['港务处'], preferred: 'Office of the Harbour' }).said).toEqual([
      '"Harbour Office" is preferred in force, "Office of the Harbour" is admitted there',
    ])
    expect(
      planned({ zh: ['港务处'], preferred: 'Harbour Office', deprecated: { 'Office of the Harbour': {} } })
        .said,
    ).toEqual(['"Office of the Harbour" is admitted in force (harbour-office)'])
    expect(planned({ zh: ['他'], preferred: 'his', admitted: ['Dock Office'] })).toMatchObject({
      verdict: 'contradicts',
      said: ['"Dock Office" is refused in force (港务 is the harbour)'],
    })
  })
})

describe('what a house adds', () => {
  const added = (concept: Partial<Concept>) => additionsTo(plan(own(concept), force))

  it('leaves out what is the same', () => {
    expect(added({ zh: ['港务处'], preferred: 'Harbour Office' })).toEqual([])
  })

  it('keeps what the glossary in force knows, but for what stands against it', () => {
    const [concept] = added({
      zh: ['港务处'],
      preferred: 'Port Office',
      deprecated: { 'Office of the Harbour': 'wordy' },
    })
    expect(concept).toEqual({
      id: 'harbour-office',
      zh: ['港务处'],
      kind: 'organization',
      preferred: 'Port Office',
      admitted: ['Harbour Office'],
      deprecated: { 'Dock Office': '港务 is the harbour', 'Office of the Harbour': 'wordy' },
      source: ['Li, 2020'],
    })
    const layers = [
      [{ path: 'force.yaml', text }],
      [{ path: 'own.yaml', text: glossaryText([concept as Concept], 'x') }],
    ]
    // what is refused in force stays refused until the desk takes it up: the loader says so
    expect(loadGlossary(layers).problems.map(({ message }) => message)).toEqual([
      'harbour-office: refused "(Port|Dock) Office" catches "Port Office", preferred form of harbour-office',
    ])
  })

  it('is one entry, where two of the file are one concept here', () => {
    const two = [
      ...own({ zh: ['港务处'], preferred: 'Harbour Office', short: ['HO'] }),
      ...own({ id: 'z-z', zh: ['港务处'], preferred: 'Harbour Office', admitted: ['Harbour Bureau'] }),
    ]
    const [one, ...rest] = additionsTo(plan(two, force))
    expect(rest).toEqual([])
    expect(one).toMatchObject({ short: ['HO'], admitted: ['Office of the Harbour', 'Harbour Bureau'] })
  })
})
