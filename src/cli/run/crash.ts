/** A file that broke the linter, as a finding of that file: whoever reads the report sees which, and the run goes on. */
import type { Row } from '../../reporters/row.js'
import { reasonOf, stackOf } from '../fail.js'

/** The stack, too, goes to stderr where DEBUG asks for it. */
export function crashed(path: string, error: unknown): Row {
  stackOf(error)
  const message = `zhengming broke on ${path}: ${reasonOf(error)}`
  return {
    ...{ ruleId: 'zhengming/crash', severity: 'error', message, actual: '', expected: [] },
    ...{ line: 1, column: 1, endLine: 1, endColumn: 1 },
    ...{ when: undefined, note: 'a defect of zhengming, not of the text; DEBUG=zhengming shows where' },
    ...{ concept: undefined, zh: undefined, url: undefined, fix: undefined, related: undefined },
  }
}
