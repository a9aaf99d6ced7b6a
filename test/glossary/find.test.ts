import { describe, expect, it } from 'vitest'
import { findConcepts } from '../../src/glossary/find.js'
import { loadGlossary } from '../../src/glossary/load.js'

const { glossary } = loadGlossary([
  [
    {
      path: 'terms.yaml',
      text: `
- { id: port-office, zh: [港务办公室, 港务办], kind: organization, preferred: Port Office, short: [PO], deprecated: { "(Harbour|Haven) Office": reason } }
- { id: port-police, zh: [港口公安], kind: organization, preferred: Port Police, admitted: ["Police of the Port"] }
- { id: local-port-office, zh: [省港务办], kind: organization, preferred: "{name} Port Office" }
- { id: airport, zh: [机场], kind: term, preferred: airport }
- { id: strengthen-ports, zh: [加强港口], kind: slogan, preferred: stronger ports, deprecated: { strengthen~ ports: reason } }
`,
    },
  ],
])

const ids = (name: string) => findConcepts(glossary, name).map(({ concept }) => concept.id)

describe('a name in the glossary', () => {
  it('is looked for in either language, the best first', () => {
    expect(ids('港务办')).toEqual(['port-office', 'local-port-office'])
    expect(ids('Port Office')).toEqual(['port-office', 'local-port-office'])
    expect(ids('port')).toEqual(['port-office', 'port-police', 'strengthen-ports', 'local-port-office'])
  })

  it('says which form it is', () => {
    expect(findConcepts(glossary, 'haven office')).toMatchObject([
      {
        concept: { id: 'port-office' },
        kind: 'deprecated',
        form: '(Harbour|Haven) Office',
        spelling: 'haven office',
        whole: true,
      },
    ])
    expect(findConcepts(glossary, 'strengthening')).toMatchObject([
      { spelling: 'strengthening ports', whole: false },
    ])
  })

  it('begins with a word', () => {
    expect(ids('port')).not.toContain('airport')
    expect(ids('ort')).toEqual([])
  })

  it('may have its words in another order where nothing else fits', () => {
    expect(ids('office haven')).toEqual(['port-office'])
    expect(ids('the police')).toEqual(['port-police'])
    expect(ids('police ship')).toEqual([])
  })

  it('is never nothing', () => {
    expect(ids('  ')).toEqual([])
  })
})
