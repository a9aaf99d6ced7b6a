/** Questions of the editor about a place in a text or about the workspace, each answered from looks. What they answer is made elsewhere. */
import {
  type CodeAction,
  type CodeActionParams,
  type CompletionItem,
  type CompletionList,
  type Connection,
  type DocumentHighlight,
  DocumentHighlightKind,
  type Hover,
  type InlayHint,
  type InlayHintParams,
  type Location,
  MarkupKind,
  type Position,
  type Range,
  type RenameParams,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkspaceEdit,
  type WorkspaceSymbol,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { configName } from '../config/project.js'
import { addressOf } from '../findings/page.js'
import { actionsFor, type Editor } from './actions.js'
import type { Client } from './capabilities.js'
import { itemOf } from './completion.js'
import type { Desk } from './desk.js'
import { conceptMarkdown, formsOf } from './hover.js'
import type { Look } from './look.js'
import type { Looks, OpenTexts } from './looks.js'
import { mostOffers, offersFor } from './names.js'
import { namesFor } from './naming.js'
import { type Occurrence, occurrenceAt, occurrencesIn, wordsOn } from './occurrences.js'
import { placeOfEntry } from './places.js'
import { renamed } from './rename.js'
import { defaults, type EditorSettings } from './settings.js'
import { isYaml } from './source.js'
import { symbolsFor } from './symbols.js'
import { yamlItems } from './yaml-completion.js'

export interface Asked {
  connection: Connection
  texts: OpenTexts
  desk: Desk
  looks: Looks
  settingsFor(uri: string): Promise<EditorSettings>
  client(): Client
}

export type Answers = ReturnType<typeof answers>

type At = TextDocumentPositionParams

export function answers({ connection, texts, desk, looks, settingsFor, client }: Asked) {
  const editOf: Editor['editOf'] = (all): WorkspaceEdit => {
    const some = all.filter(({ edits }) => edits.length > 0)
    if (!client().versions)
      return { changes: Object.fromEntries(some.map(({ look, edits }) => [look.uri, edits])) }
    return {
      documentChanges: some.map(({ look: { uri, open, document }, edits }) => ({
        textDocument: { uri, version: open ? document.version : null },
        edits,
      })),
    }
  }

  async function at({ textDocument: { uri }, position }: At) {
    const look = await looks.at(uri)
    const occurrence = look && (await occurrenceAt(look, look.offset(position)))
    return look && occurrence && { look, occurrence }
  }

  /** One after the other; a file that fails is passed over, for its own diagnostics say so. */
  async function* everywhere(): AsyncGenerator<Look> {
    for (const uri of await looks.uris()) {
      const look = await looks.at(uri).catch(() => undefined)
      if (look) yield look
    }
  }

  async function actions({ textDocument: { uri }, ...rest }: CodeActionParams): Promise<CodeAction[] | null> {
    const look = await looks.at(uri)
    return look ? actionsFor(look, rest, { editOf, shows: client().shows }) : null
  }

  async function hover(params: At): Promise<Hover | null> {
    const here = await at(params)
    if (here === undefined) return null
    const { look, occurrence } = here
    return {
      contents: { kind: MarkupKind.Markdown, value: page(look, occurrence) },
      range: look.range(occurrence),
    }
  }

  function page(look: Look, { concept: id, rendering, status, start, end }: Occurrence): string {
    const concept = look.setup.concepts.get(id)
    if (concept === undefined) return rendering
    const finding = look.findings.find((f) => f.concept === id && f.start < end && start < f.end)
    const forms = formsOf(concept, look.setup, look.session.data.glossary)
    const standing = { rendering, status, note: finding?.note }
    return conceptMarkdown(
      concept,
      forms,
      standing,
      look.setup.pages && addressOf({ concept }, look.setup.pages),
    )
  }

  async function completion({ textDocument: { uri }, position }: At): Promise<CompletionList | null> {
    const text = texts.get(uri)
    if (text && isYaml(text)) return inYaml(text, position)
    const look = await looks.at(uri)
    if (text === undefined || look === undefined) return null
    const before = text.getText({ start: { line: position.line, character: 0 }, end: position })
    const offers = offersFor(await namesFor(look), before)
    return {
      isIncomplete: true,
      items: offers
        .slice(0, mostOffers)
        .map((offer, i) => itemOf(offer, i, before, { uri, cursor: position })),
    }
  }

  async function inYaml(text: TextDocument, cursor: Position): Promise<CompletionList | null> {
    const path = desk.pathOf(text.uri)
    const project = await desk.projectOf(path, defaults)
    const isConfig = path.endsWith(configName)
    if (project === undefined || !(isConfig || project.glossaries.includes(path))) return null
    const before = text.getText({ start: { ...cursor, character: 0 }, end: cursor })
    return { isIncomplete: true, items: await yamlItems(before, cursor, project, isConfig) }
  }

  /** The concept's page, when the editor shows the item. */
  async function resolveItem(item: CompletionItem): Promise<CompletionItem> {
    try {
      const { uri, concept: id } = item.data as { uri: string; concept: string }
      const look = await looks.at(uri)
      const concept = look?.setup.concepts.get(id)
      if (look === undefined || concept === undefined) return item
      const forms = formsOf(concept, look.setup, look.session.data.glossary)
      return { ...item, documentation: { kind: MarkupKind.Markdown, value: conceptMarkdown(concept, forms) } }
    } catch {
      return item
    }
  }

  async function definition(params: At): Promise<Location | null> {
    const text = texts.get(params.textDocument.uri)
    if (text && isYaml(text)) return idInYaml(text, params)
    const here = await at(params)
    return (here && placeOfEntry(here.occurrence.concept, here.look.project)) ?? null
  }

  async function idInYaml(
    text: TextDocument,
    { textDocument: { uri }, position }: At,
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

  async function references(params: At): Promise<Location[] | null> {
    const here = await at(params)
    if (here === undefined) return null
    const found: Location[] = []
    for await (const look of everywhere())
      for (const one of await occurrencesIn(look, here.occurrence.concept))
        found.push({ uri: look.uri, range: look.range(one) })
    return found
  }

  async function highlights(params: At): Promise<DocumentHighlight[] | null> {
    const here = await at(params)
    if (here === undefined) return null
    const all = await occurrencesIn(here.look, here.occurrence.concept)
    return all.map((one) => ({ range: here.look.range(one), kind: DocumentHighlightKind.Text }))
  }

  async function prepareRename(params: At): Promise<{ range: Range; placeholder: string } | null> {
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

  async function hints({ textDocument: { uri }, range }: InlayHintParams): Promise<InlayHint[] | null> {
    if (!(await settingsFor(uri)).inlayHints) return null
    const look = await looks.at(uri)
    if (look === undefined) return null
    const [start, end] = [look.offset(range.start), look.offset(range.end)]
    return (await occurrencesIn(look)).flatMap((one) => {
      const zh = look.setup.concepts.get(one.concept)?.zh[0]
      if (zh === undefined || one.end < start || one.start > end) return []
      return [{ position: look.range(one).end, label: zh, paddingLeft: true }]
    })
  }

  return {
    actions,
    hover,
    completion,
    resolveItem,
    definition,
    references,
    highlights,
    prepareRename,
    rename,
    symbols,
    hints,
  }
}
