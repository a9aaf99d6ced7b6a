/**
 * Checkstyle's XML, which most CI servers and review bots read: a file an element, a finding an `error`. The rule
 * stands in `source`; clean files stand there, too.
 */
import type { FileReport, Reporter } from './reporter.js'
import { visible } from './width.js'
import { xml } from './xml.js'

export const checkstyle: Reporter = (reports) =>
  `<?xml version="1.0" encoding="UTF-8"?>
${
  xml`<checkstyle version="4.3">
${reports.map(fileOf)}</checkstyle>`.text
}
`

function fileOf({ path, findings }: FileReport) {
  return xml`<file name="${path}">
${findings.map(
  ({ line, column, severity, message, ruleId }) =>
    xml`<error line="${line}" column="${column}" severity="${severity}" message="${visible(message)}" source="zhengming.${ruleId}"/>
`,
)}</file>
`
}
