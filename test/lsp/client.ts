/** A client as an editor is one: starts `zhengming lsp --stdio` and speaks the protocol with it. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'

const own = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))

export interface Options {
  capabilities?: ClientCapabilities
  settings?: object
  /** In place of `settings`, where they differ from text to text. */
  settingsOf?: (uri: string) => object | null
  /** Before initialize. */
  raw?: boolean
  env?: Record<string, string>
  /** Another program in place of the built one. */
  cli?: string
}

export type Client = Awaited<ReturnType<typeof startClient>>

export async function startClient(
  folder: string,
  { capabilities = {}, settings, settingsOf = () => settings ?? null, raw, env, cli = own }: Options = {},
) {
  const server = spawn(process.execPath, [cli, 'lsp', '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  let stderr = ''
  server.stderr.on('data', (data) => {
    stderr += data
  })
  const exited = new Promise<number | null>((done) => server.once('exit', done))
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  )
  const pushed = new Map<string, PublishDiagnosticsParams>()
  const history: PublishDiagnosticsParams[] = []
  const logged: string[] = []
  const shown: { uri: string; selection?: unknown }[] = []
  const messages: string[] = []
  const registered: string[] = []
  const applied: WorkspaceEdit[] = []
  const refreshed: string[] = []
  let wake = () => {}
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    pushed.set(params.uri, params)
    history.push(params)
    wake()
  })
  connection.onNotification('window/logMessage', ({ message }) => void logged.push(message))
  connection.onNotification('window/showMessage', ({ message }) => void messages.push(message))
  connection.onRequest('window/showMessageRequest', ({ message }) => void messages.push(message))
  connection.onRequest('window/showDocument', (params) => {
    shown.push(params)
    return { success: true }
  })
  connection.onRequest('workspace/applyEdit', ({ edit }) => {
    applied.push(edit)
    return { applied: true }
  })
  connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri: string }[] }) =>
    items.map(({ scopeUri }) => settingsOf(scopeUri)),
  )
  connection.onRequest('workspace/diagnostic/refresh', () => void refreshed.push('diagnostics'))
  connection.onRequest('workspace/inlayHint/refresh', () => void refreshed.push('hints'))
  connection.onRequest('client/registerCapability', ({ registrations }) => {
    for (const { method } of registrations) registered.push(method)
  })
  connection.listen()

  const uriOf = (name: string) => pathToFileURL(`${folder}/${name}`).href
  const initialize = (): Promise<InitializeResult> =>
    connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'desk' }],
      initializationOptions: settings,
      capabilities,
    })
  const initialized = raw ? undefined : await initialize()
  if (!raw) await connection.sendNotification('initialized', {})

  /** The diagnostics that belong to this version, or a later one. */
  async function diagnostics(uri: string, version?: number): Promise<Diagnostic[]> {
    for (;;) {
      const last = pushed.get(uri)
      if (last && (version === undefined || (last.version ?? 0) >= version)) return last.diagnostics
      await new Promise<void>((done) => {
        wake = done
      })
    }
  }

  return {
    server,
    exited,
    connection,
    initialize,
    initialized,
    pushed,
    history,
    logged,
    shown,
    messages,
    registered,
    applied,
    refreshed,
    uriOf,
    diagnostics,
    stderr: () => stderr,
    request: <T>(method: string, params: unknown): Promise<T> => connection.sendRequest(method, params),
    open: (uri: string, text: string, languageId = 'plaintext', version = 1) =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId, version, text },
      }),
    change: (uri: string, version: number, contentChanges: object[]) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges,
      }),
    /** Waits until something that the server does on its own has happened. */
    async until(what: () => boolean): Promise<void> {
      while (!what()) await new Promise((done) => setTimeout(done, 20))
    },
    async stop(): Promise<number | null> {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      return exited
    },
  }
}

/** A folder of its own below `stage`, with files. */
export function deskIn(stage: string, files: Record<string, string>): string {
  const folder = mkdtempSync(join(stage, 'desk-'))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

/** A text with the edits of a workspace edit in it. */
export function edited(text: string, edit: WorkspaceEdit, uri: string): string {
  const document = TextDocument.create(uri, '', 0, text)
  const edits =
    edit.changes?.[uri] ??
    edit.documentChanges?.flatMap((one) =>
      'edits' in one && one.textDocument.uri === uri
        ? (one.edits as { range: never; newText: string }[])
        : [],
    ) ??
    []
  return TextDocument.applyEdits(document, edits)
}

/** Where a word stands, as the editor says it. */
export function positionOf(text: string, word: string, into = 1) {
  const document = TextDocument.create('x:', '', 0, text)
  return document.positionAt(text.indexOf(word) + into)
}
