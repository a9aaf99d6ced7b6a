/**
 * A config file with everything it extends, merged: what the file says itself comes last. Lists grow, tables merge by
 * key, single values are replaced. Every problem keeps its file, line and column.
 */
import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { DataError, type Problem } from '../glossary/problem.js'
import { readYaml } from '../glossary/yaml.js'
import { type ConfigSource, configSchema } from './schema.js'

export type Say = (message: string) => Problem

/** One key of one config file: its value, and how to complain about it. */
export interface Placed<T> {
  value: T
  /** The folder of the config that says it. */
  folder: string
  problem: Say
}

type Lists = 'ignore' | 'overrides' | 'accept' | 'glossary'
type Single = Exclude<keyof ConfigSource, Lists | 'extends' | 'rules' | 'style' | 'dates'>

/** `paths`: of the config itself and all that it extends. */
export type Config = { paths: string[] } & { [K in Single]?: Placed<NonNullable<ConfigSource[K]>> } & {
  [K in Lists]: Placed<NonNullable<ConfigSource[K]>[number]>[]
} & {
  rules: Map<string, Placed<NonNullable<ConfigSource['rules']>[string]>>
  style: Map<string, Placed<string>>
  pattern?: Placed<string>
  metadata?: Placed<string>
}

export function readConfig(path: string): Config {
  const config: Config = {
    paths: [],
    ignore: [],
    overrides: [],
    accept: [],
    glossary: [],
    rules: new Map(),
    style: new Map(),
  }
  const problems: Problem[] = []
  readInto(config, path, [], problems)
  if (problems.length > 0) throw new DataError(problems)
  return config
}

function readInto(config: Config, path: string, above: string[], problems: Problem[]): void {
  const {
    data,
    problems: own,
    locate,
  } = readYaml(path, readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), configSchema)
  problems.push(...own)
  config.paths.push(path)
  if (data === undefined) return
  const folder = dirname(path)
  const placed = <T>(value: T, ...at: PropertyKey[]): Placed<T> => ({
    value,
    folder,
    problem: (message) => ({ file: path, ...locate(at), message }),
  })
  for (const [i, name] of (data.extends ?? []).entries()) {
    const base = resolve(folder, name)
    const { problem } = placed(name, 'extends', i)
    if (above.includes(base) || base === path)
      problems.push(
        problem(
          `extends: ${[...above, path, base].map((p) => p.split(/[/\\]/).at(-1)).join(' → ')} is a circle`,
        ),
      )
    else if (!readable(base)) problems.push(problem(`extends: cannot read "${name}"`))
    else readInto(config, base, [...above, path], problems)
  }
  const { house, files, pages, info, failOn, maxWarnings, maxFileSize, baseline } = data
  const singles = { house, files, pages, info, failOn, maxWarnings, maxFileSize, baseline }
  for (const [key, value] of Object.entries(singles))
    if (value !== undefined) Object.assign(config, { [key]: placed(value, key) })
  for (const key of ['ignore', 'overrides', 'accept', 'glossary'] as const)
    for (const [i, value] of (data[key] ?? []).entries())
      (config[key] as Placed<unknown>[]).push(placed<unknown>(value, key, i))
  for (const [id, value] of Object.entries(data.rules ?? {})) config.rules.set(id, placed(value, 'rules', id))
  for (const [id, value] of Object.entries(data.style ?? {})) config.style.set(id, placed(value, 'style', id))
  if (data.dates?.pattern) config.pattern = placed(data.dates.pattern, 'dates', 'pattern')
  if (data.dates?.metadata) config.metadata = placed(data.dates.metadata, 'dates', 'metadata')
}

export function readable(path: string): boolean {
  return textOf(path) !== undefined
}

/** A file's text, or undefined where it cannot be read. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '')
  } catch {
    return undefined
  }
}
