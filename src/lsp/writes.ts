/**
 * The commands: a decision goes into the file where it belongs, on the disk, so that it counts at once; where the file is open
 * in the editor, as an edit there. What would break the glossary is undone, in the loader's words.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Connection, ExecuteCommandParams } from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { write } from '../cli/write.js'
import { baselineIn, entryOf, nameIn } from '../config/baseline.js'
import { configName } from '../config/project.js'
import { baselineText, type Entry } from '../findings/baseline.js'
import { whatHash } from '../findings/fingerprint.js'
import {
  type AcceptArgument,
  type AdmitArgument,
  commands,
  type KnowArgument,
  type OpenArgument,
} from './commands.js'
import { accepted, admitted } from './decisions.js'
import type { Desk } from './desk.js'
import type { Looks, OpenTexts } from './looks.js'
import { placeOfEntry } from './places.js'
import type { EditorSettings } from './settings.js'

export interface Writing {
  connection: Connection
  texts: OpenTexts
  desk: Desk
  looks: Looks
  shows: boolean
  settingsFor(uri: string): Promise<EditorSettings>
  /** What was written counts from now on. */
  written(): Promise<void>
  /** The same where it was a baseline: nothing else is read again. */
  known(): Promise<void>
}

const noReason = 'say why'

/** What goes wrong is shown to the person who asked for it, and thrown. */
export async function carryOut(
  { command, arguments: given }: ExecuteCommandParams,
  on: Writing,
): Promise<void> {
  const argument = given?.[0]
  try {
    const act = acts.get(command)
    if (act === undefined) throw new Error(`no command "${command}"`)
    if (typeof argument?.uri !== 'string') throw new Error(`${command}: expected an object with a uri`)
    await act(argument as never, on)
  } catch (error) {
    on.connection.window.showErrorMessage(`zhengming: ${(error as Error).message}`)
    throw error
  }
}

async function accept(given: AcceptArgument, on: Writing): Promise<void> {
  const { uri, found, concept, rule, here, reason } = given
  const file = on.desk.pathOf(uri)
  const config = on.desk.configOf(file) ?? join(on.desk.folderOf(file), configName)
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

const acts = new Map<string, (argument: never, on: Writing) => Promise<void>>([
  [commands.accept, accept],
  [commands.admit, admit],
  [commands.know, know],
  [commands.open, open],
])

/** Read back at once; what clashes with the rest of the glossary is taken out again. */
async function admit({ uri, concept, form, file }: AdmitArgument, on: Writing): Promise<void> {
  const before = textAt(file, on)
  const after = admitted(before, concept, form)
  await deliver(file, before, after, on)
  await on.desk.projectOf(on.desk.pathOf(uri), await on.settingsFor(uri))
  const problem = on.desk.problems().find((one) => one.file === file)
  if (problem === undefined) return
  await deliver(file, after, before, on)
  throw new Error(`${basename(file)} is as before: ${problem.message}`)
}

/** Findings of now become known ones, beside those that were. */
async function know({ uri, finding }: KnowArgument, on: Writing): Promise<void> {
  const file = on.desk.pathOf(uri)
  const project = await on.desk.projectOf(file, await on.settingsFor(uri))
  if (project === undefined) return
  const path = on.desk.known.placeFor(file, project)
  const before = textAt(path, on)
  const name = nameIn(path, file)
  const { entries } = await baselineIn(before, path, project)
  const found = finding ? undefined : await on.looks.at(uri)
  const added: Entry[] = finding
    ? [{ file: name, sentence: finding.sentence, what: whatHash(finding), count: 1, finding }]
    : (found?.findings ?? []).map((one) => entryOf(one, name))
  await deliver(path, before, baselineText([...entries, ...added]), on, on.known)
}

async function open({ uri, concept }: OpenArgument, on: Writing): Promise<void> {
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

async function deliver(
  path: string,
  before: string,
  after: string,
  on: Writing,
  counts = on.written,
): Promise<void> {
  const uri = pathToFileURL(path).href
  const open = on.texts.get(uri)
  if (open === undefined) write(path, after)
  else {
    const whole = { start: { line: 0, character: 0 }, end: open.positionAt(before.length) }
    await on.connection.workspace.applyEdit({ changes: { [uri]: [{ range: whole, newText: after }] } })
  }
  await counts()
}

/** A path as a glob that fits it alone. */
function globOf(path: string): string {
  return path.replaceAll(sep, '/').replace(/[*?[\]{}()!+@]/g, '\\$&')
}
