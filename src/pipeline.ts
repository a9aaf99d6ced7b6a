/**
 * THE FLOW: file → format → nlcst tree → checks → findings. Everything that lints goes through `lintFile`.
 * A format parses (only Markdown and HTML load their bridges), the checks run as retext plugins on one tree, and
 * what they leave on the file is read off, with what the comments in the text switch off taken out.
 */
import type { Root } from 'nlcst'
import { type Processor, unified } from 'unified'
import type { VFile } from 'vfile'
import { checks } from './checks/index.js'
import { withoutDisabled } from './findings/disabled.js'
import { type Finding, isFinding } from './findings/finding.js'
import { loadParser } from './formats/index.js'
import type { SourceFacts } from './formats/source.js'
import type { Setup } from './setup.js'

/** All checks as one processor. It parses nothing: hand it a tree. */
export function checker(setup: Setup): Processor {
  const processor = unified()
  for (const check of Object.values(checks)) processor.use(check, setup)
  return processor.freeze() as unknown as Processor
}

export interface LintedFile {
  findings: Finding[]
  facts: SourceFacts
}

/** What is known of the article's date: `date` wins over what it says itself, `dateElse` speaks where it says nothing. */
export interface Dates {
  date?: string | undefined
  dateElse?: string | undefined
}

/** Findings in order of place. The file's value is its decoded text without BOM. */
export async function lintFile(
  file: VFile,
  format: SourceFacts['format'],
  processor: Processor,
  setup: Setup,
  dates: Dates = {},
): Promise<LintedFile> {
  const parse = await loadParser(format)
  const tree: Root = parse(file)
  const facts = file.data.zhengming as SourceFacts
  const date = dates.date ?? facts.meta.date ?? dates.dateElse
  if (date !== undefined) facts.meta.date = date
  processor.runSync(tree, file)
  const findings = withoutDisabled(file, setup).sort((a, b) => a.start - b.start || a.end - b.end)
  return { findings, facts }
}

export function findingsOf(file: VFile): Finding[] {
  return file.messages.filter(isFinding)
}
