/**
 * Starts the server that lies beside it and hands it the articles that are open. It shows in the status bar whether the
 * server runs; a click there shows its output.
 */
import { join } from 'node:path'
import { commands, StatusBarAlignment, window, workspace } from 'vscode'
import { LanguageClient, State, TransportKind } from 'vscode-languageclient/node'

const languages = ['plaintext', 'markdown', 'html', 'git-commit', 'yaml']
const signs = {
  [State.Starting]: ['$(sync~spin) 正名', 'zhengming is starting'],
  [State.Running]: ['$(check) 正名', 'zhengming is running'],
  [State.Stopped]: ['$(warning) 正名', 'zhengming has stopped; click for its output'],
}

let client

export async function activate(context) {
  client = new LanguageClient('zhengming', 'zhengming', serverOptions(context), {
    documentSelector: languages.flatMap((language) =>
      ['file', 'untitled', 'vscode-vfs'].map((scheme) => ({ scheme, language })),
    ),
    synchronize: { configurationSection: 'zhengming' },
  })
  const status = window.createStatusBarItem(StatusBarAlignment.Right)
  status.command = 'zhengming.showOutput'
  const show = (state) => {
    const [text, tooltip] = signs[state] ?? signs[State.Stopped]
    Object.assign(status, { text, tooltip })
  }
  show(State.Starting)
  status.show()
  context.subscriptions.push(
    status,
    client.onDidChangeState(({ newState }) => show(newState)),
    commands.registerCommand('zhengming.restart', () => client.restart()),
    commands.registerCommand('zhengming.showOutput', () => client.outputChannel.show()),
  )
  await client.start()
}

export async function deactivate() {
  await client?.stop()
}

/** The editor's own Node runs it. */
function serverOptions(context) {
  const module = context.asAbsolutePath(join('server', 'dist', 'cli', 'main.js'))
  const cwd = workspace.workspaceFolders?.[0]?.uri.fsPath
  return { module, args: ['lsp'], transport: TransportKind.stdio, options: { cwd } }
}
