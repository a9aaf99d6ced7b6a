/**
 * A house of one's own: a YAML file that may extend a house that ships. The shipped houses are read as YAML here,
 * from the package, because only the source says what extends what.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TextFile } from '../glossary/load.js'
import { DataError } from '../glossary/problem.js'
import type { CompiledHouse } from '../rules/compiled.js'
import { loadHouses } from '../rules/load.js'
import { packageFolder } from './package.js'
import { textOf } from './read.js'

/** All that is wrong with it is thrown; undefined where there is no such file. */
export function readHouse(path: string): CompiledHouse | undefined {
  const text = textOf(path)
  if (text === undefined) return undefined
  const { houses, problems } = loadHouses([...shippedHouses(), { path, text }])
  const own = problems
    .filter((p) => p.file === path || p.file === `${stem(path)}.yaml`)
    .map((p) => ({ ...p, file: path }))
  if (own.length > 0) throw new DataError(own)
  return { ...(houses[stem(path)] as CompiledHouse), name: basename(stem(path)) }
}

function stem(path: string): string {
  return path.replace(/\.ya?ml$/, '')
}

function shippedHouses(): TextFile[] {
  const folder = packageFolder('glossary/houses')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ path: name, text: readFileSync(join(folder, name), 'utf8') }))
}
