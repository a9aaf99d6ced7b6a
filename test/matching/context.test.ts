import { describe, expect, it } from 'vitest'
import shipped from '#shipped'
import { compileGlossary } from '../../src/glossary/compile.js'
import { conceptSchema } from '../../src/glossary/schema.js'
import { createSession } from '../../src/index.js'

/** One refused form, limited by what stands around it, over real texts. */
async function found(context: object, text: string): Promise<string[]> {
  const concept = conceptSchema.parse({
    id: 'cybersecurity',
    kind: 'term',
    preferred: 'cybersecurity',
    deprecated: { 'net safety': { why: 'read word by word', ...context } },
  })
  const { glossary } = compileGlossary([
    { concept, file: 'own.yaml', locate: () => ({ line: 1, column: 1 }) },
  ])
  const rules = shipped.rules.map((rule) => ({ ...rule, phrases: [], lists: {} }))
  const session = await createSession({ data: { ...shipped, glossary, rules, trie: undefined } })
  const { findings } = await session.lint({ text })
  return findings.filter((f) => f.ruleId === 'term/deprecated').map((f) => f.actual)
}

const far = 'The CPC met on Monday.\n\nNet safety came first.'
const near = 'The CPC spoke of net safety.'

describe('the context of a form', () => {
  it('`with` looks at the sentence, `about` at the article', async () => {
    expect(await found({ with: ['CPC'] }, far)).toEqual([])
    expect(await found({ with: ['CPC'] }, near)).toEqual(['net safety'])
    expect(await found({ about: ['CPC'] }, far)).toEqual(['Net safety'])
    expect(await found({ about: ['CPC'] }, 'Net safety came first.')).toEqual([])
  })

  it('asks for a phrase, not for its words apart', async () => {
    expect(await found({ about: ['Central Committee'] }, 'A central bank. A committee. Net safety.')).toEqual(
      [],
    )
  })

  it('`with` or `about` is enough; `without` forbids either way', async () => {
    expect(await found({ with: ['Monday'], about: ['CPC'] }, far)).toEqual(['Net safety'])
    expect(await found({ without: ['first'], about: ['CPC'] }, far)).toEqual([])
  })

  it('has open places for one word', async () => {
    expect(await found({ after: ['{name} and'] }, 'They met Li and net safety.')).toEqual(['net safety'])
    expect(await found({ after: ['{name} and'] }, 'They met it and net safety.')).toEqual([])
    expect(await found({ before: ['{number}'] }, 'It was net safety 2035.')).toEqual(['net safety'])
  })

  it('knows no other open place', () => {
    const concept = conceptSchema.parse({
      id: 'x',
      kind: 'term',
      preferred: 'x',
      deprecated: { 'net safety': { why: 'no', with: ['the {noun} of'] } },
    })
    const { problems } = compileGlossary([
      { concept, locate: (path) => ({ file: path.join('.'), line: 1, column: 1 }) },
    ])
    expect(problems).toMatchObject([
      {
        file: 'deprecated.net safety.with',
        message: 'x: of open places "with" knows only {name} and {number}',
      },
    ])
  })
})
