/**
 * One line for each finding, `file:line:column: severity: message [rule]`, which grep, sort and editors' error lists
 * read (`set errorformat=%f:%l:%c:\ %t%*[^:]:\ %m`). Columns count UTF-16 units, as everywhere.
 */
import type { Reporter } from './reporter.js'
import { visible } from './width.js'

export const unix: Reporter = (reports) =>
  reports
    .flatMap(({ path, findings }) =>
      findings.map(
        ({ line, column, severity, message, ruleId }) =>
          `${visible(path)}:${line}:${column}: ${severity}: ${visible(message)} [${ruleId}]\n`,
      ),
    )
    .join('')
