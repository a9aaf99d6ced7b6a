import { expect, test } from 'vitest'
import { json } from '../../src/reporters/json.js'
import { plainPaper } from '../../src/reporters/reporter.js'
import { finding } from './finding.js'

test('the shape of ESLint, with what a term finding knows', () => {
  const findings = [
    finding(1, 5, {
      severity: 'error',
      actual: 'theme education',
      expected: ['education campaign'],
      note: 'it is a campaign',
      concept: 'education-campaign',
      zh: '主题教育',
      url: 'https://example.org/',
      fix: { start: 4, end: 19, text: 'education campaign', class: 'suggested' },
      related: [{ start: 30, end: 40, message: 'first rendered here' }],
    }),
    finding(2, 1, { severity: 'warning', fix: { start: 20, end: 21, text: '', class: 'safe' } }),
    finding(3, 1, { severity: 'info' }),
  ]
  const [file] = JSON.parse(json([{ path: 'a.txt', absolute: '/x/a.txt', findings }], plainPaper))
  const { messages, ...counts } = file
  expect(counts).toEqual({
    filePath: '/x/a.txt',
    errorCount: 1,
    warningCount: 1,
    infoCount: 1,
    fixableErrorCount: 0,
    fixableWarningCount: 1,
  })
  expect(messages.map((m: { severity: number }) => m.severity)).toEqual([2, 1, 0])
  expect(messages[0]).toEqual({
    ruleId: 'term/deprecated',
    severity: 2,
    message: 'Unexpected "theme education"',
    line: 1,
    column: 5,
    endLine: 1,
    endColumn: 20,
    actual: 'theme education',
    expected: ['education campaign'],
    note: 'it is a campaign',
    concept: 'education-campaign',
    zh: '主题教育',
    url: 'https://example.org/',
    fix: { range: [4, 19], text: 'education campaign', class: 'suggested' },
    related: [{ range: [30, 40], message: 'first rendered here' }],
  })
})

test('a clean file is listed; a text that was not written goes along', () => {
  const [file] = JSON.parse(json([{ path: 'a', absolute: '/a', findings: [], output: 'x' }], plainPaper))
  expect(file).toMatchObject({ messages: [], errorCount: 0, output: 'x' })
})
