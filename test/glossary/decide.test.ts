import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { decide } from '../../src/glossary/decide.js'
import { readGlossary } from '../../src/glossary/load.js'
import type { Concept } from '../../src/glossary/schema.js'

const decision = { prefer: 'Port Office', because: 'its own letters: so', by: 'Li', date: '2026-01-02' }

function conceptIn(text: string, id = 'harbour-office'): Concept {
  const known = new Map([['harbour-office', { kind: 'organization', preferred: 'Harbour Office' }]])
  const { concepts, problems } = readGlossary([[{ path: 'ours.yaml', text }]], { known })
  expect(problems).toEqual([])
  return concepts.find(({ concept }) => concept.id === id)?.concept as Concept
}

const decided = (text: string, more = {}) => decide(text, conceptIn(text), { ...decision, ...more })

const block = `# ours
- id: harbour-office   # the office
  kind:   organization
  # the old name
  preferred: 'Harbour Office'   # since 1990
  insert: the Harbour Office
  admitted:
      - Port Office   # in letters
      - { term: Office of the Port,   when: abroad }
  note: >
    by
    the sea

# next
- {id: quay, kind: place, preferred: quay}
`

describe('a decision in a file', () => {
  it('changes the keys that it is about, and nothing else', () => {
    expect(decided(block)).toBe(`# ours
- id: harbour-office   # the office
  kind:   organization
  # the old name
  preferred: 'Port Office' # in letters
  insert: the Port Office
  admitted:
    - { term: Office of the Port, when: abroad }
    - 'Harbour Office' # since 1990
  note: >
    by
    the sea
  decisions:
    - date: "2026-01-02"
      by: Li
      because: "its own letters: so"

# next
- {id: quay, kind: place, preferred: quay}
`)
  })

  it('refuses the former form where there is a reason to', () => {
    const concept = conceptIn(decided(block, { refuseFormer: 'out of use' }))
    expect(concept.deprecated).toEqual({ 'Harbour Office': 'out of use' })
    expect(concept.admitted).toEqual([{ term: 'Office of the Port', when: 'abroad' }])
  })

  it('is one more where another stands', () => {
    const twice = decide(decided(block), conceptIn(decided(block)), { ...decision, prefer: 'Docks' })
    expect(conceptIn(twice)).toMatchObject({
      preferred: 'Docks',
      insert: 'the Docks',
      admitted: [{ term: 'Office of the Port', when: 'abroad' }, 'Harbour Office', 'Port Office'],
      decisions: [{ by: 'Li' }, { by: 'Li' }],
    })
  })

  it('for the form that is preferred already is only written down', () => {
    const again = decided(block, { prefer: 'Harbour Office' })
    const { decisions, ...rest } = conceptIn(again)
    expect(rest).toEqual(conceptIn(block))
    expect(decisions).toHaveLength(1)
  })

  it('does not keep a form that differs in capitals only', () => {
    const concept = conceptIn(decided(block, { prefer: 'harbour office' }))
    expect(concept.preferred).toBe('harbour office')
    expect(concept.admitted).not.toContain('Harbour Office')
  })

  it('makes a short entry on top of one that stands elsewhere', () => {
    const concept = conceptIn(block)
    const entry = (text: string) => parse(decide(text, concept, decision))
    const wanted = {
      id: 'harbour-office',
      preferred: 'Port Office',
      insert: 'the Port Office',
      admitted: ['Harbour Office'],
      decisions: [{ date: '2026-01-02', by: 'Li', because: 'its own letters: so' }],
    }
    for (const text of ['', '# ours\n', '[]\n', '# ours\n[]']) expect(entry(text)).toEqual([wanted])
    expect(entry('defaults: { vary: true }\nconcepts: []')).toEqual({
      defaults: { vary: true },
      concepts: [wanted],
    })
    expect(entry('defaults: { vary: true }\nconcepts:\n')).toMatchObject({ concepts: [wanted] })
    expect(decide('# ours\n', concept, decision)).toMatch(/^# ours\n- id: harbour-office\n {2}preferred/)
  })

  it('goes behind the last entry as the others stand', () => {
    const concept = conceptIn(block)
    expect(
      decide(
        'concepts:\n    - id: quay # q\n      kind: place\n\n    - id: pier\n      preferred: p\n# end',
        concept,
        decision,
      ),
    ).toMatch(/preferred: p\n\n {4}- id: harbour-office\n {6}preferred: Port Office\n[\s\S]*\n# end$/)
    expect(decide('- {id: quay}', concept, decision)).toMatch(/^- \{id: quay\}\n- id: harbour-office\n/)
  })

  it('keeps line ends, aliases and entries in braces', () => {
    const text = block.replaceAll('\n', '\r\n')
    expect(decided(text)).toBe(decided(block).replaceAll('\n', '\r\n'))
    const aliased = `- { id: a, kind: &k organization, preferred: A }\n- { id: harbour-office, kind: *k, preferred: "Harbour Office" } # last`
    expect(decided(aliased)).toBe(
      `- { id: a, kind: &k organization, preferred: A }\n- { id: harbour-office, kind: *k, preferred: "Port Office", admitted: [ "Harbour Office" ], decisions: [ { date: "2026-01-02", by: Li, because: "its own letters: so" } ] } # last\n`,
    )
  })
})

/** Files as people lay them out: comments anywhere, keys in any order, blank lines, braces, any indent. */
const comment = fc.integer({ min: 1000, max: 9999 }).map((n) => `# remark ${n}`)
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })
const spaced = (text: string, remark: string | undefined) => (remark ? `${text}   ${remark}` : text)
const field = fc.constantFrom(
  'kind: organization',
  'preferred: Harbour Office',
  'preferred:   "Harbour Office"',
  'insert: the Harbour Office',
  "admitted: [ 'Port Office',Office of the Port ]",
  'admitted:\n    - Port Office # remark 1\n    # remark 2\n    - { term: Docks,  when: abroad } # remark 3',
  'short:\n  - Port Office # remark 4',
  'deprecated: {Haven: why not}',
  'deprecated:\n      Haven: why not # remark 5\n      # remark 6\n      Quays: { why: "no",  case: exact }',
  'note: |\n    one # no remark\n\n    two',
  'zh: [ 港务处,  港务局 ]',
)
const lines = fc.array(fc.tuple(maybe(comment), field, maybe(comment), fc.boolean()), { maxLength: 9 })
const entry = fc
  .tuple(fc.constantFrom('harbour-office', 'quay', 'pier'), lines, maybe(comment))
  .map(([id, fields, eol]) => {
    const seen = new Set(['id'])
    const kept = [
      ...fields,
      [undefined, 'kind: term', undefined, false],
      [undefined, 'preferred: Harbour Office', undefined, false],
    ] as const
    const text = kept.flatMap(([before, text, after, blank]) => {
      const key = text.split(':')[0] as string
      if (seen.has(key)) return []
      seen.add(key)
      const own = text.includes('\n') ? text : spaced(text, after)
      return [
        ...(blank ? [''] : []),
        ...(before ? [`  ${before}`] : []),
        ...own.split('\n').map((line) => (line ? `  ${line}` : line)),
      ]
    })
    return { id, text: `${spaced(`- id: ${id}`, eol)}\n${text.join('\n')}\n` }
  })
