/**
 * The language server: the life of a connection, what comes in handed to who answers it. Nothing that fails ends it: it
 * is logged, and the answer is an empty one. Requests before `initialize` and after `shutdown` are refused.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  type InitializeParams,
  ResponseError,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Project } from '../config/project.js'
import type { Answers } from './answers.js'
import { type Client, capabilities, clientOf } from './capabilities.js'
import { deskOf } from './desk.js'
import { diagnosing } from './diagnosing.js'
import { looksAt } from './looks.js'
import { publisher } from './publisher.js'
import { reloader } from './reloader.js'
import { defaults, type EditorSettings, settingsOf } from './settings.js'
import { isYaml } from './source.js'
import type { Writing } from './writes.js'

export function serve(connection: Connection): void {
  const texts = new TextDocuments(TextDocument)
  const desk = deskOf()
  const settings = new Map<string, Promise<EditorSettings>>()
  let client = {} as Client
  let given = defaults
  let state: 'new' | 'running' | 'down' = 'new'

  const log = (what: string, error: unknown) =>
    connection.console.error(`${what}: ${(error as Error).stack ?? (error as Error).message ?? error}`)

  function settingsFor(uri: string): Promise<EditorSettings> {
    const asked = settings.get(uri) ?? askEditor(uri)
    settings.set(uri, asked)
    return asked
  }

  async function askEditor(scopeUri: string): Promise<EditorSettings> {
    if (!client.configures) return given
    try {
      return settingsOf(
        await connection.workspace.getConfiguration({ scopeUri, section: 'zhengming' }),
        given,
      )
    } catch (error) {
      log('workspace/configuration', error)
      return given
    }
  }

  const looks = looksAt(texts, desk, settingsFor)
  const { diagnose, pulled, pulledAll, changed } = diagnosing({ texts, desk, looks, log })
  const push = publisher({
    versionOf: (uri) => texts.get(uri)?.version,
    diagnose,
    delay: async (uri) => (await settingsFor(uri)).debounce,
    send: (params) => void connection.sendDiagnostics(params),
  })

  /** Whoever pulls articles is still pushed the desk's own files, which it may not even have asked for. */
  const pushes = (text: TextDocument) => !client.pulls || isYaml(text)

  const { reload, knowsMore, sayBroken } = reloader({
    connection,
    texts,
    desk,
    push,
    pushes,
    changed,
    client: () => client,
  })

  /** A failure is logged and answered with nothing. */
  function answered<P extends unknown[], R>(what: string, none: R, work: (...params: P) => R | Promise<R>) {
    return async (...params: P): Promise<R | ResponseError<never>> => {
      if (state === 'new')
        return new ResponseError<never>(ErrorCodes.ServerNotInitialized, 'not initialized yet')
      if (state === 'down') return new ResponseError<never>(ErrorCodes.InvalidRequest, 'shut down already')
      try {
        return await work(...params)
      } catch (error) {
        log(what, error)
        return none
      }
    }
  }

  connection.onInitialize((params) => {
    client = clientOf(params)
    given = settingsOf(params.initializationOptions)
    desk.roots = rootsOf(params)
    state = 'running'
    // Read while the editor still opens its first text.
    setImmediate(() => void desk.projectOf(join(desk.roots[0] ?? process.cwd(), 'x'), given).then(warmed))
    return { capabilities, serverInfo: { name: 'zhengming', version: version() } }
  })

  connection.onInitialized(async () => {
    if (client.tellsSettings)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'zhengming' })
    if (client.watches)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: '**/*.{yaml,yml,tsv}' },
          { globPattern: '**/*.{txt,md,markdown,html,htm}' },
        ],
      })
    if (client.folders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => pathIn(uri)))
        desk.roots = [...desk.roots.filter((root) => !gone.has(root)), ...added.map(({ uri }) => pathIn(uri))]
        void reload()
      })
  })

  connection.onShutdown(() => {
    state = 'down'
    changed()
  })

  connection.onDidChangeConfiguration(({ settings: pushed }) => {
    const own = (pushed as { zhengming?: unknown } | null)?.zhengming
    if (own !== undefined) given = settingsOf(own, given)
    settings.clear()
    void reload()
  })

  const isBaseline = (uri: string) => uri.startsWith('file:') && desk.known.has(desk.pathOf(uri))

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => /\.ya?ml$/.test(uri))) void reload()
    else if (changes.some(({ uri }) => isBaseline(uri))) void knowsMore()
    else {
      changed()
      if (client.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => {})
    }
  })

  // An opening counts as a change, too; it does not wait.
  const opening = new WeakSet<TextDocument>()
  texts.onDidOpen(({ document }) => {
    opening.add(document)
    changed()
    if (pushes(document)) void push.now(document.uri).then(sayBroken)
  })
  texts.onDidChangeContent(({ document }) => {
    if (!opening.delete(document) && pushes(document)) push.changed(document.uri)
  })
  texts.onDidSave(({ document }) => {
    if (isYaml(document)) void reload()
    else if (isBaseline(document.uri)) void knowsMore()
  })
  texts.onDidClose(({ document: { uri } }) => {
    push.closed(uri)
    looks.forget(uri)
    settings.delete(uri)
    changed()
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  // The first diagnostics wait for nothing that they do not need.
  let made: Promise<Answers> | undefined
  function on(): Promise<Answers> {
    made ??= import('./answers.js').then(({ answers }) =>
      answers({ connection, texts, desk, looks, settingsFor, client: () => client }),
    )
    return made
  }
  function ask<K extends keyof Answers>(name: K): Answers[K] {
    return (async (params: never) => ((await on())[name] as (params: never) => unknown)(params)) as Answers[K]
  }
  connection.languages.diagnostics.on(answered('diagnostic', { kind: 'full', items: [] }, pulled))
  connection.languages.diagnostics.onWorkspace(answered('workspace/diagnostic', { items: [] }, pulledAll))
  connection.languages.inlayHint.on(answered('inlayHint', null, ask('hints')))
  connection.onCodeAction(answered('codeAction', null, ask('actions')))
  connection.onHover(answered('hover', null, ask('hover')))
  connection.onCompletion(answered('completion', null, ask('completion')))
  connection.onCompletionResolve(ask('resolveItem'))
  connection.onDefinition(answered('definition', null, ask('definition')))
  connection.onReferences(answered('references', null, ask('references')))
  connection.onDocumentHighlight(answered('documentHighlight', null, ask('highlights')))
  connection.onPrepareRename(answered('prepareRename', null, ask('prepareRename')))
  connection.onRenameRequest(answered('rename', null, ask('rename')))
  connection.onWorkspaceSymbol(answered('workspace/symbol', null, ask('symbols')))

  const writing: Writing = {
    connection,
    texts,
    desk,
    looks,
    settingsFor,
    get shows() {
      return client.shows
    },
    written: reload,
    known: knowsMore,
  }
  connection.onExecuteCommand(
    answered('executeCommand', null, async (params) => {
      await (await import('./writes.js')).carryOut(params, writing)
      return null
    }),
  )

  texts.listen(connection)
  connection.listen()
}

/** The first lint pays for what all share. */
function warmed(project: Project | undefined): void {
  void project?.session().then((session) => session.lint({ text: 'It is a test.' }))
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
  return uris.filter((uri) => uri.startsWith('file:')).map(pathIn)
}

function pathIn(uri: string): string {
  return fileURLToPath(uri).replace(/(?<=.)[/\\]$/, '')
}

function version(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
}
