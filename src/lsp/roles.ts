/**
 * What each file of the desk is, and what may stand in it. The schema that a file names in its first line counts, then its name,
 * then the config that names it; a YAML that none of them knows is nobody's business.
 */
import { basename } from 'node:path'
import type { z } from 'zod'
import type { SchemaName } from '../config/modeline.js'
import { pathOf } from '../config/placed.js'
import { configName } from '../config/project.js'
import { readConfig } from '../config/read.js'
import { configSchema } from '../config/schema.js'
import { conceptSchema, glossarySchema } from '../glossary/schema.js'
import { houseSchema, ruleSchema } from '../rules/schema.js'

export const schemas: Record<SchemaName, z.ZodType> = {
  config: configSchema,
  glossary: glossarySchema,
  house: houseSchema,
  rule: ruleSchema,
}

/** Keys of a file, or of an entry in it. */
export const keysOf: Record<SchemaName, readonly string[]> = {
  config: Object.keys(configSchema.out.shape),
  glossary: Object.keys(conceptSchema.shape),
  house: Object.keys(houseSchema.shape),
  rule: Object.keys(ruleSchema.shape),
}

const line = /^\uFEFF?# yaml-language-server: \$schema=(?:\S*\/)?(config|glossary|house|rule)\.json\s*$/m

/** Also where the glossary is broken: only the config must be whole. */
export function roleOf(path: string, text: string, config: string | undefined): SchemaName | undefined {
  const named = line.exec(text.slice(0, 500))?.[1]
  if (named) return named as SchemaName
  if (basename(path) === configName) return 'config'
  if (config === undefined) return undefined
  try {
    const { glossary, house } = readConfig(config)
    if (glossary.some((one) => pathOf(one) === path)) return 'glossary'
    return house && pathOf(house) === path ? 'house' : undefined
  } catch {
    return undefined
  }
}
