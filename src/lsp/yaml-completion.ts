/** Completion in the desk's own YAML: the keys of its kind where a key may stand, ids of concepts and rules elsewhere. Pure. */
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver/node'
import type { Project } from '../config/project.js'

const most = 100

export async function yamlItems(
  before: string,
  cursor: Position,
  project: Pick<Project, 'session'>,
  known: readonly string[],
): Promise<CompletionItem[]> {
  const { data } = await project.session()
  const typed = /[\w/-]*$/.exec(before)?.[0] ?? ''
  const range = { start: { ...cursor, character: cursor.character - typed.length }, end: cursor }
  const key = /^\s*(?:- +)?[\w-]*$/.test(before)
  const keys = key ? known : []
  const wanted = typed.toLowerCase()
  const ids = wanted.length > 1 ? [...data.glossary.concepts, ...data.rules].map(({ id }) => id) : []
  const item = (kind: CompletionItemKind, text: string, put = text): CompletionItem => ({
    label: text,
    kind,
    textEdit: { range, newText: put },
  })
  return [
    ...keys
      .filter((one) => one.startsWith(typed))
      .map((one) => item(CompletionItemKind.Property, one, `${one}: `)),
    ...ids
      .filter((id) => id.includes(wanted))
      .sort((a, b) => Number(b.startsWith(wanted)) - Number(a.startsWith(wanted)) || a.length - b.length)
      .slice(0, most)
      .map((id) => item(CompletionItemKind.Reference, id)),
  ]
}
