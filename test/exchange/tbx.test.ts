/**
 * What is written as TBX-Basic holds by a real validator: against `tbx-basic.rng` always, and against the published core
 * schema, TBXcoreStructV03.rng, where TBX_CORE_SCHEMA says where it lies.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { writtenConcepts } from '../../src/config/layers.js'
import { Losses } from '../../src/exchange/draft.js'
import { read, write } from '../../src/exchange/formats.js'
import { gather } from '../../src/exchange/gather.js'
import { spellings } from '../../src/exchange/spellings.js'
import { spread } from '../../src/exchange/spread.js'
import type { Concept } from '../../src/glossary/schema.js'
import { expand } from '../../src/matching/pattern.js'
import { concepts } from './concepts.js'

const schemas = [join(import.meta.dirname, 'tbx-basic.rng'), process.env.TBX_CORE_SCHEMA].filter(
  (path) => path !== undefined,
)
const validators = schemas.map((path) =>
  RelaxNGValidator.fromDoc(XmlDocument.fromString(readFileSync(path, 'utf8'))),
)

function validate(text: string): void {
  const document = XmlDocument.fromString(text)
  try {
    for (const validator of validators) validator.validate(document)
  } finally {
    document.dispose()
  }
}

async function tbx(
  list: readonly Concept[],
  format: 'tbx' | 'tbx-dct',
  losses = new Losses(),
): Promise<string> {
  return String(await write(spread(list, losses), format, losses))
}

const shipped = writtenConcepts([]).concepts
const sequences = (term: string) => expand(term).map((words) => words.join(' '))

describe('TBX-Basic', () => {
  for (const format of ['tbx', 'tbx-dct'] as const) {
    it(`as ${format} is valid, whatever the concepts`, async () => {
      validate(await tbx(shipped, format))
      await fc.assert(
        fc.asyncProperty(concepts({ patterns: false }), async (list) => validate(await tbx(list, format))),
        { numRuns: 100 },
      )
    })
  }

  it('is refused by the validator where an entry has no term, so the test can fail', async () => {
    const text = await tbx(shipped.slice(0, 3), 'tbx')
    expect(() => validate(text.replace(/<term>.*?<\/term>/, ''))).toThrow()
    expect(() => validate(text.replace('preferredTerm-admn-sts', 'preferred'))).toThrow()
  })

  it('brings the shipped glossary back: every form that can be spelled out has its status', {
    timeout: 60_000,
  }, async () => {
    const losses = new Losses()
    const { drafts } = await read('a.tbx', new TextEncoder().encode(await tbx(shipped, 'tbx', losses)))
    const back = new Map(gather(drafts, new Losses()).map(({ concept }) => [concept.id, concept]))
    for (const concept of shipped) {
      if (spellings(concept.preferred) === undefined) continue
      const again = back.get(concept.id) as Concept
      expect(again.preferred).toBe(concept.preferred)
      expect(again.zh).toEqual(concept.zh)
      const refused = new Set(Object.keys(again.deprecated ?? {}).flatMap(sequences))
      for (const [pattern, said] of Object.entries(concept.deprecated ?? {}))
        if (typeof said === 'string' && spellings(pattern) !== undefined)
          expect(
            sequences(pattern).filter((s) => !refused.has(s)),
            pattern,
          ).toEqual([])
    }
  })
})

describe('the spellings of a pattern', () => {
  it('stand for what the pattern stands for', () => {
    const patterns = shipped.flatMap((c) => [c.preferred, ...Object.keys(c.deprecated ?? {})])
    let spelled = 0
    for (const pattern of patterns) {
      const texts = spellings(pattern)
      if (texts === undefined) continue
      spelled++
      expect(new Set(texts.flatMap(sequences)), pattern).toEqual(new Set(sequences(pattern)))
    }
    expect(spelled).toBeGreaterThan(patterns.length * 0.9)
  })

  it('keep capitals and hyphens', () => {
    expect(spellings('Party-(building|work) [in] China')).toEqual([
      'Party-building in China',
      'Party-building China',
      'Party-work in China',
      'Party-work China',
    ])
    expect(spellings('big[-]picture')).toEqual(['big-picture', 'big picture'])
    expect(spellings('(a|b) {name}')).toBeUndefined()
    expect(spellings('build~ a port')).toBeUndefined()
    expect(spellings('\\(Xinhua\\)')).toEqual(['(Xinhua)'])
  })
})
