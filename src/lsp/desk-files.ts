/**
 * The desk's own YAML while it is written: which file is what, what is wrong with its shape at once, and what the configs' last
 * reading found in it. What only the whole glossary can tell is said when the file is saved.
 */
import { basename } from 'node:path'
import type { z } from 'zod'
import { configName } from '../config/project.js'
import { textOf } from '../config/read.js'
import { configSchema } from '../config/schema.js'
import type { Problem } from '../glossary/problem.js'
import { glossarySchema } from '../glossary/schema.js'
import { readYaml } from '../glossary/yaml.js'
import { houseSchema } from '../rules/schema.js'

export type Role = 'config' | 'glossary' | 'house'

const schemas: Record<Role, z.ZodType> = {
  config: configSchema,
  glossary: glossarySchema,
  house: houseSchema,
}

/** `named`: the files that the config in force names. */
export function roleOf(path: string, named: { glossaries: readonly string[]; house?: string | undefined }) {
  if (basename(path) === configName) return 'config' as const
  if (named.glossaries.includes(path)) return 'glossary' as const
  return named.house === path ? ('house' as const) : undefined
}

/** Of one file; `loaded` are the problems of the last reading from the disk. */
export function problemsIn(path: string, text: string, role: Role, loaded: readonly Problem[]): Problem[] {
  const own = text.replace(/^\uFEFF/, '')
  // An empty glossary is one without concepts.
  const shape = own.trim() === '' ? [] : readYaml(path, own, schemas[role]).problems
  if (shape.length > 0 || textOf(path) !== own) return shape
  return loaded.filter(({ file }) => file === path)
}
