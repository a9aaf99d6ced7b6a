/** The baseline in an editor: what is written into it is seen no more, and the command line sees it the same way. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import type { CodeAction, FullDocumentDiagnosticReport } from 'vscode-languageserver/node'
import { type Client, deskIn, startClient } from './client.js'

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const stage = realpathSync(mkdtempSync(join(tmpdir(), 'zhengming-known-')))
afterAll(() => rmSync(stage, { recursive: true, force: true }))

const folderOf = (files: Record<string, string>) => deskIn(stage, files)

const zhengming = (folder: string, ...args: string[]) =>
  spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CI: '' },
  })

const article = 'It is a a test.\n\nWe read the the plan.\n\nThey met on on Monday.\n'
const actuals = (client: Client, uri: string) =>
  (client.pushed.get(uri)?.diagnostics ?? []).map((one) => /"(.*?)"/.exec(one.message)?.[1])

async function take(client: Client, uri: string, line: number, title: RegExp): Promise<unknown> {
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: { line, character: 0 }, end: { line, character: 20 } },
    context: { diagnostics: [], only: ['quickfix'] },
  })
  const action = actions.find((one) => title.test(one.title))
  expect(action?.command, actions.map((one) => one.title).join('\n')).toBeDefined()
  return client.request('workspace/executeCommand', action?.command)
}

it('takes one finding, then all of the file, and they are gone at once, for the command line, too', async () => {
  const folder = folderOf({ 'sub/a.txt': article, 'zhengming.config.yaml': 'baseline: known/here.tsv\n' })
  mkdirSync(join(folder, 'known'))
  const path = join(folder, 'known/here.tsv')
  const client = await startClient(folder)
  const uri = client.uriOf('sub/a.txt')
  await client.open(uri, article)
  await client.diagnostics(uri, 1)
  expect(actuals(client, uri)).toEqual(['a a', 'the the', 'on on'])
  await take(client, uri, 2, /^Add "the the" to the baseline$/)
  expect(actuals(client, uri)).toEqual(['a a', 'on on'])
  const one = readFileSync(path, 'utf8')
  expect(one).toMatch(/^=\w+\tgarble\/repeated-word\t\tthe the\n\.\.\/sub\/a\.txt\t\w+\t\w+\n$/m)
  expect(one.match(/sub\/a\.txt/g)).toHaveLength(1)
  await take(client, uri, 0, /^Add all 2 findings of this file to the baseline$/)
  expect(actuals(client, uri)).toEqual([])
  const all = readFileSync(path, 'utf8')
  expect(zhengming(folder, 'lint', '--info').status).toBe(0)
  // Written anew from the command line it is the same, byte for byte.
  expect(zhengming(folder, 'baseline').stdout).toContain('0 added, 0 dropped')
  expect(readFileSync(path, 'utf8')).toBe(all)
  await client.change(uri, 2, [{ text: `${article}All was was well.\n` }])
  await client.diagnostics(uri, 2)
  expect(actuals(client, uri)).toEqual(['was was'])
  expect(client.messages).toEqual([])
  expect(await client.stop()).toBe(0)
})

it('sees what the command line writes, with the next look and when the editor says so', async () => {
  const folder = folderOf({ 'a.txt': article })
  const client = await startClient(folder, {
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: { diagnostics: { refreshSupport: true } },
    },
  })
  const textDocument = { uri: client.uriOf('a.txt') }
  const pull = async (previousResultId?: string) =>
    client.request<FullDocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
      previousResultId,
    })
  await client.open(textDocument.uri, article)
  const first = await pull()
  expect(first.items).toHaveLength(3)
  expect(zhengming(folder, 'baseline', 'a.txt').status).toBe(0)
  await client.change(textDocument.uri, 2, [{ text: `${article}It is is one.\n` }])
  const second = await pull(first.resultId)
  expect(second.items.map((one) => one.message)).toEqual([expect.stringContaining('"is is"')])
  rmSync(join(folder, 'zhengming-baseline.tsv'))
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: client.uriOf('zhengming-baseline.tsv'), type: 3 }],
  })
  await client.until(() => client.refreshed.length > 0)
  expect((await pull(second.resultId)).items).toHaveLength(4)
  expect(await client.stop()).toBe(0)
})

it('leaves a broken baseline as it is, says where it is broken, and shows all findings', async () => {
  const broken = '<<<<<<< HEAD\n'
  const folder = folderOf({ 'a.txt': article, 'zhengming-baseline.tsv': broken })
  const client = await startClient(folder)
  const [uri, tsv] = [client.uriOf('a.txt'), client.uriOf('zhengming-baseline.tsv')]
  await client.open(uri, article)
  await client.until(() => client.pushed.has(tsv))
  expect(client.pushed.get(uri)?.diagnostics).toHaveLength(3)
  expect(client.pushed.get(tsv)?.diagnostics.map((one) => one.message)).toEqual([
    'a merge was left open here',
  ])
  await take(client, uri, 0, /^Add "a a" to the baseline$/)
  expect(client.messages).toEqual([
    expect.stringContaining('zhengming-baseline.tsv:1:1: a merge was left open here'),
  ])
  expect(readFileSync(join(folder, 'zhengming-baseline.tsv'), 'utf8')).toBe(broken)
  // What was never saved has no name to be known by.
  await client.open('untitled:x', article)
  await client.diagnostics('untitled:x', 1)
  const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: 'untitled:x' },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
    context: { diagnostics: [] },
  })
  expect(actions.map(({ title }) => title).join()).not.toContain('baseline')
  expect(await client.stop()).toBe(0)
})
