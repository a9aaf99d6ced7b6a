/**
 * Lines of `--format ndjson` back to reports. What newer versions add stays in them. A line that is no report is a
 * problem with its place; blank lines are none, and a line that
 * comes twice, as from a task run twice, counts once.
 */
import { z } from 'zod'
import { DataError, type Problem } from '../glossary/problem.js'
import type { FileReport } from './reporter.js'
import type { Row } from './row.js'

/** Throws a `DataError` with every line that is not a report. */
export function readNdjson(text: string, file: string): FileReport[] {
  const problems: Problem[] = []
  const lines = new Set<string>()
  const reports = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, i): FileReport[] => {
      if (line.trim() === '' || lines.has(line)) return []
      lines.add(line)
      const read = parsed(line)
      if (typeof read !== 'string') return [read]
      problems.push({ file, line: i + 1, column: 1, message: read })
      return []
    })
  if (problems.length > 0) throw new DataError(problems)
  return reports
}

const place = z.int().min(1)
const row = z.looseObject({
  ruleId: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  line: place,
  column: place,
  endLine: place,
  endColumn: place,
  actual: z.string(),
  expected: z.array(z.string()),
})
const report = z.looseObject({
  path: z.string(),
  absolute: z.string(),
  words: z.int().min(0).optional(),
  findings: z.array(row),
})

function parsed(line: string): FileReport | string {
  let data: unknown
  try {
    data = JSON.parse(line)
  } catch {
    return 'no JSON; expected one report of --format ndjson a line'
  }
  const { data: read, error } = report.safeParse(data)
  if (read) return { ...read, findings: read.findings as unknown as Row[] }
  const [issue] = error.issues
  return `no report of --format ndjson: ${issue?.path.join('.') || 'line'}: ${issue?.message}`
}
