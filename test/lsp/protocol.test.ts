/** The server as an editor meets it, over standard input and output: every capability that `initialize` advertises. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentHighlight,
  FullDocumentDiagnosticReport,
  Hover,
  InlayHint,
  Location,
  MarkupContent,
  WorkspaceDiagnosticReport,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node'
import { type Client, deskIn, edited, positionOf, startClient } from './client.js'

const stage = mkdtempSync(join(tmpdir(), 'zhengming-lsp-'))
afterAll(() => rmSync(stage, { recursive: true, force: true }))

const folderOf = (files: Record<string, string>) => deskIn(stage, files)

const wrong = 'Central Network Information Office'
const right = 'Office of the Central Cyberspace Affairs Commission'
const id = 'office-of-the-central-cyberspace-affairs-commission'
const article = `The ${wrong} met.\n\nIt said the ${wrong} held a a meeting with the ${right}.\n`

async function actionsAt(client: Client, uri: string, text: string, word: string, only?: string[]) {
  const position = positionOf(text, word)
  const all = await client.request<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only && { only }) },
  })
  return {
    titles: all.map((one) => one.title),
    named: (title: RegExp) => all.find((one) => title.test(one.title)) as CodeAction,
  }
}

describe('an editor that is pushed diagnostics', () => {
  const folder = folderOf({ 'a.txt': article, 'sub/b.md': `# The ${wrong}\n\nText.\n` })
  let client: Client
  let uri: string
  beforeAll(async () => {
    client = await startClient(folder, {
      capabilities: {
        window: { showDocument: { support: true } },
        workspace: { workspaceEdit: { documentChanges: true } },
      },
    })
    uri = client.uriOf('a.txt')
    await client.open(uri, article)
  })
  afterAll(async () => expect(await client.stop()).toBe(0))

  const at = (word: string) => ({ textDocument: { uri }, position: positionOf(article, word) })

  it('says what it can', () => {
    expect(Object.keys(client.initialized?.capabilities ?? {}).sort()).toEqual([
      'codeActionProvider',
      'completionProvider',
      'definitionProvider',
      'diagnosticProvider',
      'documentHighlightProvider',
      'executeCommandProvider',
      'hoverProvider',
      'inlayHintProvider',
      'referencesProvider',
      'renameProvider',
      'textDocumentSync',
      'workspace',
      'workspaceSymbolProvider',
    ])
  })

  it('pushes findings with their rule, source and tag', async () => {
    const [first, second, third] = await client.diagnostics(uri, 1)
    expect(first).toEqual({
      range: { start: { line: 0, character: 4 }, end: { line: 0, character: 38 } },
      severity: 1,
      source: 'zhengming',
      code: 'term/deprecated',
      codeDescription: { href: expect.stringMatching(/^https?:/) },
      tags: [2],
      message: expect.stringContaining(`expected "${right}"\n`),
    })
    expect(second?.range.start).toEqual({ line: 2, character: 12 })
    expect([third?.code, third?.tags]).toEqual(['garble/repeated-word', undefined])
  })

  it('replaces one, all, and what is safe', async () => {
    const { titles, named } = await actionsAt(client, uri, article, wrong)
    expect(titles[0]).toBe(`Replace with "${right}"`)
    expect(titles).toContain('Replace with "Office of the CCAC"')
    expect(named(/^Replace with/).isPreferred).toBe(true)
    expect(named(/^Replace with/).edit?.documentChanges).toMatchObject([
      { textDocument: { uri, version: 1 } },
    ])
    expect(edited(article, named(/^Replace with/).edit ?? {}, uri)).toBe(article.replace(wrong, right))
    expect(edited(article, named(/^Replace all 2 /).edit ?? {}, uri)).toBe(article.replaceAll(wrong, right))
    const safe = await actionsAt(client, uri, article, 'met', ['source.fixAll'])
    expect(safe.titles).toEqual(['Fix all that is safe'])
    expect(edited(article, safe.named(/safe/).edit ?? {}, uri)).toBe(article.replace('a a', 'a'))
    expect((await actionsAt(client, uri, article, 'met')).titles).toEqual(['Fix all that is safe'])
  })

  it('shows the concept over a right and over a wrong term', async () => {
    const hover = async (word: string) => {
      const answer = await client.request<Hover | null>('textDocument/hover', at(word))
      return (answer?.contents as MarkupContent | undefined)?.value
    }
    const said = await hover(wrong)
    expect(said).toContain('中央网信办')
    expect(said).toContain(`“${wrong}” is *refused*: the abbreviation 网信办 read word by word`)
    expect(said).toContain(`Preferred: **${right}**`)
    expect(said).toMatch(/Source: \[[\w.]+\]\(http/)
    expect(await hover(right)).toContain(`“${right}” is *the preferred form*`)
    expect(await hover('met')).toBeUndefined()
  })

  it('goes to the entry, finds and marks the others', async () => {
    const { uri: entry, range } = await client.request<Location>('textDocument/definition', at(wrong))
    expect(readFileSync(new URL(entry), 'utf8').split('\n')[range.start.line]).toBe(`- id: ${id}`)
    const found = await client.request<Location[]>('textDocument/references', {
      ...at(right),
      context: { includeDeclaration: false },
    })
    const where = found.map((one) => `${one.uri.split('/').at(-1)}:${one.range.start.line + 1}`)
    expect(where).toEqual(['a.txt:1', 'a.txt:3', 'a.txt:3', 'b.md:1'])
    expect(
      await client.request<DocumentHighlight[]>('textDocument/documentHighlight', at(wrong)),
    ).toHaveLength(3)
  })

  it('renames a rendering in all texts at once', async () => {
    expect(await client.request('textDocument/prepareRename', at(wrong))).toMatchObject({
      placeholder: wrong,
    })
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at(wrong), newName: right })
    expect(edited(article, edit, uri)).toBe(article.replaceAll(wrong, right))
    expect(edited(`# The ${wrong}\n\nText.\n`, edit, client.uriOf('sub/b.md'))).toBe(
      `# The ${right}\n\nText.\n`,
    )
  })

  it.each([
    ['Contact the Cyberspace Adm', 12, 'Cyberspace Administration of China'],
    ['cac', 0, 'Cyberspace Administration of China'],
    ['the zywxb', 4, right],
    ['网信', 0, 'cybersecurity and informatization'],
  ])('completes %s', async (typed, start, name) => {
    const other = client.uriOf('typed.txt')
    await client.open(other, typed)
    const { items, isIncomplete } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: other },
      position: { line: 0, character: typed.length },
    })
    expect(isIncomplete).toBe(true)
    expect(items[0]).toMatchObject({
      label: name,
      textEdit: { newText: name, range: { start: { line: 0, character: start } } },
    })
    const { documentation } = await client.request<CompletionItem>('completionItem/resolve', items[0])
    expect((documentation as MarkupContent).value).toContain(`Preferred: **${name}**`)
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: other } })
  })

  it('lists concepts as symbols', async () => {
    const [first] = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '中央网信办' })
    expect(first).toMatchObject({
      containerName: id,
      location: { uri: expect.stringMatching(/organs\.yaml$/) },
    })
  })

  it('hints at the Chinese only where that is asked for', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } }
    const ask = () => client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range })
    expect(await ask()).toBeNull()
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { zhengming: { inlayHints: true } },
    })
    expect((await ask()).map((hint) => hint.position)).toEqual([
      { line: 0, character: 38 },
      { line: 2, character: 46 },
      { line: 2, character: expect.any(Number) },
    ])
  })

  it('opens the entry and writes decisions, which count at once', async () => {
    const { named } = await actionsAt(client, uri, article, wrong)
    await client.request('workspace/executeCommand', named(/^Open the glossary entry/).command)
    expect(client.shown.at(-1)?.uri).toMatch(/organs\.yaml$/)
    const before = client.history.length
    await client.request('workspace/executeCommand', named(/in this file$/).command)
    const config = readFileSync(join(folder, 'zhengming.config.yaml'), 'utf8')
    expect(config).toBe(
      `accept:\n  - files:\n      - a.txt\n    concept: ${id}\n    found: ${wrong}\n    reason: say why\n`,
    )
    expect(client.shown.at(-1)).toMatchObject({
      uri: client.uriOf('zhengming.config.yaml'),
      selection: { start: { line: 5, character: 12 }, end: { line: 5, character: 19 } },
    })
    await client.until(() => client.history.length > before)
    expect((await client.diagnostics(uri)).map((d) => d.code)).toEqual(['garble/repeated-word'])
    rmSync(join(folder, 'zhengming.config.yaml'))
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uriOf('zhengming.config.yaml'), type: 3 }],
    })
    await client.until(() => client.pushed.get(uri)?.diagnostics.length === 3)
  })
})

describe('an editor that pulls diagnostics', () => {
  const folder = folderOf({
    'a.txt': article,
    'clean.txt': 'All is well.\n',
    'sub/b.md': 'It is a a test.\n',
  })
  let client: Client
  beforeAll(async () => {
    client = await startClient(folder, {
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: {
          configuration: true,
          diagnostics: { refreshSupport: true },
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      settings: { house: 'official' },
    })
    await client.open(client.uriOf('a.txt'), article)
  })
  afterAll(() => client.stop())

  it('is told of a text, and that it did not change', async () => {
    const textDocument = { uri: client.uriOf('a.txt') }
    const { kind, items, resultId } = await client.request<FullDocumentDiagnosticReport>(
      'textDocument/diagnostic',
      { textDocument },
    )
    expect([kind, items.length]).toEqual(['full', 3])
    const again = { textDocument, previousResultId: resultId }
    expect(await client.request('textDocument/diagnostic', again)).toEqual({ kind: 'unchanged', resultId })
    await client.change(textDocument.uri, 2, [{ text: 'All is well.' }])
    expect(await client.request('textDocument/diagnostic', again)).toMatchObject({ kind: 'full', items: [] })
    expect(client.history).toEqual([])
  })

  it('is told of the workspace, closed files and all', async () => {
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    })
    const said = items.map((one) => [
      one.uri.slice(client.uriOf('').length),
      one.version,
      'items' in one && one.items.length,
    ])
    expect(said).toEqual([
      ['a.txt', 2, 0],
      ['clean.txt', null, 0],
      ['sub/b.md', null, 1],
    ])
    const previousResultIds = items.map(({ uri, resultId }) => ({ uri, value: resultId }))
    // Nothing is new: the answer waits until something is.
    let again: WorkspaceDiagnosticReport | undefined
    const asked = client
      .request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds })
      .then((answer) => {
        again = answer
      })
    await new Promise((done) => setTimeout(done, 500))
    expect(again).toBeUndefined()
    writeFileSync(join(folder, 'clean.txt'), 'It is is well.\n')
    const changes = [{ uri: client.uriOf('clean.txt'), type: 2 }]
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes })
    await asked
    expect(again?.items.map((one) => one.kind)).toEqual(['unchanged', 'full', 'unchanged'])
  })

  it('is asked to pull again when a config changes', async () => {
    await client.until(() => client.registered.length > 1)
    expect(client.registered.sort()).toEqual([
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ])
    writeFileSync(join(folder, 'zhengming.config.yaml'), 'rules: { garble/repeated-word: off }\n')
    const before = client.refreshed.length
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: client.uriOf('zhengming.config.yaml'), type: 1 }],
    })
    await client.until(() => client.refreshed.length > before)
    const textDocument = { uri: client.uriOf('sub/b.md') }
    expect(await client.request('textDocument/diagnostic', { textDocument })).toMatchObject({ items: [] })
  })
})

describe('a workspace with several folders and configs', () => {
  const folder = folderOf({
    'one/a.txt': 'It is a a test.\n',
    'one/quiet/b.txt': 'It is a a test.\n',
    'one/quiet/zhengming.config.yaml': 'rules: { garble/repeated-word: off }\n',
    'two/c.txt': 'It is a a test.\n',
  })
  let client: Client
  beforeAll(async () => {
    client = await startClient(join(folder, 'one'), {
      capabilities: { workspace: { workspaceFolders: true } },
    })
  })
  afterAll(() => client.stop())

  const all = async () => {
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    })
    return items.map((one) => `${one.uri.split('/').at(-1)} ${'items' in one && one.items.length}`)
  }

  it('takes for each text the config nearest to it, and folders as they come and go', async () => {
    expect(await all()).toEqual(['a.txt 1', 'b.txt 0'])
    const two = { uri: pathToFileURL(join(folder, 'two')).href, name: 'two' }
    const changed = (event: object) =>
      client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
    await changed({ added: [two], removed: [] })
    expect(await all()).toEqual(['a.txt 1', 'b.txt 0', 'c.txt 1'])
    await changed({ added: [], removed: [two] })
    expect(await all()).toEqual(['a.txt 1', 'b.txt 0'])
  })

  it('writes a decision into the config of the folder that the text is in', async () => {
    const other = folderOf({ 'c.txt': 'It is a a test.\n' })
    const event = { added: [{ uri: pathToFileURL(other).href, name: 'other' }], removed: [] }
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
    const uri = pathToFileURL(join(other, 'c.txt')).href
    await client.open(uri, 'It is a a test.\n')
    expect(await client.diagnostics(uri, 1)).toHaveLength(1)
    const argument = { uri, found: 'a a', rule: 'garble/repeated-word', reason: 'a title' }
    const accept = { command: 'zhengming.accept', arguments: [argument] }
    await client.request('workspace/executeCommand', accept)
    expect(readFileSync(join(other, 'zhengming.config.yaml'), 'utf8')).toContain('reason: a title')
    expect(await client.diagnostics(uri)).toEqual([])
    for (const [wrong, said] of [
      [{ command: 'zhengming.accept' }, 'zhengming.accept: expected an object with a uri'],
      [{ command: 'zhengming.fly', arguments: [argument] }, 'no command "zhengming.fly"'],
    ] as const) {
      expect(await client.request('workspace/executeCommand', wrong)).toBeNull()
      expect(client.messages.at(-1)).toBe(`zhengming: ${said}`)
    }
  })

  it('asks for the settings of each text', async () => {
    const asking = await startClient(folder, {
      capabilities: { workspace: { configuration: true } },
      settingsOf: (uri) => (uri.endsWith('/hints.txt') ? { info: true } : null),
    })
    const counts: number[] = []
    for (const name of ['plain.txt', 'hints.txt']) {
      await asking.open(asking.uriOf(name), 'It grew under the premise of unity.\n')
      counts.push((await asking.diagnostics(asking.uriOf(name), 1)).length)
    }
    expect(counts).toEqual([0, 1])
    await asking.stop()
  })

  it('looks at a text that was never saved, and at a commit message without the remarks of git', async () => {
    await client.open('untitled:Untitled-1', 'It is a a test.\n', 'markdown')
    expect(await client.diagnostics('untitled:Untitled-1', 1)).toHaveLength(1)
    const commit = client.uriOf('.git/COMMIT_EDITMSG')
    await client.open(commit, 'It is a a test.\n# It is a a test.\n', 'git-commit')
    expect(await client.diagnostics(commit, 1)).toHaveLength(1)
  })

  it('checks and completes a rule and a house that say which schema they follow', async () => {
    const line = (schema: string) => `# yaml-language-server: $schema=../schema/${schema}.json\n`
    const uri = client.uriOf('repeated.yaml')
    const rule = readFileSync(new URL('../../rules/garble/repeated-word.yaml', import.meta.url), 'utf8')
    await client.open(uri, rule, 'yaml')
    expect(await client.diagnostics(uri, 1)).toEqual([])
    await client.change(uri, 2, [{ text: `${rule}patterns: { "a [b": c }\n` }])
    expect((await client.diagnostics(uri, 2)).map(({ range }) => range.start.line)).toEqual([
      rule.split('\n').length - 1,
    ])
    const house = client.uriOf('ours.yaml')
    await client.open(house, `${line('house')}summary: Ours.\nrefse: []\n`, 'yaml')
    const [wrong] = await client.diagnostics(house, 1)
    expect(wrong?.message).toContain('unknown key "refse", did you mean "refuse"?')
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri: house },
      position: { line: 2, character: 3 },
    })
    expect(items[0]?.label).toBe('refuse')
  })

  it('completes keys and ids in a config', async () => {
    const uri = client.uriOf('quiet/zhengming.config.yaml')
    const labels = async (typed: string) => {
      await client.open(uri, typed, 'yaml')
      const { items } = await client.request<CompletionList>('textDocument/completion', {
        textDocument: { uri },
        position: { line: 0, character: typed.length },
      })
      await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } })
      return items.map(({ label }) => label)
    }
    expect(await labels('gl')).toContain('glossary')
    expect(await labels('rules: { garble/rep')).toContain('garble/repeated-word')
    expect(await labels('accept: [{ concept: cyberspace-adm')).toContain('cyberspace-administration-of-china')
  })
})
