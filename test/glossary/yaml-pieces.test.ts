import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { readInPieces } from '../../src/glossary/yaml-pieces.js'

const text = fc.oneof(
  fc.string({ maxLength: 30 }),
  fc.constantFrom('- a\n- b', '# none', 'two\nlines\n', ' - x', '中央网信办', "it's: fine", 'a, [b] {c}'),
)
const item = fc.record(
  { id: text, zh: fc.array(text, { maxLength: 3 }), note: text, deprecated: fc.dictionary(text, text) },
  { requiredKeys: ['id'] },
)
const styles = fc.record({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  lineWidth: fc.constantFrom(0, 40, 80),
  collectionStyle: fc.constantFrom('any', 'block', 'flow') as fc.Arbitrary<'any' | 'block' | 'flow'>,
})

describe('a list read in pieces', () => {
  it('is what the whole is, or nothing', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 60 }),
        fc.boolean(),
        styles,
        (items, bare, style) => {
          const yaml = stringify(bare ? items : { defaults: { kind: 'term' }, concepts: items }, style)
          const value = readInPieces(yaml, 0, 200)
          if (value !== undefined) expect(value).toEqual(parse(yaml))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is read in more than one', () => {
    const yaml =
      'defaults: { kind: term }\nconcepts:\n  # ours\n  - { id: a, note: "x\n    y" }\n\n  - id: b\n    note: |\n      - c\n  - id: d\n'
    expect(readInPieces(yaml, 0, 1)).toEqual(parse(yaml))
    expect(readInPieces(`- ${'x'.repeat(99)}\n`.repeat(20), 0, 100)).toHaveLength(20)
  })

  it.each([
    ['short', '- a\n', 100],
    ['no list', 'a: 1\n'],
    ['a key behind the list', 'concepts:\n- a\ndefaults: {}\n'],
    ['a key behind the list', 'concepts:\n  - a\ndefaults: {}\n'],
    ['an anchor', '- &x a\n- *x\n'],
    ['two documents', '- a\n---\n- b\n'],
    ['an error', '- a\n- [b\n'],
    ['the same key twice', '- { a: 1, a: 2 }\n'],
    ['a list in a list', '- - a\n  - b\n- c\nd\n'],
  ])('leaves to the whole: %s', (_, yaml, least = 0) => {
    expect(readInPieces(yaml, least, 1)).toBeUndefined()
  })
})
