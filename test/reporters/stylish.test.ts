import { expect, test } from 'vitest'
import { plainPaper } from '../../src/reporters/reporter.js'
import { stylish } from '../../src/reporters/stylish.js'
import { finding } from './finding.js'

const term = { zh: '主题教育', concept: 'education-campaign', note: 'it is a campaign' }
const theme = { ...term, actual: 'theme education', expected: ['education campaign'] }

function print(findings: ReturnType<typeof finding>[], paper = {}) {
  return stylish([{ path: 'a.txt', absolute: '/a.txt', findings }], { ...plainPaper, ...paper })
}

test('one block for a concept, whatever its spelling; errors first', () => {
  const findings = [
    finding(1, 3, theme),
    finding(1, 40, { ...theme, actual: 'Theme education' }),
    finding(2, 1, { ...theme, actual: 'thematic education', note: 'said of lessons' }),
    finding(4, 2, { ruleId: 'punctuation/stray', severity: 'error', actual: '. .', expected: ['.'] }),
  ]
  expect(print(findings, { width: 100 })).toBe(`a.txt
  error    ". ." → "."  4:2  punctuation/stray
  warning  主题教育 "theme education" ×2, "thematic education" → "education campaign"
           1:3 1:40 2:1  term/deprecated
           it is a campaign
           said of lessons

1 file, 4 problems: 1 error, 3 warnings
`)
})

test('all: a line for each, in order of place', () => {
  const findings = [
    finding(1, 3, theme),
    finding(2, 2, { ruleId: 'punctuation/stray', severity: 'error', actual: '. .', expected: ['.'] }),
    finding(3, 3, theme),
  ]
  expect(print(findings, { all: true }).match(/\d:\d/g)).toEqual(['1:3', '2:2', '3:3'])
})

test('eight places at most', () => {
  const findings = Array.from({ length: 9 }, (_, i) => finding(i + 1, 1, theme))
  expect(print(findings)).toContain('×9 → "education campaign"')
  expect(print(findings)).toContain('1:1 2:1 3:1 4:1 5:1 6:1 7:1 8:1 …  term/deprecated')
})

test('two candidates, and when which is right', () => {
  const both = { ...theme, expected: ['A Office', 'B Office'], when: 'B where the act is a state act' }
  expect(print([finding(1, 1, both)])).toContain(`→ "A Office" or "B Office"`)
  expect(print([finding(1, 1, both)])).toContain('\n           B where the act is a state act\n')
})

test('nothing expected: the message speaks; nothing to stand there: it says so', () => {
  const debris = {
    ruleId: 'residue/scrape',
    actual: 'Share this',
    message: 'Unexpected "Share this", left by a page',
  }
  expect(print([finding(1, 1, debris), finding(2, 1, debris)])).toContain(
    '  warning  "Share this", left by a page ×2  1:1 2:1  residue/scrape\n',
  )
  expect(print([finding(1, 1, { ...debris, expected: [''] })])).toContain('"Share this" → nothing')
})

test('Chinese counts two columns, and no line is wider than the paper', () => {
  const zh = '习近平新时代中国特色社会主义思想'
  const long = 'a very long rendering of it that goes on and on for more than one line of the paper'
  const report = print([finding(1, 1, { ...theme, zh, actual: long, expected: [long], note: long })], {
    width: 60,
  })
  for (const line of report.split('\n')) {
    const columns = [...line].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0)
    expect(columns).toBeLessThanOrEqual(60)
  }
})

test('what would steer the terminal, or cannot be seen, is shown by its number', () => {
  const report = print([finding(1, 1, { actual: 'a\u001B[31mb\u200Bc', expected: ['abc'] })])
  expect(report).toContain('"a‹U+001B›[31mb‹U+200B›c"')
})

test('clean: nothing in a pipe, a line on a terminal', () => {
  expect(print([])).toBe('')
  expect(print([], { terminal: true })).toBe('1 file, no problems\n')
})

test('how many can be fixed, and what a dry run would do', () => {
  const fix = { start: 0, end: 3, text: '.', class: 'safe' as const }
  const findings = [finding(1, 6, { severity: 'error', actual: '. .', expected: ['.'], fix })]
  const edits = [{ line: 1, column: 6, from: 'work. . He', to: 'work. He' }]
  const report = stylish([{ path: 'a.txt', absolute: '/a.txt', findings, edits }], plainPaper)
  expect(report).toContain('  to fix   work. . He → work. He  1:6\n')
  expect(report).toContain('1 file, 1 problem: 1 error; 1 can be fixed with --fix\n')
})
