/**
 * A config with all that it names (houses, glossaries, metadata), read and checked: every name against what there is. What
 * comes of it is plain data, and nothing in it hangs on the day or the command line. All that is wrong is thrown at once where
 * it can be.
 */
import type { TextFile } from '../glossary/load.js'
import { DataError, type Problem } from '../glossary/problem.js'
import type { CompiledHouse, Shipped } from '../rules/compiled.js'
import { besideOf } from './dates.js'
import type { Read } from './files.js'
import { readHouse } from './house.js'
import { layeredData } from './layers.js'
import type { Table } from './metadata.js'
import { near, unknownNames } from './names.js'
import { pagesOf } from './pages.js'
import { pathOf, problemAt } from './placed.js'
import { type Config, readConfig } from './read.js'

export interface Checked {
  config: Config
  /** As the config names them: those that ship by name, others as they were read. */
  houses: Record<string, string | CompiledHouse>
  metadata?: Table | undefined
  /** Address of the glossary as HTML. */
  pages?: string | undefined
  /** Rules that only hint. */
  hints: string[]
}

/** `data`: the glossary that is in force. */
export async function check(
  path: string,
  read: Read,
  shipped: Shipped,
): Promise<{ checked: Checked; data: Shipped }> {
  const config = readConfig(path, read)
  const problems: Problem[] = []
  const houses = housesOf(config, read, shipped, problems)
  const metadata = await tableOf(config, read, problems)
  gathered(problems, () => besideOf(config.pattern, undefined))
  const data = gathered(problems, () => dataOf(config, read, shipped)) ?? shipped
  problems.push(...unknownNames(config, data))
  const pages = pagesOf(config.pages, problems)
  if (problems.length > 0) throw new DataError(problems.sort(inOrder))
  const hints = data.rules.filter((rule) => rule.severity === 'info').map((rule) => rule.id)
  return { checked: { config, houses, metadata, pages, hints }, data }
}

/** The shipped glossary with those that the config names on top. */
export function dataOf(config: Config, read: Read, shipped: Shipped): Shipped {
  return config.glossary.length > 0 ? layeredData(shipped, glossaryFiles(config, read)) : shipped
}

/** The glossaries that a config names. */
export function glossaryFiles(config: Config, read: Read): TextFile[] {
  const problems: Problem[] = []
  const files = config.glossary.flatMap((one) => {
    const path = pathOf(one)
    const text = read(path)
    if (text === undefined) problems.push(problemAt(one, `glossary: cannot read "${one.value}"`))
    return text === undefined ? [] : [{ path, text }]
  })
  if (problems.length > 0) throw new DataError(problems)
  return files
}

function inOrder(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
}

function housesOf(config: Config, read: Read, shipped: Shipped, problems: Problem[]): Checked['houses'] {
  const houses: Checked['houses'] = { neutral: 'neutral' }
  const names = Object.keys(shipped.houses)
  for (const one of [config.house, ...config.overrides.map((o) => ({ ...o, value: o.value.house }))]) {
    const name = one?.value
    if (one === undefined || name === undefined) continue
    if (names.includes(name)) houses[name] = name
    else if (/[/\\]|\.ya?ml$/.test(name)) {
      const house = gathered(problems, () => readHouse(pathOf({ ...one, value: name }), read) ?? 'missing')
      if (house === 'missing') problems.push(problemAt(one, `house: cannot read "${name}"`))
      else if (house) houses[name] = house
    } else
      problems.push(problemAt(one, `no house "${name}"${near(name, names)}, there are ${names.join(', ')}`))
  }
  return houses
}

/** The table that a config names. */
async function tableOf({ metadata }: Config, read: Read, problems: Problem[]): Promise<Table | undefined> {
  if (metadata === undefined) return undefined
  const path = pathOf(metadata)
  const text = read(path)
  if (text === undefined) {
    problems.push(problemAt(metadata, `dates.metadata: cannot read "${metadata.value}"`))
    return undefined
  }
  const { readTable } = await import('./metadata-table.js')
  return gathered(problems, () => readTable(path, text))
}

/** What is made, or nothing where its data are wrong: then its problems stand with the others. */
function gathered<T>(problems: Problem[], make: () => T): T | undefined {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    problems.push(...error.problems)
    return undefined
  }
}
