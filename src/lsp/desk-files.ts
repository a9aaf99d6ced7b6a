/**
 * The desk's own YAML while it is written: which file is what, what is wrong with its shape at once, and what the configs' last
 * reading found in it. What only the whole glossary can tell is said when the file is saved.
 */
import { basename, resolve } from 'node:path'
import type { z } from 'zod'
import { configName } from '../config/project.js'
import { readConfig, textOf } from '../config/read.js'
import { configSchema } from '../config/schema.js'
import type { Problem } from '../glossary/problem.js'
import { glossarySchema } from '../glossary/schema.js'
import { readYaml } from '../glossary/yaml.js'
import { houseSchema } from '../rules/schema.js'
import type { Desk } from './desk.js'
import { defaults } from './settings.js'

type Role = 'config' | 'glossary' | 'house'

const schemas: Record<Role, z.ZodType> = {
  config: configSchema,
  glossary: glossarySchema,
  house: houseSchema,
}

/** Nothing for a file that no config names. */
export async function problemsIn(path: string, text: string, desk: Desk): Promise<Problem[]> {
  const role = roleOf(path, desk.configOf(path))
  if (role === undefined) return []
  const own = text.replace(/^\uFEFF/, '')
  // An empty glossary is one without concepts.
  const shape = own.trim() === '' ? [] : readYaml(path, own, schemas[role]).problems
  if (shape.length > 0 || textOf(path) !== own) return shape
  await desk.projectOf(path, defaults)
  return desk.problems().filter(({ file }) => file === path)
}

/** Also where the glossary is broken: only the config must be whole. */
function roleOf(path: string, config: string | undefined): Role | undefined {
  if (basename(path) === configName) return 'config'
  if (config === undefined) return undefined
  try {
    const { glossary, house } = readConfig(config)
    if (glossary.some(({ value, folder }) => resolve(folder, value) === path)) return 'glossary'
    return house && resolve(house.folder, house.value) === path ? 'house' : undefined
  } catch {
    return undefined
  }
}
