/** Where the server leads from a name: to its entry, to the same concept in this text and in all of them, and to another rendering of it everywhere. */
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Range,
  type RenameParams,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { Editor } from './actions.js'
import type { Asked, At, Place } from './answers.js'
import type { Look } from './look.js'
import { occurrencesIn, wordsOn } from './occurrences.js'
import { placeOfEntry } from './places.js'
import { renamed } from './rename.js'
import { defaults } from './settings.js'
import { isYaml } from './source.js'
import { symbolsFor } from './symbols.js'

export function following({
  connection,
  texts,
  desk,
  looks,
  at,
  editOf,
}: Asked & { at: At } & Pick<Editor, 'editOf'>) {
  /** One after the other; a file that fails is passed over, for its own diagnostics say so. */
  async function* everywhere(): AsyncGenerator<Look> {
    for (const uri of await looks.uris()) {
      const look = await looks.at(uri).catch(() => undefined)
      if (look) yield look
    }
  }

  async function definition(params: Place): Promise<Location | null> {
    const text = texts.get(params.textDocument.uri)
    if (text && isYaml(text)) return idInYaml(text, params)
    const here = await at(params)
    return (here && placeOfEntry(here.occurrence.concept, here.look.project)) ?? null
  }

  async function idInYaml(
    text: TextDocument,
    { textDocument: { uri }, position }: Place,
  ): Promise<Location | null> {
    const line = text.getText({
      start: { ...position, character: 0 },
      end: { line: position.line + 1, character: 0 },
    })
    const word = [...line.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)*/g)].find(
      (m) => m.index <= position.character && position.character <= m.index + m[0].length,
    )
    const project = word && (await desk.projectOf(desk.pathOf(uri), defaults))
    return (project && placeOfEntry(word[0], project)) ?? null
  }

  async function references(params: Place): Promise<Location[] | null> {
    const here = await at(params)
    if (here === undefined) return null
    const found: Location[] = []
    for await (const look of everywhere())
      for (const one of await occurrencesIn(look, here.occurrence.concept))
        found.push({ uri: look.uri, range: look.range(one) })
    return found
  }

  async function highlights(params: Place): Promise<DocumentHighlight[] | null> {
    const here = await at(params)
    if (here === undefined) return null
    const all = await occurrencesIn(here.look, here.occurrence.concept)
    return all.map((one) => ({ range: here.look.range(one), kind: DocumentHighlightKind.Text }))
  }

  async function prepareRename(params: Place): Promise<{ range: Range; placeholder: string } | null> {
    const here = await at(params)
    return here ? { range: here.look.range(here.occurrence), placeholder: here.occurrence.rendering } : null
  }

  async function rename({ newName, ...params }: RenameParams): Promise<WorkspaceEdit | null> {
    const here = await at(params)
    const name = newName.trim().replace(/\s+/g, ' ')
    if (here === undefined || name === '') return null
    const words = wordsOn(await here.look.read(), here.occurrence)
    const gone = { concept: here.occurrence.concept, words }
    const all: { look: Look; edits: TextEdit[] }[] = []
    let left = 0
    for await (const look of everywhere()) {
      const made = await renamed(look, gone, name)
      all.push({ look, edits: made.edits })
      left += made.left
    }
    if (left > 0)
      connection.window.showWarningMessage(
        `zhengming: ${left} ${left === 1 ? 'place is' : 'places are'} left as before, markup or grammar would be lost there`,
      )
    return editOf(all)
  }

  async function symbols({ query }: WorkspaceSymbolParams): Promise<WorkspaceSymbol[]> {
    const found = new Map<string, WorkspaceSymbol>()
    const places = desk.roots.length > 0 ? desk.roots.map((root) => `${root}/x`) : [desk.pathOf('untitled:')]
    for (const place of places) {
      const project = await desk.projectOf(place, defaults)
      for (const symbol of project ? await symbolsFor(query, project) : [])
        found.set(symbol.containerName ?? symbol.name, symbol)
    }
    return [...found.values()]
  }

  return { definition, references, highlights, prepareRename, rename, symbols }
}
