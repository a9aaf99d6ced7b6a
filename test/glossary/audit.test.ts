import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parsePlain } from '../../src/formats/plain.js'
import { auditor } from '../../src/glossary/audit.js'
import { createSession } from '../../src/index.js'
import { documentOf } from '../../src/text/document.js'

const session = await createSession({ house: 'official' })
const document = (text: string) => {
  const file = new VFile(text)
  return documentOf(parsePlain(file), file)
}

describe('auditor', () => {
  it('counts each concept once a pair, by its longest Chinese, and what stood without it', () => {
    const books = auditor(session.setup())
    books.add('国务院副总理出席，国务院支持。', document('The vice premier attended.'), 0)
    books.add('国务院支持。', document('The State Council supports it.'), 1)
    const { concepts, occurrences, adherence, flagsPer1000Words, words } = books.result()
    const row = concepts.find((c) => c.concept === 'state-council')
    expect(row).toMatchObject({ occurrences: 2, accepted: 1, without: ['The vice premier attended.'] })
    expect(concepts.find((c) => c.zh === '副总理')).toMatchObject({ occurrences: 1, accepted: 1 })
    expect(occurrences).toBe(3)
    expect(adherence).toBeCloseTo(2 / 3)
    expect(words).toBe(9)
    expect(flagsPer1000Words).toBeCloseTo(1000 / 9)
  })

  it('does not see a term inside another word', () => {
    const books = auditor(session.setup())
    books.add('要加强党组织建设。', document('Party organizations must be strengthened.'), 0)
    expect(books.result().concepts.map((c) => c.zh)).not.toContain('党组')
  })
})
