/**
 * One file a line, whole, so that reports of parts of a corpus can be put together again, in whatever order lines
 * come out of an engine: `zhengming merge` reads it. Also the clean files are named, because they count.
 */
import type { FileReport, Reporter } from './reporter.js'

export const ndjson: Reporter = (reports) =>
  reports.map((report) => `${JSON.stringify(lineOf(report))}\n`).join('')

function lineOf({ path, absolute, findings, output, edits }: FileReport): FileReport {
  return { path, absolute, findings, output, ...(edits && { edits }) }
}

/** Throws, with the line's number, at what is no such line. A line that comes twice, as from a task run twice, counts once. */
export function readNdjson(text: string): FileReport[] {
  const lines = new Set<string>()
  const reports: FileReport[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || lines.has(line)) continue
    lines.add(line)
    reports.push(reportIn(line, i + 1))
  }
  return reports
}

function reportIn(line: string, number: number): FileReport {
  let report: Partial<FileReport> | null
  try {
    report = JSON.parse(line)
  } catch {
    throw new Error(`line ${number} is no JSON`)
  }
  const { path, absolute, findings } = report ?? {}
  if (typeof path !== 'string' || typeof absolute !== 'string' || !Array.isArray(findings))
    throw new Error(`line ${number} is no report of a file (lint --format ndjson writes them)`)
  return report as FileReport
}
