/**
 * What happens when a config, a glossary, a house or a baseline is another one than before: it is read again, every open text is
 * looked at again, and what is wrong in files that are not open is said. Of several changes in a row the newest counts.
 */
import { pathToFileURL } from 'node:url'
import type { Connection } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Client } from './capabilities.js'
import type { Desk } from './desk.js'
import { problemDiagnostic } from './diagnostics.js'
import type { Publisher } from './publisher.js'
import { isYaml } from './source.js'

export interface Reloading {
  connection: Connection
  texts: { get(uri: string): TextDocument | undefined; all(): TextDocument[] }
  desk: Desk
  push: Publisher
  /** Whether the diagnostics of a text are pushed. */
  pushes(text: TextDocument): boolean
  /** To be told that there may be something new. */
  changed(): void
  client(): Client
}

export interface Reloader {
  /** Ends when the newest state is in force: who asked for one that was overtaken waits for the one that overtook it. */
  reload(): Promise<void>
  /** A baseline is another one: nothing else is read again. */
  knowsMore(): Promise<void>
  /** Says what is wrong in files of the desk that are not open. */
  sayBroken(): void
}

export function reloader({ connection, texts, desk, push, pushes, changed, client }: Reloading): Reloader {
  const broken = new Set<string>()
  let newest: Promise<void> = Promise.resolve()

  async function refresh(): Promise<void> {
    changed()
    if (client().refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => {})
    if (client().refreshesHints) connection.languages.inlayHint.refresh().catch(() => {})
    const [first, rest] = [texts.all().filter((t) => !isYaml(t)), texts.all().filter(isYaml)]
    // The texts' configs are read first: what is wrong with them stands in the YAML.
    for (const text of first) if (pushes(text)) await push.now(text.uri)
    for (const text of rest) await push.now(text.uri)
    sayBroken()
  }

  function sayBroken(): void {
    const problems = desk.problems().map((one) => ({ ...one, uri: pathToFileURL(one.file).href }))
    for (const uri of new Set([...broken, ...problems.map((one) => one.uri)])) {
      if (texts.get(uri)) continue
      const diagnostics = problems.filter((one) => one.uri === uri).map(problemDiagnostic)
      if (diagnostics.length > 0) broken.add(uri)
      else broken.delete(uri)
      void connection.sendDiagnostics({ uri, diagnostics })
    }
  }

  return {
    sayBroken,
    async reload() {
      const mine = desk.reload().then((done) => (done ? refresh() : undefined))
      newest = mine
      await mine
      if (newest !== mine) await newest
    },
    async knowsMore() {
      desk.knowsMore()
      await refresh()
    },
  }
}
