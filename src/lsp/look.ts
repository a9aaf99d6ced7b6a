/**
 * One look at one version of one text: its findings, its terms, and where they stand for the editor. A look never
 * changes: whoever holds one holds a text and what belongs to it.
 */
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Project } from '../config/project.js'
import type { Finding } from '../findings/finding.js'
import type { Memory } from '../formats/memory.js'
import type { Range as Offsets } from '../formats/source.js'
import type { TermFact } from '../matching/facts.js'
import type { ArticleInput, Session } from '../session.js'
import type { Setup } from '../setup.js'
import type { Document } from '../text/document.js'
import { formatIn, proseOf } from './source.js'

export interface Look {
  uri: string
  /** Absolute; of an unsaved text, where it would lie. */
  path: string
  /** As the editor has it. */
  document: TextDocument
  /** Open in the editor: its version counts. */
  open: boolean
  project: Project
  session: Session
  setup: Setup
  article: ArticleInput
  findings: readonly Finding[]
  /** What would be found in it if it read otherwise. */
  lint(text: string): Promise<readonly Finding[]>
  terms(): Promise<readonly TermFact[]>
  read(): Promise<Document>
  range(offsets: Offsets): { start: Position; end: Position }
  offset(position: Position): number
}

interface Position {
  line: number
  character: number
}

export interface Subject {
  document: TextDocument
  path: string
  open: boolean
  /** What was parsed of an earlier version. */
  memory?: Memory
}

/** Undefined for what is no prose, or is left out by its config. `wanted`: the findings that nobody knows of yet. */
export async function lookAt(
  { document: live, path, open, memory }: Subject,
  project: Project,
  wanted: (findings: Finding[]) => Promise<readonly Finding[]> = async (all) => all,
): Promise<Look | undefined> {
  const format = formatIn(live)
  if (format === undefined || project.ignores(path) || live.getText().length > project.maxFileSize)
    return undefined
  // The editor's document changes in place.
  const document = TextDocument.create(live.uri, live.languageId, live.version, live.getText())
  const { text, shift } = proseOf(document)
  const settings = project.settingsFor(path)
  const article: ArticleInput = {
    text,
    path,
    format,
    settings,
    dateElse: project.dateFor(path),
    keep: project.keepFor(path),
    memory,
  }
  const session = await project.session()
  const lint = async (text: string) => wanted((await session.lint({ ...article, text })).findings)
  const findings = await lint(text)
  let terms: Promise<readonly TermFact[]> | undefined
  let read: Promise<Document> | undefined
  return {
    uri: live.uri,
    path,
    document,
    open,
    project,
    session,
    setup: session.setup(settings),
    article,
    findings,
    lint,
    terms() {
      terms ??= session.facts(article).then((facts) => facts.terms)
      return terms
    },
    read() {
      // Of a thousand closed files the trees would fill the memory.
      if (!open) return session.read(article)
      read ??= session.read(article)
      return read
    },
    range: ({ start, end }) => ({
      start: document.positionAt(start + shift),
      end: document.positionAt(end + shift),
    }),
    offset: (position) => document.offsetAt(position) - shift,
  }
}
