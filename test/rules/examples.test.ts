import { describe, expect, it } from 'vitest'
import shipped from '#shipped'
import { createSession, type Session } from '../../src/index.js'
import type { CompiledHouse, CompiledRule } from '../../src/rules/compiled.js'
import type { Settings } from '../../src/setup.js'

/** The examples in the rules' YAML: each `bad` is found where it says, each `good` and `ok` is left alone. */
const session: Session = await createSession()

type Example = { text: string; house?: unknown; date?: string }

function settingsOf(example: Example): Settings {
  const { house } = example
  if (house === undefined) return { info: true }
  if (typeof house === 'string') return { info: true, house }
  const { extends: base, ...own } = house as { extends: string } & Partial<CompiledHouse>
  const given = shipped.houses[base] as CompiledHouse
  return {
    info: true,
    house: { ...given, ...own, name: `${base}+`, style: { ...given.style, ...own.style } },
  }
}

async function found(rule: CompiledRule, example: Example) {
  const { text, date } = example
  const { findings } = await session.lint({ text, date, settings: settingsOf(example) })
  return findings.filter((f) => f.ruleId === rule.id)
}

const asExample = (given: string | Example): Example => (typeof given === 'string' ? { text: given } : given)

for (const rule of shipped.rules)
  describe(rule.id, () => {
    for (const bad of rule.examples.bad)
      it(`finds ${JSON.stringify(bad.text)}`, async () => {
        const findings = await found(rule, bad)
        expect(findings.map((f) => bad.text.slice(f.start, f.end))).toEqual(bad.found)
        if (bad.expected) expect(findings[0]?.expected[0]).toBe(bad.expected)
        for (const finding of findings) expect(finding.reason).not.toMatch(/[{}]|\bundefined\b/)
        if (bad.fixed === undefined) return
        const settings = settingsOf(bad)
        const once = await session.fix({ text: bad.text, date: bad.date, settings }, { suggested: true })
        expect(once.text).toBe(bad.fixed)
        expect((await session.fix({ text: once.text, settings }, { suggested: true })).text).toBe(once.text)
      })
    for (const fine of [...rule.examples.good, ...rule.examples.ok].map(asExample))
      it(`leaves alone ${JSON.stringify(fine.text)}`, async () => {
        expect((await found(rule, fine)).map((f) => fine.text.slice(f.start, f.end))).toEqual([])
      })
  })
