/** Reports whose every word tries to be more than text, and one file that is clean. */
import type { FileReport } from '../../src/reporters/reporter.js'
import { finding } from './finding.js'

export const evil = `"'<script>alert(1)</script>&amp;]]>-->`
export const text = `中文 ${evil} the theme education\nIt is a a test. =1+1 here.\n`

const campaign = {
  concept: 'education-campaign',
  zh: '主题教育',
  expected: ['education campaign'],
  note: 'a | b `c` **d** [e](javascript:alert(1)) @someone #12 https://evil.example a@evil.example www.evil.example',
  url: 'https://example.org/a|b?<c>',
}
const evilAt = text.indexOf(evil)
const a = text.indexOf('a a')

export const hostile: FileReport[] = [
  {
    path: 'some, folder/a|b:@x [1] <b>.txt',
    absolute: '/x/some, folder/a|b:@x [1] <b>.txt',
    words: 40,
    text,
    findings: [
      finding(1, evilAt + 1, {
        ...campaign,
        severity: 'error',
        actual: evil,
        message: `Unexpected ${evil}\n::error::boo ##[error]boo %0A \u0007\uFFFE\uD800`,
        fingerprint: 'f00d',
        baseline: 'new',
        related: [{ start: 0, end: 2, message: `first ${evil}` }],
        fix: { start: evilAt, end: evilAt + evil.length, text: '<i>', class: 'suggested' },
      }),
      finding(1, text.indexOf('theme') + 1, { ...campaign, actual: 'theme education' }),
      finding(2, 7, {
        ruleId: 'garble/repeated-word',
        severity: 'error',
        actual: 'a a',
        expected: ['a'],
        fix: { start: a, end: a + 3, text: 'a', class: 'safe' },
      }),
      finding(2, 17, { ruleId: 'punctuation/stray', actual: '=1+1', expected: [''] }),
      finding(2, 17, { ruleId: 'our/own', severity: 'info', actual: '@x', expected: [] }),
    ],
  },
  { path: 'clean.txt', absolute: '/x/clean.txt', words: 10, text: 'Clean.\n', findings: [] },
]
