import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { modelineTo } from '../../src/config/modeline.js'

const root = join(import.meta.dirname, '../..')
/** They hold words for literal readings, and no schema speaks of them. */
const bare = ['morphemes.yaml', 'ordinary.yaml']

const files = ['glossary', 'rules'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml') && !bare.includes(basename(path)))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
)

function schemaOf(file: string): string {
  if (file.startsWith('rules/')) return 'rule'
  return file.startsWith('glossary/houses/') ? 'house' : 'glossary'
}

describe('the JSON Schemas', () => {
  it.each(files)('are named by the first line of %s', (file) => {
    const path = `${'../'.repeat(file.split('/').length - 1)}dist/schema/${schemaOf(file)}.json`
    const [first] = readFileSync(join(root, file), 'utf8').split('\n')
    expect(first).toBe(modelineTo(path))
    expect(existsSync(join(root, dirname(file), path))).toBe(true)
  })

  it.each(['glossary', 'rule', 'house', 'config'])('%s refuses keys that it does not know', (name) => {
    const schema = JSON.parse(readFileSync(join(root, `dist/schema/${name}.json`), 'utf8'))
    const entry = schema.anyOf?.[0].items ?? schema
    expect(entry.additionalProperties).toBe(false)
    expect(Object.keys(entry.properties).length).toBeGreaterThan(3)
  })
})