const file = fc
  .tuple(
    fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 3 }),
    fc.array(maybe(comment), { minLength: 4, maxLength: 4 }),
    fc.boolean(),
  )
  .map(([entries, remarks, nested]) => {
    const body = entries.map(({ text }, i) => `${remarks[i] ? `\n${remarks[i]}\n` : ''}${text}`).join('')
    const inner = nested && entries.length > 0 ? `concepts:\n${body.replace(/^(?=.)/gm, '  ')}` : body
    return `${inner}${remarks[3] ? `${remarks[3]}\n` : ''}`
  })

describe('any file', () => {
  it('keeps its comments, its other entries and what they say', () => {
    fc.assert(
      fc.property(file, maybe(fc.constant('out of use')), (text, refuseFormer) => {
        const concept: Concept = conceptIn(text) ?? {
          id: 'harbour-office',
          kind: 'organization',
          preferred: 'Harbour Office',
        }
        const after = decide(text, concept, { ...decision, refuseFormer })
        const remarks = (all: string) => (all.match(/remark \d+/g) ?? []).sort()
        expect(remarks(after)).toEqual(remarks(text))
        for (const id of ['quay', 'pier']) expect(conceptIn(after, id)).toEqual(conceptIn(text, id))
        const others = text.split(/^(?= *- id:)/m).filter((part) => /^ *- id: (quay|pier)/.test(part))
        for (const part of others) expect(after).toContain(part.replace(/\n+(\s*#.*\n*)*$/, ''))
        const entries = parse(after)
        const own = (Array.isArray(entries) ? entries : entries.concepts).find(
          (e: Concept) => e.id === 'harbour-office',
        )
        expect(own).toMatchObject({ preferred: 'Port Office', decisions: [{ by: 'Li' }] })
        if (refuseFormer) expect(own.deprecated).toMatchObject({ 'Harbour Office': refuseFormer })
        else expect(own.admitted).toContain('Harbour Office')
        expect(JSON.stringify([own.admitted ?? [], own.short ?? []])).not.toContain('"Port Office"')
      }),
      { numRuns: 150 },
    )
  })
})
