/**
 * Diagnostics of one text or of the whole workspace, whether they are pushed or pulled; what has not changed since is said to be so.
 * Some editors ask for the whole workspace every other second: where nothing is new the answer waits until something is.
 */
import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node'
import type { Problem } from '../glossary/problem.js'
import type { Desk } from './desk.js'
import { diagnosticsOf, failure, problemDiagnostic } from './diagnostics.js'
import type { Looks, OpenTexts } from './looks.js'
import { isYaml } from './source.js'

export interface Diagnosing {
  texts: OpenTexts
  desk: Desk
  looks: Looks
  log(what: string, error: unknown): void
}

/** Nobody tells of every change on the disk: after so many milliseconds it is looked for. */
const longest = 10_000

export function diagnosing({ texts, desk, looks, log }: Diagnosing) {
  const waiting = new Set<() => void>()

  /** To be called when there may be something new. */
  function changed(): void {
    for (const go of [...waiting]) go()
  }

  function somethingNew(token: CancellationToken): Promise<void> {
    return new Promise((done) => {
      const go = () => {
        clearTimeout(timer)
        waiting.delete(go)
        done()
      }
      const timer = setTimeout(go, longest)
      waiting.add(go)
      token.onCancellationRequested(go)
    })
  }

  /** What reads YAML is loaded with the first of it. */
  async function problemsOfDesk(uri: string, text: string): Promise<Problem[]> {
    if (!uri.startsWith('file:')) return []
    return (await import('./desk-files.js')).problemsIn(desk.pathOf(uri), text, desk)
  }

  async function diagnose(uri: string): Promise<Diagnostic[]> {
    try {
      const text = texts.get(uri)
      if (text && isYaml(text)) return (await problemsOfDesk(uri, text.getText())).map(problemDiagnostic)
      const look = await looks.at(uri)
      return look ? diagnosticsOf(look) : []
    } catch (error) {
      log(uri, error)
      return [failure(error)]
    }
  }

  async function pulled({
    textDocument: { uri },
    previousResultId,
  }: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
    const text = texts.get(uri)
    // Pushed.
    if (text && isYaml(text)) return { kind: 'full', items: [] }
    const resultId = looks.tagOf(uri)
    if (resultId !== undefined && resultId === previousResultId) return { kind: 'unchanged', resultId }
    return { kind: 'full', resultId, items: await diagnose(uri) }
  }

  async function pulledAll(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]))
    const report = await allSince(before, token)
    if (before.size === 0 || report.items.some(({ kind }) => kind === 'full')) return report
    await somethingNew(token)
    return allSince(before, token)
  }

  async function allSince(
    before: ReadonlyMap<string, string>,
    token: CancellationToken,
  ): Promise<WorkspaceDiagnosticReport> {
    const items: WorkspaceDocumentDiagnosticReport[] = []
    const uris = await looks.uris()
    for (const uri of uris) {
      if (token.isCancellationRequested) break
      const text = texts.get(uri)
      if (text && isYaml(text)) continue
      const version = text?.version ?? null
      const resultId = looks.tagOf(uri)
      if (resultId === undefined) continue
      if (before.get(uri) === resultId) items.push({ kind: 'unchanged', uri, version, resultId })
      else {
        items.push({ kind: 'full', uri, version, resultId, items: await diagnose(uri) })
        // A keystroke must not wait for a thousand files.
        await new Promise((next) => setImmediate(next))
      }
    }
    for (const uri of before.keys())
      if (!uris.includes(uri)) items.push({ kind: 'full', uri, version: null, items: [] })
    return { items }
  }

  return { diagnose, pulled, pulledAll, changed }
}
