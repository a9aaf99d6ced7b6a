import { describe, expect, it } from 'vitest'
import { compileShipped } from '../../src/build/shipped.js'
import type { Finding } from '../../src/findings/finding.js'
import { impactBooks } from '../../src/glossary/impact.js'
import { loadGlossary } from '../../src/glossary/load.js'
import type { Shipped } from '../../src/rules/compiled.js'
import { createSession } from '../../src/session.js'

const { shipped } = compileShipped()
const under = (text: string) => {
  const { glossary } = loadGlossary([[{ path: 'terms.yaml', text }]])
  return createSession({ data: { ...shipped, glossary } as Shipped })
}

async function impact(from: string, to: string, texts: Record<string, string>) {
  const [before, after] = [await under(from), await under(to)]
  const books = impactBooks()
  for (const [path, text] of Object.entries(texts)) {
    const side = async (session: typeof before): Promise<Finding[]> =>
      (await session.lint({ text, path })).findings.filter((f) => f.ruleId === 'term/deprecated')
    books.add(path, await side(before), await side(after))
  }
  return books.result()
}

const office = (more: string) => `- { id: port, zh: 港务处, kind: organization, ${more} }`
const texts = {
  'a.txt': 'The Harbour Bureau met. The Port Bureau met.\n',
  'b.txt': 'They saw the harbour  bureau there.\n',
}

describe('a change of glossary over a corpus', () => {
  it('brings and takes findings, with their places', async () => {
    const from = office('preferred: Port Office, deprecated: { Port Bureau: x }')
    const to = office('preferred: Port Office, deprecated: { Harbour Bureau: x }')
    const { files, gained, lost, changed } = await impact(from, to, texts)
    expect(files).toBe(2)
    expect(changed).toEqual([])
    expect(gained).toEqual([
      {
        rule: 'term/deprecated',
        severity: 'error',
        concept: 'port',
        zh: '港务处',
        found: 'Harbour Bureau',
        expected: ['Port Office'],
        count: 2,
        places: [
          { file: 'a.txt', line: 1, column: 5 },
          { file: 'b.txt', line: 1, column: 14 },
        ],
      },
    ])
    expect(lost).toMatchObject([{ found: 'Port Bureau', count: 1, places: [{ column: 29 }] }])
  })

  it('leaves findings where they are that only expect something else', async () => {
    const from = office('preferred: Port Office, deprecated: { Port Bureau: x }')
    const to = office('preferred: Docks Office, deprecated: { Port Bureau: y }')
    expect(await impact(from, to, texts)).toMatchObject({
      gained: [],
      lost: [],
      changed: [{ expected: ['Docks Office'], before: { expected: ['Port Office'] }, count: 1 }],
    })
  })

  it('is nothing where the glossaries are the same', async () => {
    const same = office('preferred: Port Office, deprecated: { Port Bureau: x }')
    expect(await impact(same, same, texts)).toEqual({ files: 2, gained: [], lost: [], changed: [] })
  })
})
