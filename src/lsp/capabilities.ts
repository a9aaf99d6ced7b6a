/** What the server says that it can, and what it needs to know of the editor. Pure. */
import {
  CodeActionKind,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node'
import { commands, fixAll } from './commands.js'

export const capabilities: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  diagnosticProvider: {
    identifier: 'zhengming',
    interFileDependencies: false,
    workspaceDiagnostics: true,
  },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAll] },
  hoverProvider: true,
  completionProvider: { resolveProvider: true },
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  workspaceSymbolProvider: true,
  inlayHintProvider: true,
  executeCommandProvider: { commands: Object.values(commands) },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
}

export interface Client {
  /** It asks for diagnostics itself; pushed as well, they would stand twice. */
  pulls: boolean
  refreshesDiagnostics: boolean
  refreshesHints: boolean
  configures: boolean
  tellsSettings: boolean
  watches: boolean
  folders: boolean
  /** Edits may name versions. */
  versions: boolean
  shows: boolean
}

export function clientOf({ capabilities: { textDocument, workspace, window } }: InitializeParams): Client {
  return {
    pulls: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport ?? false,
    refreshesHints: workspace?.inlayHint?.refreshSupport ?? false,
    tellsSettings: workspace?.didChangeConfiguration?.dynamicRegistration ?? false,
    configures: workspace?.configuration ?? false,
    watches: workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false,
    folders: workspace?.workspaceFolders ?? false,
    versions: workspace?.workspaceEdit?.documentChanges ?? false,
    shows: window?.showDocument?.support ?? false,
  }
}
