/**
 * The JSON Schemas that editors complete from, written to dist/schema by `npm run build`: one each for a glossary, a
 * rule, a house and a config file. They come from the same zod schemas that the loaders check with.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { configSchema } from '../config/schema.js'
import { glossarySchema } from '../glossary/schema.js'
import { houseSchema, ruleSchema } from '../rules/schema.js'

const schemas = { glossary: glossarySchema, rule: ruleSchema, house: houseSchema, config: configSchema }

export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, schema] of Object.entries(schemas)) {
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(json, null, 2)}\n`)
  }
}
