/** Concepts as the workspace's symbols: found by any of their names, placed at their entries. Pure. */
import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver/node'
import type { Project } from '../config/project.js'
import { findConcepts } from '../glossary/find.js'
import { placeOfEntry } from './places.js'

const most = 100

const kinds: Record<string, SymbolKind> = {
  organization: SymbolKind.Module,
  person: SymbolKind.Object,
  title: SymbolKind.Class,
  document: SymbolKind.File,
  law: SymbolKind.File,
  event: SymbolKind.Event,
  place: SymbolKind.Namespace,
}

export async function symbolsFor(query: string, project: Project): Promise<WorkspaceSymbol[]> {
  const { glossary } = (await project.session()).data
  const found = query.trim()
    ? findConcepts(glossary, query).map(({ concept }) => concept)
    : glossary.concepts.slice(0, most)
  return found.slice(0, most).flatMap((concept) => {
    const location = placeOfEntry(concept.id, project)
    const name = [concept.preferred, concept.zh[0]].filter(Boolean).join(' ')
    const kind = kinds[concept.kind] ?? SymbolKind.Constant
    return location ? [{ name, kind, location, containerName: concept.id }] : []
  })
}
