/** `zhengming lsp`: the language server on standard input and output, until the editor goes. Nothing else may write to standard output. */
import {
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { serve } from './server.js'

export function lsp(): void {
  // What goes wrong is logged for somebody who mends it.
  Error.stackTraceLimit = 10
  console.log = console.error
  const { stdin, stdout } = process
  const connection = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(stdin),
    new StreamMessageWriter(stdout),
  )
  process.on('unhandledRejection', (error) =>
    connection.console.error(String((error as Error)?.stack ?? error)),
  )
  stdin.once('end', () => process.exit(0))
  serve(connection)
}
