import { describe, expect, it } from 'vitest'
import { loadGlossary, readGlossary } from '../../src/glossary/load.js'

const below = `
- id: harbour-office
  zh: 港务处
  kind: organization
  preferred: Harbour Office
  insert: the Harbour Office
  admitted: [Port Office, { term: Harbour Bureau, when: in titles }]
  attested: [{ term: Docks Department, used-by: [foreign-press] }]
  deprecated:
    Office of Harbours: turned round
    Haven Office: another port
  source: the gazette
`

function layered(own: string) {
  const layers = [[{ path: 'shipped.yaml', text: below }], [{ path: 'ours.yaml', text: own }]]
  const { concepts, problems } = readGlossary(layers)
  return { concept: concepts[0]?.concept, problems: [...problems, ...loadGlossary(layers).problems] }
}

describe('an entry on top of another', () => {
  it('says only what it changes', () => {
    const { concept, problems } = layered('- { id: harbour-office, note: by the sea, zh: [港务局] }')
    expect(problems).toEqual([])
    expect(concept).toMatchObject({
      zh: ['港务局', '港务处'],
      preferred: 'Harbour Office',
      insert: 'the Harbour Office',
      admitted: ['Port Office', { term: 'Harbour Bureau', when: 'in titles' }],
      note: 'by the sea',
      source: ['the gazette'],
    })
  })

  it('keeps the former preferred form as admitted, and forgets what a fix would have written', () => {
    const { concept } = layered('- { id: harbour-office, preferred: Port Office }')
    expect(concept).toMatchObject({
      preferred: 'Port Office',
      admitted: [{ term: 'Harbour Bureau', when: 'in titles' }, 'Harbour Office'],
    })
    expect(concept?.insert).toBeUndefined()
  })

  it('gives a form named again its new status, and merges reasons by form', () => {
    const { concept, problems } = layered(`
- id: harbour-office
  preferred: Docks Department
  short: [Port Office]
  admitted: [Office of Harbours]
  deprecated: { Harbour Office: out of use, Haven Office: nobody says so }`)
    expect(problems).toEqual([])
    expect(concept).toMatchObject({
      preferred: 'Docks Department',
      short: ['Port Office'],
      admitted: ['Office of Harbours', { term: 'Harbour Bureau', when: 'in titles' }],
      deprecated: { 'Harbour Office': 'out of use', 'Haven Office': 'nobody says so' },
    })
    expect(concept?.attested).toBeUndefined()
  })

  it('does not prefer what is refused below, unless a list takes it up; the problem stands where the refusal does', () => {
    expect(layered('- { id: harbour-office, preferred: Haven Office }').problems).toEqual([
      {
        file: 'shipped.yaml',
        line: 11,
        column: 5,
        message:
          'harbour-office: refused "Haven Office" catches "Haven Office", preferred form of harbour-office',
      },
    ])
    const taken = layered('- { id: harbour-office, preferred: Haven Office, admitted: [Haven Office] }')
    expect(taken.problems).toEqual([])
    expect(taken.concept?.admitted).not.toContain('Haven Office')
  })

  it('finds a problem in the file that says it', () => {
    expect(layered('- { id: harbour-office, admitted: ["(Port"] }').problems).toMatchObject([
      { file: 'ours.yaml', line: 1, column: 36 },
    ])
    expect(layered('- { id: harbour-office, preferred: "Port (Office|Bureau)" }').problems[0]).toMatchObject({
      file: 'ours.yaml',
    })
  })

  it('holds the defaults of its file only where the entry below says nothing', () => {
    const { concept } = layered('defaults: { kind: term, vary: true }\nconcepts: [{ id: harbour-office }]')
    expect(concept).toMatchObject({ kind: 'organization', vary: true })
  })

  it('is a glossary without concepts as long as the file holds only comments', () => {
    expect(layered('# ours, one day\n').problems).toEqual([])
    expect(layered('').problems).toEqual([])
  })
})
