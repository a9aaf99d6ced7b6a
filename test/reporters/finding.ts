/** A finding as reporters get it. */
import type { Row } from '../../src/reporters/row.js'

export function finding(line: number, column: number, more: Partial<Row>): Row {
  const { actual = '' } = more
  return {
    ruleId: 'term/deprecated',
    severity: 'warning',
    message: `Unexpected "${actual}"`,
    line,
    column,
    endLine: line,
    endColumn: column + actual.length,
    actual,
    expected: [],
    when: undefined,
    note: undefined,
    concept: undefined,
    zh: undefined,
    url: undefined,
    fix: undefined,
    related: undefined,
    ...more,
  }
}
