/** What is made of a look, without an editor: places, diagnostics, comments that ignore, one rendering for another. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type Project, projects } from '../../dist/config/project.js'
import { diagnosticsOf } from '../../dist/lsp/diagnostics.js'
import { ignoring } from '../../dist/lsp/ignoring.js'
import { knownOf } from '../../dist/lsp/known.js'
import { type Look, lookAt } from '../../dist/lsp/look.js'
import { type Occurrence, occurrenceAt, wordsOn } from '../../dist/lsp/occurrences.js'
import { renamed } from '../../dist/lsp/rename.js'

let project: Project
beforeAll(async () => {
  project = await projects(false, { info: true }).of('/nowhere/x')
})

async function look(text: string, languageId = 'plaintext'): Promise<Look> {
  const document = TextDocument.create('untitled:a', languageId, 1, text)
  return (await lookAt({ document, path: '/nowhere/a', open: true }, project)) as Look
}

const wrong = 'Central Network Information Office'

describe('diagnostics', () => {
  it('point behind a BOM and over CRLF', async () => {
    const [one] = diagnosticsOf(await look('\uFEFFIt is\r\na a test.\r\n'))
    expect(one?.range).toEqual({ start: { line: 1, character: 0 }, end: { line: 1, character: 3 } })
    const [first] = diagnosticsOf(await look('\uFEFFIt is a a test.'))
    expect(first?.range.start).toEqual({ line: 0, character: 7 })
  })

  it('name the earlier rendering in another place', async () => {
    const text =
      'The Office of the Central Cyberspace Affairs Commission met.\n\nThe Central Cyberspace Affairs Commission Office spoke.\n'
    const related = diagnosticsOf(await look(text)).flatMap((d) => d.relatedInformation ?? [])
    expect(related[0]?.location).toEqual({
      uri: 'untitled:a',
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 55 } },
    })
  })

  it('leave program text alone, and the remarks of git', async () => {
    expect(await look('a a', 'python')).toBeUndefined()
    const commit = await look('It is a a test\n\n# It is a a test\n', 'gitcommit')
    expect(diagnosticsOf(commit).map((d) => d.range.start.line)).toEqual([0])
  })
})

describe('the baseline of the desk', () => {
  it('is honoured while one writes, and read again when it changes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhengming-known-'))
    const file = join(folder, 'zhengming-baseline.tsv')
    const path = join(folder, 'deep/a.md')
    writeFileSync(join(folder, 'zhengming.config.yaml'), '')
    const desk = await projects(undefined, {}).of(path)
    const known = knownOf(() => folder)
    const text = 'All is well.\n\nWe read the the plan.\nIt is a a test.\n'
    const here = async () =>
      (await lookAt(
        { document: TextDocument.create('untitled:a', 'markdown', 1, text), path, open: true },
        desk,
        (all) => known.notKnown(path, desk, all),
      )) as Look
    const found = async () => (await here()).findings.map(({ actual }) => actual)
    try {
      expect(await found()).toEqual(['the the', 'a a'])
      writeFileSync(file, '=i6yajk\tgarble/repeated-word\t\tthe the\ndeep/a.md\te4kxl\ti6yajk\n')
      expect(await found()).toEqual(['a a'])
      const one = await here()
      expect(await ignoring(one.findings[0] as Look['findings'][number], one)).toBeDefined()
      writeFileSync(file, 'no baseline\n')
      expect(await found()).toEqual(['the the', 'a a'])
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe('a comment that ignores', () => {
  const ignored = async (text: string) => {
    const one = await look(text, 'markdown')
    const edit = await ignoring(one.findings[0] as Look['findings'][number], one)
    return edit && TextDocument.applyEdits(one.document, [edit])
  }

  it('stands on its own line before a paragraph', async () => {
    expect(await ignored('# Title\n\nIt is a a test.\n')).toBe(
      '# Title\n\n<!-- zhengming-disable-next-line garble/repeated-word -->\nIt is a a test.\n',
    )
  })

  it('stands at the end of the line before inside of one', async () => {
    expect(await ignored('All is well here.\nIt is a a test.\n')).toBe(
      'All is well here. <!-- zhengming-disable-next-line garble/repeated-word -->\nIt is a a test.\n',
    )
  })

  it('is not offered in plain text, where it would be published', async () => {
    const plain = await look('It is a a test.')
    expect(await ignoring(plain.findings[0] as Look['findings'][number], plain)).toBeUndefined()
  })
})

describe('one rendering for another', () => {
  const rename = async (text: string, name: string, languageId = 'plaintext') => {
    const one = await look(text, languageId)
    const here = (await occurrenceAt(one, text.indexOf('Network'))) as Occurrence
    const words = wordsOn(await one.read(), here)
    const { edits, left } = await renamed(one, { concept: here.concept, words }, name)
    return [TextDocument.applyEdits(one.document, edits), left]
  }

  it('carries capitals and articles over', async () => {
    expect(await rename(`A ${wrong}; THE ${wrong.toUpperCase()} met.`, 'Agency')).toEqual([
      'An Agency; THE AGENCY met.',
      0,
    ])
  })

  it('leaves what markup cuts through, and counts it', async () => {
    const text = `The ${wrong} met.\n\nThe Central **Network** Information Office spoke.\n`
    expect(await rename(text, 'Agency', 'markdown')).toEqual([text.replace(wrong, 'Agency'), 1])
  })
})
