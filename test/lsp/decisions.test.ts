import { describe, expect, it } from 'vitest'
import { accepted } from '../../dist/lsp/decisions.js'

const decision = {
  files: ['a.txt'],
  concept: 'cyberspace-administration-of-china',
  found: 'CAC Office',
  reason: 'say why',
}
const entry = (indent: string) =>
  [
    '- files:',
    '    - a.txt',
    '  concept: cyberspace-administration-of-china',
    '  found: CAC Office',
    '  reason: say why',
    '',
  ]
    .map((line) => line && indent + line)
    .join('\n')

describe('a decision in a config', () => {
  it('comes at the end of a config that accepts nothing yet', () => {
    const before = '# Ours.\nhouse: official # since 2024\n'
    expect(accepted(before, decision).text).toBe(`${before}accept:\n${entry('  ')}`)
    expect(accepted('', decision).text).toBe(`accept:\n${entry('  ')}`)
  })

  it.each(['', '  ', '    '])('comes below the others, indented as they are (%j)', (indent) => {
    const first = `accept:\n${indent}- found: x # mind\n${indent}  reason: y\n`
    const { text } = accepted(`${first}\n# The rest.\ninfo: true\n`, decision)
    expect(text).toBe(`${first}${entry(indent)}\n# The rest.\ninfo: true\n`)
  })

  it('keeps comments where the list stands in brackets', () => {
    const { text } = accepted('# Ours.\naccept: [{ found: x, reason: y }]\n', decision)
    expect(text).toMatch(/^# Ours\.\n/)
    expect(text).toContain('found: CAC Office')
  })

  it('keeps CRLF, and says where the reason stands', () => {
    const { text, reason } = accepted('house: official\r\n', decision)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(text.slice(reason.start, reason.end)).toBe('say why')
  })

  it('refuses a config that is broken', () => {
    expect(() => accepted('house: [', decision)).toThrow('mend it first')
  })
})
