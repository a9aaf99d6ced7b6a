/**
 * A config file with everything it extends, merged: what the file says itself comes last. Lists grow, tables merge by
 * key, single values are replaced. Every problem keeps its file, line and column.
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { DataError, type Problem } from '../glossary/problem.js'
import { readYaml } from '../glossary/yaml.js'
import { type Read, textOf } from './files.js'
import { type Placed, pathOf, problemAt } from './placed.js'
import { type ConfigSource, configSchema } from './schema.js'

type Lists = 'ignore' | 'overrides' | 'accept' | 'glossary'
type Single = Exclude<keyof ConfigSource, Lists | 'extends' | 'rules' | 'style' | 'dates'>

/** Plain data. */
export type Config = { [K in Single]?: Placed<NonNullable<ConfigSource[K]>> } & {
  [K in Lists]: Placed<NonNullable<ConfigSource[K]>[number]>[]
} & {
  rules: Record<string, Placed<NonNullable<ConfigSource['rules']>[string]>>
  style: Record<string, Placed<string>>
  pattern?: Placed<string>
  metadata?: Placed<string>
}

export function readConfig(path: string, read: Read = textOf): Config {
  const config: Config = { ignore: [], overrides: [], accept: [], glossary: [], rules: {}, style: {} }
  const problems: Problem[] = []
  // Asked again, the system says why it cannot be read.
  readInto({ config, problems, read }, [path], read(path) ?? readFileSync(path, 'utf8'))
  if (problems.length > 0) throw new DataError(problems)
  return config
}

interface Reading {
  config: Config
  problems: Problem[]
  read: Read
}

/** `chain`: the config whose text it is, after all that build on it. */
function readInto(reading: Reading, chain: readonly string[], text: string): void {
  const { config, problems, read } = reading
  const path = chain.at(-1) as string
  const { data, problems: own, locate } = readYaml(path, text, configSchema)
  problems.push(...own)
  if (data === undefined) return
  const placed = <T>(value: T, ...at: PropertyKey[]): Placed<T> => ({ value, file: path, ...locate(at) })
  for (const [i, name] of (data.extends ?? []).entries()) {
    const one = placed(name, 'extends', i)
    const base = pathOf(one)
    const longer = [...chain, base]
    const below = read(base)
    if (chain.includes(base))
      problems.push(problemAt(one, `extends: ${longer.map((p) => basename(p)).join(' → ')} is a circle`))
    else if (below === undefined) problems.push(problemAt(one, `extends: cannot read "${name}"`))
    else readInto(reading, longer, below)
  }
  const { house, files, pages, info, failOn, maxWarnings, maxFileSize, baseline } = data
  const singles = { house, files, pages, info, failOn, maxWarnings, maxFileSize, baseline }
  for (const [key, value] of Object.entries(singles))
    if (value !== undefined) Object.assign(config, { [key]: placed(value, key) })
  for (const key of ['ignore', 'overrides', 'accept', 'glossary'] as const)
    for (const [i, value] of (data[key] ?? []).entries())
      (config[key] as Placed<unknown>[]).push(placed<unknown>(value, key, i))
  for (const [id, value] of Object.entries(data.rules ?? {})) config.rules[id] = placed(value, 'rules', id)
  for (const [id, value] of Object.entries(data.style ?? {})) config.style[id] = placed(value, 'style', id)
  if (data.dates?.pattern) config.pattern = placed(data.dates.pattern, 'dates', 'pattern')
  if (data.dates?.metadata) config.metadata = placed(data.dates.metadata, 'dates', 'metadata')
}
