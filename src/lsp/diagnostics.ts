/** Findings and problems of data files as the protocol's diagnostics. Pure: places come from the look, all else from the finding. */
import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node'
import type { Finding } from '../findings/finding.js'
import type { Severity } from '../glossary/compiled.js'
import type { Problem } from '../glossary/problem.js'
import type { Look } from './look.js'

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
}

/** Forms that the glossary refuses or that are official no more: editors strike them through. */
const struck = new Set(['term/deprecated', 'term/superseded'])

export function diagnosticOf(finding: Finding, look: Look): Diagnostic {
  const { ruleId, severity, reason, note, url, related } = finding
  const diagnostic: Diagnostic = {
    range: look.range(finding),
    severity: severities[severity],
    source: 'zhengming',
    code: ruleId,
    message: note ? `${reason}\n${note}` : reason,
  }
  if (url && isWeb(url)) diagnostic.codeDescription = { href: url }
  if (struck.has(ruleId)) diagnostic.tags = [DiagnosticTag.Deprecated]
  if (related?.length)
    diagnostic.relatedInformation = related.map((one) => ({
      location: { uri: look.uri, range: look.range(one) },
      message: one.message,
    }))
  return diagnostic
}

export function diagnosticsOf(look: Look): Diagnostic[] {
  return look.findings.map((finding) => diagnosticOf(finding, look))
}

/** The place is a point; editors widen it to the word. */
export function problemDiagnostic({ line, column, message }: Problem): Diagnostic {
  const point = { line: line - 1, character: column - 1 }
  return {
    range: { start: point, end: point },
    severity: DiagnosticSeverity.Error,
    source: 'zhengming',
    message,
  }
}

/** A text whose look failed: said at its beginning, for nobody knows where. */
export function failure(error: unknown): Diagnostic {
  const message = `zhengming could not check this text: ${(error as Error).message ?? error}`
  return problemDiagnostic({ file: '', line: 1, column: 1, message })
}

function isWeb(url: string): boolean {
  return /^https?:\/\/\S+$/.test(url) && URL.canParse(url)
}
