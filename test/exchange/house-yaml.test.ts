import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { glossaryText } from '../../src/exchange/house-yaml.js'
import { loadGlossary, type TextFile } from '../../src/glossary/load.js'
import { concepts } from './concepts.js'

const folder = join(import.meta.dirname, '../../glossary')

describe('a glossary in YAML', () => {
  it('reads as it was, whatever the texts', () => {
    const note = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.toWellFormed())
    fc.assert(
      fc.property(concepts({ patterns: true }), note, (list, text) => {
        const noted = list.map((concept) => ({
          ...concept,
          note: text,
          deprecated: { ...concept.deprecated, [text]: text },
        }))
        expect(parse(glossaryText(noted, 'of a test'))).toEqual(noted)
      }),
      { numRuns: 150 },
    )
  })

  it('holds the shipped glossary, formulas and conditions and all', () => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
    const written = (layer: TextFile[]) => loadGlossary([layer]).concepts.map(({ concept }) => concept)
    const concepts = written(files)
    const again = [{ path: 'all.yaml', text: glossaryText(concepts, 'all') }]
    expect(loadGlossary([again]).problems).toEqual([])
    expect(written(again)).toEqual(concepts)
  })

  it('lays an entry out as people write one', () => {
    const text = glossaryText(
      [
        {
          id: 'harbour-office',
          zh: ['港务处', '港务办公室'],
          kind: 'organization',
          preferred: 'Harbour Office',
          admitted: ['Office of the Harbour', { term: 'HO', when: 'in tables' }],
          deprecated: { 'Port (Bureau|Office)': 'a bureau is above an office', 'Dock Office': {} },
          note: 'since 1999: yes',
        },
      ],
      '1 concept',
    )
    expect(text).toBe(`# 1 concept

- id: harbour-office
  zh: [港务处, 港务办公室]
  kind: organization
  preferred: Harbour Office
  admitted:
    - Office of the Harbour
    - { term: HO, when: in tables }
  deprecated:
    Port (Bureau|Office): a bureau is above an office
    Dock Office: {}
  note: "since 1999: yes"
`)
  })
})
