import { describe, expect, it } from 'vitest'
import shipped from '#shipped'
import { createSession, type House } from '../../src/index.js'
import { corpora, present } from '../measure/corpora.mjs'

/** Names over which desks part: nothing is said of them unless a house asks, and then never that one is a fault. */
const session = await createSession()
const contested = new Set(shipped.glossary.concepts.filter((c) => c.contested).map((c) => c.id))
const houses = Object.keys(shipped.houses)
const asking: House = { ...(shipped.houses.neutral as House), name: 'asking', contested: true }

const sentences = [
  'She flew from Macau to Tibet and wrote about the Uyghurs she met there.',
  'The Taiwan government and the Taiwanese government said nothing about the Taiwan issue.',
  'Tibet, also called Xizang, is high. Few roads led to Tibet.',
  'Macao was written Macau on the old map, and Uighur stood beside Uyghur and Uygur.',
  'Talks on Chinese unification were held in the Xinjiang Uyghur Autonomous Region.',
]

async function said(text: string, house: House | string) {
  const { findings } = await session.lint({ text, settings: { house, info: true } })
  return findings.filter((f) => contested.has(f.concept ?? ''))
}

describe('contested names', () => {
  it('are in the glossary', () => {
    expect([...contested]).toEqual(
      expect.arrayContaining([
        'xizang',
        'macao',
        'uygurs',
        'xinjiang-uygur-autonomous-region',
        'taiwan-authorities',
      ]),
    )
  })

  it.each(houses)('are left alone under %s', async (house) => {
    for (const sentence of sentences) expect(await said(sentence, house), sentence).toEqual([])
  })

  it.skipIf(!present)('are left alone in native English', async () => {
    for (const { text } of corpora.native())
      for (const house of houses) expect(await said(text, house), text).toEqual([])
  })

  it('speak under a house that asks, of official usage and of no fault', async () => {
    for (const sentence of sentences.filter((s) => !s.startsWith('Macao')))
      expect((await said(sentence, asking)).length, sentence).toBeGreaterThan(0)
    const all = (await Promise.all(sentences.map((s) => said(s, asking)))).flat()
    const refusals = all.filter((f) => f.ruleId === 'term/contested')
    for (const { reason, note } of refusals)
      for (const text of [reason, note]) expect(text).toMatch(/official PRC usage is "/)
    expect(refusals.map((f) => f.actual)).toEqual(expect.arrayContaining(['Tibet', 'Macau', 'Uyghurs']))
    expect(all.some((f) => f.severity === 'error')).toBe(false)
    expect(all.filter((f) => f.ruleId === 'term/deprecated')).toEqual([])
  })

  it('have no reason that blames', () => {
    const { concepts, forms } = shipped.glossary
    const whys = forms.flatMap((f) => (contested.has(concepts[f.concept]?.id ?? '') ? [f.why ?? ''] : []))
    const notes = concepts.flatMap((c) => (c.contested ? [c.note ?? ''] : []))
    for (const text of [...whys, ...notes])
      expect(text).not.toMatch(/wrong|incorrect|error|mistake|must|illegal/i)
  })
})
