/**
 * reviewdog's diagnostic format. Columns are bytes of UTF-8 there, so the text is needed; without it a diagnostic stands
 * at its line and suggests nothing. Each finding is one: reviewdog shows those on changed lines, and a folded one could
 * lie elsewhere.
 */
import type { Fix } from '../findings/finding.js'
import type { Severity } from '../glossary/compiled.js'
import { type Lines, linesOf } from '../text/lines.js'
import { slashed } from './annotation.js'
import type { FileReport, Reporter } from './reporter.js'
import type { Row } from './row.js'
import { visible } from './width.js'

export const rdjson: Reporter = (reports) =>
  `${JSON.stringify({ source: { name: 'zhengming' }, diagnostics: reports.flatMap(diagnosticsOf) })}\n`

const severities: Record<Severity, string> = { error: 'ERROR', warning: 'WARNING', info: 'INFO' }

function diagnosticsOf({ path, text, findings }: FileReport) {
  const lines = text === undefined ? undefined : linesOf(text)
  return findings.map((row) => ({
    message: [visible(row.message), row.note, row.when].filter(Boolean).join('\n'),
    location: { path: slashed(path), range: rangeOf(row, lines) },
    severity: severities[row.severity],
    code: { value: row.ruleId, url: row.url },
    suggestions: lines && row.fix ? [suggestionOf(row.fix, lines)] : undefined,
  }))
}

function rangeOf({ line, column, endLine, endColumn }: Row, lines: Lines | undefined) {
  if (lines === undefined) return { start: { line }, end: { line: endLine } }
  return {
    start: { line, column: bytesBefore(lines, line, column) },
    end: { line: endLine, column: bytesBefore(lines, endLine, endColumn) },
  }
}

function suggestionOf({ start, end, text }: Fix, lines: Lines) {
  const place = (offset: number) => {
    const { line, column } = lines.at(offset)
    return { line, column: bytesBefore(lines, line, column) }
  }
  return { range: { start: place(start), end: place(end) }, text }
}

const encoder = new TextEncoder()

/** From 1, as columns. */
function bytesBefore(lines: Lines, line: number, column: number): number {
  const from = lines.offset(line, 1)
  return encoder.encode(lines.text.slice(from, from + column - 1)).length + 1
}
