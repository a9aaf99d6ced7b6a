/**
 * THE FLOW: file → format → nlcst tree → checks → findings. Everything that lints goes through `lintFile`.
 * A format parses (only Markdown and HTML load their bridges), the checks run as retext plugins on one tree, and
 * what they leave on the file is read off, with what the comments in the text switch off taken out.
 */
import type { Root } from 'nlcst'
import { type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import { allChecks } from './checks/all.js'
import { byComments, type Disabled } from './findings/disabled.js'
import type { Finding } from './findings/finding.js'
import { formatOf, loadParser } from './formats/index.js'
import type { Memory } from './formats/memory.js'
import type { SourceFacts } from './formats/source.js'
import { type TermFact, termFacts } from './matching/facts.js'
import type { Setup } from './setup.js'
import { articleDate } from './text/article-date.js'
import { type Document, documentOf, wordCount } from './text/document.js'

/** All checks as one processor. It parses nothing: hand it a tree. */
export function checker(setup: Setup): Processor {
  return unified().use(allChecks, setup).freeze() as unknown as Processor
}

export interface Source {
  text: string
  /** Tells the format, where none is given. */
  path?: string | undefined
  format?: SourceFacts['format'] | undefined
}

export function fileOf({ text, path, format }: Source): { file: VFile; format: SourceFacts['format'] } {
  const file = new VFile({ value: text.replace(/^\uFEFF/, ''), path })
  return { file, format: format ?? formatOf(path ?? '') }
}

export interface LintedFile {
  findings: Finding[]
  /** Switched off by comments in the text. */
  disabled: Disabled[]
  facts: SourceFacts
  /** Words and numbers of its prose: neither markup nor code nor addresses. */
  words: number
  /** As the checks saw it. */
  document: Document
}

/** What is known of an article from outside. */
export interface Beside {
  /** Wins over what it says itself … */
  date?: string | undefined
  /** … and what speaks where it says nothing. */
  dateElse?: string | undefined
  /** What was parsed of an earlier version. */
  memory?: Memory | undefined
}

/** Findings in order of place. The file's value is its decoded text without BOM. */
export async function lintFile(
  file: VFile,
  format: SourceFacts['format'],
  processor: Processor,
  setup: Setup,
  beside: Beside = {},
): Promise<LintedFile> {
  const tree = await parsed(file, format, beside.memory)
  const facts = file.data.zhengming as SourceFacts
  const date = beside.date ?? facts.meta.date ?? beside.dateElse
  if (date !== undefined) facts.meta.date = date
  runWithoutStacks(() => processor.runSync(tree, file))
  const { findings, disabled } = byComments(file, setup)
  const document = documentOf(tree, file)
  return { findings, disabled, facts, words: wordCount(document), document }
}

/** An article without findings: its date and its terms, right and wrong. What counts over many articles are made of. */
export async function factsOf(
  file: VFile,
  format: SourceFacts['format'],
  setup: Setup,
  memory?: Memory,
): Promise<Facts> {
  return factsIn(await documentIn(file, format, memory), setup)
}

/** The same of a document that a lint has looked at already: no second look. */
export function factsIn(document: Document, setup: Setup): Facts {
  return {
    date: articleDate(document),
    meta: document.facts?.meta ?? {},
    terms: termFacts(document, setup),
  }
}

/** An article as the checks see it, before any looks. */
export async function documentIn(
  file: VFile,
  format: SourceFacts['format'],
  memory?: Memory,
): Promise<Document> {
  return documentOf(await parsed(file, format, memory), file)
}

export interface Facts {
  date: string | undefined
  /** Front matter or `<meta>`. */
  meta: Readonly<Record<string, string>>
  terms: TermFact[]
}

async function parsed(file: VFile, format: SourceFacts['format'], memory?: Memory): Promise<Root> {
  const parse = await loadParser(format)
  memory?.turn()
  return parse(file, memory)
}

/** A message is an Error, and its stack trace would cost more than finding it; nobody reads it. */
function runWithoutStacks(run: () => void): void {
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 0
  try {
    run()
  } finally {
    Error.stackTraceLimit = limit
  }
}
