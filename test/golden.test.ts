import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSession, type Finding } from '../src/index.js'

/**
 * The sample articles with carets under what is found, so that a change of rules is read as prose. After a change that
 * is meant: `npx vitest run test/golden.test.ts -u`, and read the diff.
 */
const samples = join(import.meta.dirname, 'samples')
const session = await createSession({ house: 'official', info: true })

describe('golden texts', () => {
  for (const name of readdirSync(samples).sort())
    it(name, async () => {
      const { text, findings } = await session.lint({
        text: readFileSync(join(samples, name), 'utf8'),
        path: name,
      })
      await expect(marked(text, findings)).toMatchFileSnapshot(
        join(import.meta.dirname, 'golden', `${name}.marks`),
      )
    })
})

function marked(text: string, findings: readonly Finding[]): string {
  const out: string[] = []
  let start = 0
  for (const line of text.split('\n')) {
    const here = findings.filter((f) => start <= f.start && f.start <= start + line.length)
    out.push(`  ${line}`.trimEnd())
    for (const f of here) {
      const at = f.start - start
      const length = Math.max(1, Math.min(f.end, start + line.length) - f.start)
      const expected = f.expected.length > 0 ? ` → ${f.expected.join(' | ')}` : ''
      out.push(`  ${' '.repeat(at)}${'^'.repeat(length)} ${f.severity} ${f.ruleId}${expected}`)
    }
    start += line.length + 1
  }
  return `${out.join('\n')}\n`
}
