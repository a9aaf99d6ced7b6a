/** What must not end the server, nor make it say something of a text that is gone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { type Diagnostic, ErrorCodes } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { createSession } from '../../dist/index.js'
import { startClient } from './client.js'

const stage = mkdtempSync(join(tmpdir(), 'zhengming-robust-'))
afterAll(() => rmSync(stage, { recursive: true, force: true }))
const folderOf = () => mkdtempSync(join(stage, 'desk-'))

const own =
  '- id: our-forum\n  zh: [我们的论坛]\n  kind: event\n  preferred: Our Forum\n  deprecated:\n    We Forum: word by word\n'

describe('the language server', () => {
  it('refuses what comes too early, too late or is unknown', async () => {
    const client = await startClient(folderOf(), { raw: true })
    const hover = { textDocument: { uri: client.uriOf('a.txt') }, position: { line: 0, character: 0 } }
    const codeOf = (method: string, params: unknown) =>
      client.request(method, params).then(
        () => undefined,
        (error) => error.code,
      )
    expect(await codeOf('textDocument/hover', hover)).toBe(ErrorCodes.ServerNotInitialized)
    await client.initialize()
    await client.connection.sendNotification('initialized', {})
    expect(await codeOf('textDocument/fly', hover)).toBe(ErrorCodes.MethodNotFound)
    expect(await codeOf('textDocument/hover', hover)).toBeUndefined()
    await client.connection.sendRequest('shutdown')
    expect(await codeOf('textDocument/hover', hover)).toBe(ErrorCodes.InvalidRequest)
    await client.connection.sendNotification('exit')
    expect(await client.exited).toBe(0)
  })

  it('logs an exception in a check, says so in the text, and lives', async () => {
    const breaking = join(stage, 'breaking.mjs')
    // One word makes the sorting of findings fail as nothing should.
    writeFileSync(
      breaking,
      'const { test } = RegExp.prototype\n' +
        'RegExp.prototype.test = function (text) { if (String(text).includes("unlucky")) throw new Error("out of luck"); return test.call(this, text) }\n',
    )
    const client = await startClient(folderOf(), { env: { NODE_OPTIONS: `--import=${breaking}` } })
    const uri = client.uriOf('a.txt')
    await client.open(uri, 'An unlucky word.\n')
    const [failed] = await client.diagnostics(uri, 1)
    expect(failed?.message).toBe('zhengming could not check this text: out of luck')
    expect(client.logged.join()).toContain('out of luck')
    await client.change(uri, 2, [{ text: 'It is a a test.\n' }])
    expect((await client.diagnostics(uri, 2)).map((d) => d.code)).toEqual(['garble/repeated-word'])
    expect(await client.stop()).toBe(0)
  })

  it('keeps the last whole glossary while one is saved half-written, says what is wrong, and writes into it', async () => {
    const folder = folderOf()
    const terms = join(folder, 'terms.yaml')
    writeFileSync(terms, own)
    writeFileSync(join(folder, 'zhengming.config.yaml'), 'glossary: [terms.yaml]\n')
    const client = await startClient(folder, { env: { ZHENGMING_CACHE: join(folder, '.cache') } })
    const [uri, yaml] = [client.uriOf('a.txt'), client.uriOf('terms.yaml')]
    const saved = (text: string) => {
      writeFileSync(terms, text)
      return client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: yaml, type: 2 }],
      })
    }
    await client.open(uri, 'We Forum was held.\n')
    expect((await client.diagnostics(uri, 1)).map((d) => d.code)).toEqual(['term/deprecated'])
    await saved(`${own}  note: [half\n`)
    await client.until(() => (client.pushed.get(yaml)?.diagnostics.length ?? 0) > 0)
    expect(client.pushed.get(yaml)?.diagnostics[0]?.range.start.line).toBeGreaterThan(5)
    expect(client.pushed.get(uri)?.diagnostics).toHaveLength(1)
    const mended = `# Ours.\n${own.replace('We Forum', 'Forum of Us')}`
    await saved(mended)
    await client.until(() => client.pushed.get(uri)?.diagnostics.length === 0)
    expect(client.pushed.get(yaml)?.diagnostics).toEqual([])
    // Open in the editor: wrong at once, before it is saved.
    await client.open(yaml, mended, 'yaml')
    expect(await client.diagnostics(yaml, 1)).toEqual([])
    await client.change(yaml, 2, [{ text: mended.replace('kind', 'kin') }])
    expect((await client.diagnostics(yaml, 2)).map((d) => d.message)).toContainEqual(
      expect.stringContaining('unknown key "kin", did you mean "kind"?'),
    )
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: yaml } })
    await client.request('workspace/executeCommand', {
      command: 'zhengming.admit',
      arguments: [{ uri, concept: 'our-forum', form: 'Forum of Ours', file: terms }],
    })
    expect(readFileSync(terms, 'utf8')).toBe(`${mended}  admitted:\n    - Forum of Ours\n`)
    expect(client.messages).toEqual([])
    const whole = readFileSync(terms, 'utf8')
    await client.request('workspace/executeCommand', {
      command: 'zhengming.admit',
      arguments: [{ uri, concept: 'our-forum', form: 'Forum of Us', file: terms }],
    })
    expect(client.messages.join()).toMatch(/terms\.yaml is as before: .*Forum of Us/)
    expect(readFileSync(terms, 'utf8')).toBe(whole)
    expect(await client.stop()).toBe(0)
  })

  it('lives when a file goes away under it', async () => {
    const folder = folderOf()
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'It is a a test.\n')
    const client = await startClient(folder)
    const all = () => client.request<{ items: unknown[] }>('workspace/diagnostic', { previousResultIds: [] })
    expect((await all()).items).toHaveLength(1)
    const uri = client.uriOf('a.txt')
    await client.open(uri, 'It is a a test.\n')
    rmSync(path)
    await client.change(uri, 2, [{ text: 'It is is a test.\n' }])
    expect(await client.diagnostics(uri, 2)).toHaveLength(1)
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
    await client.until(() => client.pushed.get(uri)?.diagnostics.length === 0)
    expect((await all()).items).toEqual([])
    expect(await client.stop()).toBe(0)
  })

  it('sees the text that the editor has, whatever the edits, and finds what a fresh lint finds', async () => {
    const client = await startClient(folderOf(), { settings: { debounce: 0 } })
    const session = await createSession()
    const pieces = [
      'the the ',
      'Central Network Information Office',
      '\n',
      '\r\n',
      '中央网信办 ',
      '𠮷',
      ' a a',
      '. ',
      '# ',
      'Xi Jinping ',
    ]
    const edit = fc.record({ at: fc.nat(), length: fc.nat(30), text: fc.constantFrom('', ...pieces) })
    let n = 0
    let made = 0
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('plaintext', 'markdown', 'html'),
        fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 20 }),
        async (languageId, rounds) => {
          const uri = `untitled:${n++}`
          let text = 'The Central Network Information Office met.\n\nIt is a a test.\r\nAll is well.\n'
          let version = 1
          await client.open(uri, text, languageId)
          for (const edits of rounds) {
            made += edits.length
            const changes = edits.map(({ at, length, text: put }) => {
              const document = TextDocument.create(uri, '', 0, text)
              const start = document.positionAt(at % (text.length + 1))
              const end = document.positionAt(document.offsetAt(start) + length)
              const range = { start, end }
              text = TextDocument.applyEdits(document, [{ range, newText: put }])
              return { range, text: put }
            })
            await client.change(uri, ++version, changes)
          }
          const said = await client.diagnostics(uri, version)
          const format = languageId === 'plaintext' ? 'plain' : (languageId as 'markdown' | 'html')
          const fresh = await session.lint({ text, format })
          const document = TextDocument.create(uri, '', 0, text)
          expect(said.map(place)).toEqual(
            fresh.findings.map(({ ruleId, start, end }) =>
              place({
                code: ruleId,
                range: { start: document.positionAt(start), end: document.positionAt(end) },
              }),
            ),
          )
          await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
          client.pushed.delete(uri)
        },
      ),
      { numRuns: Number(process.env.RUNS ?? 750) },
    )
    expect(made).toBeGreaterThan(process.env.RUNS ? 0 : 10_000)
    // What was pushed on the way never belonged to a version that was gone.
    const versions = new Map<string, number>()
    for (const { uri, version = 0 } of client.history.filter((one) => one.version !== undefined)) {
      expect(version).toBeGreaterThanOrEqual(versions.get(uri) ?? 0)
      versions.set(uri, version)
    }
    expect(await client.stop()).toBe(0)
  })
})

function place({ code, range: { start, end } }: Pick<Diagnostic, 'code' | 'range'>): string {
  return `${code} ${start.line}:${start.character}-${end.line}:${end.character}`
}
