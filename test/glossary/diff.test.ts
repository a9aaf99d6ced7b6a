import { describe, expect, it } from 'vitest'
import { diffGlossaries } from '../../src/glossary/diff.js'
import { readGlossary } from '../../src/glossary/load.js'

const read = (text: string) =>
  readGlossary([[{ path: 'terms.yaml', text }]]).concepts.map(({ concept }) => concept)
const diff = (from: string, to: string) => diffGlossaries(read(from), read(to))
const entry = (more: string) => `- { id: port, kind: organization, preferred: Port Office, ${more} }`
const changes = (from: string, to: string) => diff(entry(from), entry(to)).flatMap((one) => one.changes)

describe('two glossaries', () => {
  it('that say the same, do not differ, however it is written', () => {
    expect(diff(entry('admitted: [A, B]'), entry('admitted: [A, B]'))).toEqual([])
    expect(changes('deprecated: { (a|b) c: x, a d: x }', 'deprecated: { a (c|d): x, b c: x }')).toEqual([])
  })

  it('differ first in what is preferred, then in what is refused and accepted', () => {
    const from = `
- { id: facts, kind: term, preferred: facts, note: old }
- { id: gone, kind: term, preferred: gone }
- { id: accepted, kind: term, preferred: accepted }
- { id: refused, kind: term, preferred: refused, admitted: [also] }
- { id: preferred, kind: term, preferred: old name, short: [new name] }`
    const to = `
- { id: facts, kind: term, preferred: facts, note: new }
- { id: new, kind: term, preferred: new, deprecated: { nu: x } }
- { id: accepted, kind: term, preferred: accepted, admitted: [also] }
- { id: refused, kind: term, preferred: refused, deprecated: { also: out of use } }
- { id: preferred, kind: term, preferred: new name, admitted: [old name] }`
    expect(diff(from, to)).toEqual([
      {
        concept: 'preferred',
        zh: [],
        preferred: 'new name',
        change: 'changed',
        changes: [{ kind: 'preferred', from: 'old name', to: 'new name', former: 'admitted' }],
      },
      expect.objectContaining({
        concept: 'refused',
        changes: [{ kind: 'refused', form: 'also', was: ['admitted'], why: 'out of use' }],
      }),
      expect.objectContaining({
        concept: 'accepted',
        changes: [{ kind: 'accepted', form: 'also', was: [], to: 'admitted' }],
      }),
      expect.objectContaining({
        concept: 'new',
        change: 'added',
        changes: [
          { kind: 'refused', form: 'nu', was: [], why: 'x' },
          { kind: 'accepted', form: 'new', was: [], to: 'preferred' },
        ],
      }),
      expect.objectContaining({ concept: 'gone', change: 'removed' }),
      expect.objectContaining({
        concept: 'facts',
        changes: [{ kind: 'fact', key: 'note', from: 'old', to: 'new' }],
      }),
    ])
  })

  it('say of a wider or narrower pattern what is new or gone', () => {
    expect(changes('deprecated: { (a|b) c: x }', 'deprecated: { (a|b|d) c: x }')).toEqual([
      { kind: 'refused', form: '(a|b|d) c', only: ['d c'], was: [], why: 'x' },
    ])
    expect(changes('deprecated: { (a|b) c: x }', 'deprecated: { a c: x }')).toEqual([
      { kind: 'dropped', form: '(a|b) c', only: ['b c'], was: ['deprecated'] },
    ])
  })

  it('may move a form between accepted statuses, or tell another reason', () => {
    expect(changes('short: [PO]', 'admitted: [PO]')).toEqual([
      { kind: 'moved', form: 'PO', was: ['short'], to: 'admitted' },
    ])
    expect(changes('deprecated: { a: x }', 'deprecated: { a: y }')).toEqual([
      { kind: 'reason', form: 'a', from: 'x', to: 'y' },
    ])
    expect(changes('admitted: [{ term: a, when: now }]', 'admitted: [{ term: a, when: then }]')).toEqual([
      { kind: 'detail', form: 'a', from: { when: 'now' }, to: { when: 'then' } },
    ])
  })

  it('tell the former preferred form that is refused twice: with the new one, and with its reason', () => {
    const made = diff(
      '- { id: port, kind: term, preferred: old }',
      '- { id: port, kind: term, preferred: new, deprecated: { old: x }, decisions: [{ date: "2026", by: Li, because: y }] }',
    )
    expect(made[0]?.changes).toEqual([
      { kind: 'preferred', from: 'old', to: 'new', former: 'deprecated' },
      { kind: 'decided', date: '2026', by: 'Li', because: 'y' },
      { kind: 'refused', form: 'old', was: ['preferred'], why: 'x' },
    ])
  })

  it('may hold a pattern that cannot be read', () => {
    expect(changes('', 'admitted: ["(a"]')).toMatchObject([{ kind: 'accepted', form: '(a' }])
  })
})
