/**
 * ESLint's shape, so that what reads ESLint reads this, and beside it what a term finding knows: what stands there,
 * what should, the concept and its Chinese, the fix with its class. Offsets and columns are UTF-16 units of the text
 * without its BOM; lines and columns count from 1.
 */
import type { Severity } from '../glossary/compiled.js'
import type { FileReport, Reporter } from './reporter.js'
import type { Row } from './row.js'

/** A file a line, put into text one by one and joined once: a corpus has a hundred thousand findings. */
export const json: Reporter = (reports) =>
  ['[', ...reports.map((report, i) => (i > 0 ? ',\n' : '') + JSON.stringify(fileOf(report))), ']\n'].join('')

const rank: Record<Severity, number> = { error: 2, warning: 1, info: 0 }

function fileOf({ absolute, findings, output }: FileReport) {
  const count = { error: 0, warning: 0, info: 0 }
  const fixable = { error: 0, warning: 0, info: 0 }
  for (const { severity, fix } of findings) {
    count[severity]++
    if (fix?.class === 'safe') fixable[severity]++
  }
  return {
    filePath: absolute,
    messages: findings.map(messageOf),
    errorCount: count.error,
    warningCount: count.warning,
    infoCount: count.info,
    fixableErrorCount: fixable.error,
    fixableWarningCount: fixable.warning,
    ...(output === undefined ? {} : { output }),
  }
}

/** What is undefined is not written; a copy of the whole costs less than one of its parts. */
function messageOf(row: Row) {
  const { severity, fix, related } = row
  return {
    ...row,
    severity: rank[severity],
    fix: fix && { range: [fix.start, fix.end], text: fix.text, class: fix.class },
    related: related?.map(({ start, end, message }) => ({ range: [start, end], message })),
    sentence: undefined,
  }
}
