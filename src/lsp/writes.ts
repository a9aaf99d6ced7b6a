/**
 * The commands: a decision goes into the file where it belongs, on the disk, so that it counts at once; where the file is open
 * in the editor, as an edit there. What would break the glossary is undone, in the loader's words.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Connection } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { write } from '../cli/write.js'
import { configName } from '../config/project.js'
import type { AcceptArgument, AdmitArgument, OpenArgument } from './commands.js'
import { accepted, admitted } from './decisions.js'
import type { Desk } from './desk.js'
import type { OpenTexts } from './looks.js'
import { placeOfEntry } from './places.js'
import type { EditorSettings } from './settings.js'

export interface Writing {
  connection: Connection
  texts: OpenTexts
  desk: Desk
  shows: boolean
  settingsFor(uri: string): Promise<EditorSettings>
  /** What was written counts from now on. */
  written(): Promise<void>
}

const noReason = 'say why'

export async function accept(given: AcceptArgument, on: Writing): Promise<void> {
  const { uri, found, concept, rule, here, reason } = given
  const file = on.desk.pathOf(uri)
  const config = on.desk.configOf(file) ?? join(on.desk.roots[0] ?? dirname(file), configName)
  const before = textAt(config, on)
  const decision = {
    ...(here && { files: [globOf(relative(dirname(config), file))] }),
    ...(concept && { concept }),
    ...(rule && { rule }),
    found,
    reason: reason?.trim() || noReason,
  }
  const { text, reason: place } = accepted(before, decision)
  await deliver(config, before, text, on)
  if (reason?.trim()) return
  const after = TextDocument.create('', '', 0, text)
  const selection = { start: after.positionAt(place.start), end: after.positionAt(place.end) }
  if (on.shows)
    await on.connection.window.showDocument({ uri: pathToFileURL(config).href, takeFocus: true, selection })
}

/** Read back at once; what clashes with the rest of the glossary is taken out again. */
export async function admit({ uri, concept, form, file }: AdmitArgument, on: Writing): Promise<void> {
  const before = textAt(file, on)
  const after = admitted(before, concept, form)
  await deliver(file, before, after, on)
  await on.desk.projectOf(on.desk.pathOf(uri), await on.settingsFor(uri))
  const problem = on.desk.problems().find((one) => one.file === file)
  if (problem === undefined) return
  await deliver(file, after, before, on)
  throw new Error(`${basename(file)} is as before: ${problem.message}`)
}

export async function open({ uri, concept }: OpenArgument, on: Writing): Promise<void> {
  const project = await on.desk.projectOf(on.desk.pathOf(uri), await on.settingsFor(uri))
  const place = project && placeOfEntry(concept, project)
  if (place)
    await on.connection.window.showDocument({ uri: place.uri, takeFocus: true, selection: place.range })
}

function textAt(path: string, { texts }: Writing): string {
  const open = texts.get(pathToFileURL(path).href)
  if (open) return open.getText()
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

async function deliver(path: string, before: string, after: string, on: Writing): Promise<void> {
  const uri = pathToFileURL(path).href
  const open = on.texts.get(uri)
  if (open === undefined) write(path, after)
  else {
    const whole = { start: { line: 0, character: 0 }, end: open.positionAt(before.length) }
    await on.connection.workspace.applyEdit({ changes: { [uri]: [{ range: whole, newText: after }] } })
  }
  await on.written()
}

/** A path as a glob that fits it alone. */
function globOf(path: string): string {
  return path.replaceAll(sep, '/').replace(/[*?[\]{}()!+@]/g, '\\$&')
}
