/**
 * A house of one's own: a YAML file that may extend a house that ships. The shipped houses are read as YAML here,
 * from the package, because only the source says what extends what.
 */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TextFile } from '../glossary/load.js'
import { DataError } from '../glossary/problem.js'
import type { CompiledHouse } from '../rules/compiled.js'
import { loadHouses } from '../rules/load.js'
import { type Read, textOf } from './files.js'
import { packageFolder, shippedHouses } from './package.js'

/** All that is wrong with it is thrown; undefined where there is no such file. */
export function readHouse(path: string, read: Read = textOf): CompiledHouse | undefined {
  const text = read(path)
  if (text === undefined) return undefined
  const { houses, problems } = loadHouses([...shippedFiles(), { path, text }])
  const own = problems
    .filter((p) => p.file === path || p.file === `${stem(path)}.yaml`)
    .map((p) => ({ ...p, file: path }))
  if (own.length > 0) throw new DataError(own)
  return { ...(houses[stem(path)] as CompiledHouse), name: basename(stem(path)) }
}

function stem(path: string): string {
  return path.replace(/\.ya?ml$/, '')
}

function shippedFiles(): TextFile[] {
  return shippedHouses().map((name) => ({
    path: `${name}.yaml`,
    text: readFileSync(join(packageFolder('glossary/houses'), `${name}.yaml`), 'utf8'),
  }))
}
