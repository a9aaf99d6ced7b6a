/** Names as completion items. The list is never complete: with each letter the editor asks anew, and filters nothing itself. Pure. */
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver/node'
import type { Offer } from './names.js'

export function itemOf(
  { name, length, zh }: Offer,
  at: number,
  before: string,
  { uri, cursor }: { uri: string; cursor: Position },
): CompletionItem {
  const { concept, term, preferred } = name
  const typed = before.slice(before.length - length)
  return {
    label: term,
    kind: CompletionItemKind.Value,
    detail: [zh ?? concept.zh[0], preferred ? undefined : 'accepted'].filter(Boolean).join(' · '),
    filterText: typed,
    sortText: String(at).padStart(4, '0'),
    textEdit: {
      range: { start: { ...cursor, character: cursor.character - length }, end: cursor },
      newText: term,
    },
    data: { uri, concept: concept.id },
  }
}
