/** What goes out comes back: the same concepts, by every format that can hold them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Losses } from '../../src/exchange/draft.js'
import { read, type Writable, write } from '../../src/exchange/formats.js'
import { gather } from '../../src/exchange/gather.js'
import { spread } from '../../src/exchange/spread.js'
import type { Concept } from '../../src/glossary/schema.js'
import { concepts } from './concepts.js'

async function there(
  list: readonly Concept[],
  format: Writable,
): Promise<{ bytes: Uint8Array; lost: string[] }> {
  const losses = new Losses()
  const content = await write(spread(list, losses), format, losses)
  return {
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    lost: losses.lines(),
  }
}

async function back(bytes: Uint8Array): Promise<{ concepts: Concept[]; lost: string[] }> {
  const { drafts, losses } = await read('file', bytes)
  return { concepts: gather(drafts, losses).map(({ concept }) => concept), lost: losses.lines() }
}

describe('a round trip', () => {
  for (const [format, numRuns] of [
    ['csv', 300],
    ['tsv', 300],
    ['xlsx', 60],
  ] as const)
    it(`by ${format} loses nothing, patterns and conditions neither`, async () => {
      await fc.assert(
        fc.asyncProperty(concepts({ patterns: true }), async (list) => {
          const { bytes, lost } = await there(list, format)
          expect(lost).toEqual([])
          expect(await back(bytes)).toEqual({ concepts: list, lost: [] })
        }),
        { numRuns },
      )
    })

  for (const format of ['tbx', 'tbx-dct'] as const)
    it(`by ${format} loses nothing of what is no pattern`, async () => {
      await fc.assert(
        fc.asyncProperty(concepts({ patterns: false }), async (list) => {
          const { bytes } = await there(list, format)
          expect(await back(bytes)).toEqual({ concepts: list, lost: [] })
        }),
        { numRuns: 300 },
      )
    })
})
