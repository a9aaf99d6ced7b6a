/**
 * CSV for spreadsheets: a row a finding, a header in words, a BOM for the Chinese, and an apostrophe before what a
 * spreadsheet would compute.
 */
import { guarded, joinCell } from '../exchange/cells.js'
import { writeCsv } from '../exchange/csv.js'
import { mqmOf } from '../findings/mqm.js'
import type { FileReport, Reporter } from './reporter.js'
import type { Row } from './row.js'

export const csv: Reporter = (reports) =>
  writeCsv([Object.keys(columns), ...reports.flatMap(rowsOf)], ',', true)

const columns: Record<string, (row: Row, report: FileReport) => string | number | undefined> = {
  file: (_, { path }) => path,
  line: ({ line }) => line,
  column: ({ column }) => column,
  severity: ({ severity }) => severity,
  rule: ({ ruleId }) => ruleId,
  chinese: ({ zh }) => zh,
  found: ({ actual }) => actual,
  expected: ({ expected }) => joinCell(expected),
  when: ({ when }) => when,
  reason: ({ note }) => note,
  concept: ({ concept }) => concept,
  mqm: (row) => mqmOf(row).type?.name,
  url: ({ url }) => url,
}

function rowsOf(report: FileReport): string[][] {
  return report.findings.map((row) =>
    Object.values(columns).map((cell) => guarded(String(cell(row, report) ?? ''))),
  )
}
