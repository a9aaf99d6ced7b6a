import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createSession } from '../src/index.js'

/** The real articles lie beside the project, never in it; where they are missing these tests say that they skipped. */
const folder = join(process.env.ZHENGMING_SHARED ?? join(import.meta.dirname, '../../shared'), 'articles')
const there = existsSync(folder)

describe.skipIf(!there)('the real articles', () => {
  for (const name of there ? readdirSync(folder).filter((n) => n.endsWith('.txt')) : [])
    it(`${name}: every finding covers what it says, and a fix leaves nothing to fix`, async () => {
      const session = await createSession({ house: 'official', info: true })
      const text = readFileSync(join(folder, name), 'utf8')
      const { findings } = await session.lint({ text, path: name })
      expect(findings.length).toBeGreaterThan(5)
      for (const f of findings)
        if (!/U\+/.test(f.actual)) expect(text.slice(f.start, f.end).replace(/\s+/g, ' ')).toBe(f.actual)
      const fixed = await session.fix({ text, path: name })
      expect(fixed.findings.filter((f) => f.fix?.class === 'safe')).toEqual([])
      expect((await session.fix({ text: fixed.text, path: name })).text).toBe(fixed.text)
    })
})
