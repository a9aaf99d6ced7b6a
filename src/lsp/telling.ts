/** What the server tells of a place in a text: what a name is, what could be typed there, the Chinese behind it. */
import {
  type CompletionItem,
  type CompletionList,
  type Hover,
  type InlayHint,
  type InlayHintParams,
  MarkupKind,
  type Position,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import type { SchemaName } from '../config/modeline.js'
import { addressOf } from '../findings/page.js'
import type { Asked, At, Place } from './answers.js'
import { itemOf } from './completion.js'
import { conceptMarkdown, formsOf } from './hover.js'
import type { Look } from './look.js'
import { mostOffers, offersFor } from './names.js'
import { namesFor } from './naming.js'
import { type Occurrence, occurrencesIn } from './occurrences.js'
import { keysOf, roleOf } from './roles.js'
import { defaults } from './settings.js'
import { isYaml } from './source.js'
import { yamlItems } from './yaml-completion.js'

export function telling({ texts, desk, looks, settingsFor, at }: Asked & { at: At }) {
  async function hover(params: Place): Promise<Hover | null> {
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

  async function completion({ textDocument: { uri }, position }: Place): Promise<CompletionList | null> {
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
    const role = roleOf(path, text.getText(), desk.configOf(path))
    const project = role && (await desk.projectOf(path, defaults))
    if (project === undefined) return null
    const before = text.getText({ start: { ...cursor, character: 0 }, end: cursor })
    return { isIncomplete: true, items: await yamlItems(before, cursor, project, keysOf[role as SchemaName]) }
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

  return { hover, completion, resolveItem, hints }
}
