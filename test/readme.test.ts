import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { configSchema } from '../src/config/schema.js'
import { loadGlossary } from '../src/glossary/load.js'
import { readYaml } from '../src/glossary/yaml.js'
import { loadRules } from '../src/rules/load.js'

/** What the README tells people to write must load as it stands. */
const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
const [config, concept, rule] = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((m) => m[1] as string)

describe('the README', () => {
  it('shows a config that loads', () => {
    expect(readYaml('README', config as string, configSchema).problems).toEqual([])
  })

  it('shows a glossary entry that loads, with all that the shipped glossary asks for', () => {
    expect(loadGlossary([[{ path: 'README', text: concept as string }]], { strict: true }).problems).toEqual(
      [],
    )
  })

  it('shows a rule that loads', () => {
    const { problems, rules } = loadRules([{ path: 'calque/weak-links.yaml', text: rule as string }])
    expect(problems).toEqual([])
    expect(rules[0]?.phrases[0]?.sequences).toContain('strengthened weak ties')
  })

  it('names commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))
    for (const [, name] of readme.matchAll(/npm (?:run )?(start|test|score|bench|audit)\b/g))
      expect(Object.keys(scripts)).toContain(name)
  })
})
