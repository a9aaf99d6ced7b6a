import { VFileMessage } from 'vfile-message'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/findings/finding.js'
import { isOpen, rowOf } from '../../src/reporters/row.js'
import { finding } from './finding.js'

test('what a report needs of a message of unified', () => {
  const place = { start: { line: 2, column: 3, offset: 9 }, end: { line: 2, column: 6, offset: 12 } }
  const message = new VFileMessage('Unexpected "a a"', {
    place,
    ruleId: 'garble/repeated-word',
    source: 'zhengming',
  })
  const finding = Object.assign(message, {
    severity: 'error',
    start: 9,
    end: 12,
    actual: 'a a',
    expected: ['a'],
  })
  expect(rowOf(finding as unknown as Finding)).toMatchObject({
    ruleId: 'garble/repeated-word',
    severity: 'error',
    message: 'Unexpected "a a"',
    line: 2,
    column: 3,
    endLine: 2,
    endColumn: 6,
    actual: 'a a',
    expected: ['a'],
  })
})

test('open is what nobody decided and no earlier run had', () => {
  expect(isOpen(finding(1, 1, {}))).toBe(true)
  expect(isOpen(finding(1, 1, { baseline: 'new' }))).toBe(true)
  for (const baseline of ['unchanged', 'updated', 'absent'] as const)
    expect(isOpen(finding(1, 1, { baseline }))).toBe(false)
  expect(isOpen(finding(1, 1, { suppressed: { kind: 'inSource' } }))).toBe(false)
})
