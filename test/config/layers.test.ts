import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import shipped from '#shipped'
import { layeredData, problemsOf } from '../../src/config/layers.js'
import { DataError } from '../../src/glossary/problem.js'
import { createSession, type Session } from '../../src/session.js'

/** A desk's glossary as a layer of its own says what the two say when they are compiled as one. */
const own = {
  path: 'ours.yaml',
  text: `
- id: office-of-the-central-cyberspace-affairs-commission
  preferred: Cyberspace Commission Office
  deprecated: { Cyberspace Affairs Bureau: no bureau }
- { id: state-council, short: [the Council of State] }
- { id: xi-jinping-thought, approved: false, kind: thought, preferred: X }
- { id: theme-education-draft, kind: term, preferred: theme drill, approved: false, zh: 主题教育 }
- id: harbour-office
  zh: [港务局, 网络港务办公室]
  kind: organization
  preferred: Harbour Office
  admitted: ["CPC {name} Harbour (Office|Committee)", grain export]
  deprecated: { "Port~ Office": no port, "Central Network Information Office of Hong": cut off }
- { id: state-network, zh: 国家网络办, kind: organization, preferred: National Web Office, confusable: [state-council] }
`,
}
// Words of its own, if only none, have everything compiled anew.
const noWords = { path: 'morphemes.yaml', text: 'heads: {}\nmorphemes: {}\n' }
let asLayer: Session
let asOne: Session

beforeAll(async () => {
  asLayer = await createSession({ data: layeredData(shipped, [own]) })
  asOne = await createSession({ data: layeredData(shipped, [own, noWords]) })
}, 120_000)

async function seen(session: Session, text: string) {
  const { findings, facts } = await session.survey({ text, settings: { house: 'official', info: true } })
  return {
    findings: findings.map(({ ruleId, start, end, message, expected }) => ({
      ruleId,
      start,
      end,
      message,
      expected,
    })),
    terms: facts.terms,
  }
}

const samples = join(import.meta.dirname, '../samples')
const texts = {
  own: `The Harbour Office met. The Ports Office and the Port Office met the National Web Office in Beijing, China.
The Network Harbour Affairs Office and the CPC Hebei Harbour Committee wrote to the Council of State.
The Cyberspace Commission Office, the Office of the Central Cyberspace Affairs Commission and the Central Network
Information Office of Hong met the State Network Office, the Central Network Information Office and the Cyberspace Affairs Bureau.
Xi Jinping's new era of socialism with Chinese characteristics. Harbour Offices and grain exports of the State Councils.`,
  ...Object.fromEntries(
    readdirSync(samples).map((name) => [name, readFileSync(join(samples, name), 'utf8')]),
  ),
}

describe('a desk’s layer', () => {
  it.each(Object.entries(texts))(
    'is heard as if it were compiled with the shipped one: %s',
    async (_, text) => {
      const layered = await seen(asLayer, text)
      expect(layered.terms.length + layered.findings.length).toBeGreaterThan(0)
      expect(layered).toEqual(await seen(asOne, text))
    },
  )

  it('is searched beside the shipped trie, which stays as it is', () => {
    const { layers } = asLayer.data
    expect(layers?.map(({ glossary }) => glossary === shipped.glossary)).toEqual([true, false])
    expect(layers?.[0]?.replaced).toEqual(expect.arrayContaining(['state-council']))
  })

  it('takes the place of the shipped entries with its ids for those who read', () => {
    const ids = asLayer.data.glossary.concepts.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual(asOne.data.glossary.concepts.map(({ id }) => id).sort())
    const forms = (session: Session) =>
      session.data.glossary.forms
        .map(
          ({ concept, status, term }) => `${session.data.glossary.concepts[concept]?.id} ${status} ${term}`,
        )
        .sort()
    expect(forms(asLayer)).toEqual(forms(asOne))
  })
})

describe('what is wrong between the layers', () => {
  const problems = (text: string) => problemsOf(shipped, [{ path: 'ours.yaml', text }]).problems

  it('is told at the desk’s own line', () => {
    expect(problems('- { id: web, kind: term, preferred: Central Network Information Office }')).toEqual([
      {
        file: 'ours.yaml',
        line: 1,
        column: 26,
        message: expect.stringMatching(
          /^office-of-the-central.*: refused ".*" catches "Central Network .*of web$/,
        ),
      },
    ])
    expect(
      problems('- { id: web, kind: term, preferred: Web, deprecated: { State Council: wrong } }')[0],
    ).toMatchObject({
      line: 1,
      column: 56,
      message: expect.stringContaining('preferred form of state-council'),
    })
  })

  it('is told at the shipped line where the desk’s entry inherits it', () => {
    const [problem] = problems(
      '- { id: office-of-the-central-cyberspace-affairs-commission, preferred: Central Network Information Office }',
    )
    expect(problem?.file).toMatch(/^shipped\/.*\.yaml$/)
    expect(problem?.line).toBeGreaterThan(1)
  })

  it('ends the load', () => {
    const text = '- { id: web, kind: term, preferred: Web, confusable: [no-such-thing] }'
    expect(() => layeredData(shipped, [{ path: 'ours.yaml', text }])).toThrow(DataError)
  })
})
