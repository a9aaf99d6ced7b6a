/**
 * A config to the project that it makes: houses, glossaries, dates and decisions read, every name in it checked
 * against what there is. All that is wrong is thrown at once where it can be.
 */
import { resolve } from 'node:path'
import type { TextFile } from '../glossary/load.js'
import { DataError, type Problem } from '../glossary/problem.js'
import type { CompiledHouse, Shipped } from '../rules/compiled.js'
import { createSession, type Session } from '../session.js'
import { datesOf } from './dates.js'
import { readHouse } from './house.js'
import { inForce } from './in-force.js'
import { layeredData } from './layers.js'
import { near, unknownNames } from './names.js'
import { pagesOf } from './pages.js'
import type { Overlay, Project } from './project.js'
import { type Config, readConfig, textOf } from './read.js'

export async function loadProject(path: string, base: Session, overlay: Overlay): Promise<Project> {
  const config = readConfig(path)
  const problems: Problem[] = []
  const houses = housesOf(config, base.data, problems)
  const dateFor = gathered(problems, () => datesOf(config)) ?? (() => undefined)
  const data = config.glossary.length > 0 ? gathered(problems, () => dataOf(config, base.data)) : undefined
  const session = data ? await createSession({ data }) : base
  problems.push(...unknownNames(config, session.data))
  const pages = pagesOf(config.pages, problems)
  if (problems.length > 0) throw new DataError(problems.sort(inOrder))
  const files = config.files?.value.map((glob) => resolve(config.files?.folder ?? '', glob))
  const glossaries = config.glossary.map(({ value, folder }) => resolve(folder, value))
  const hints = new Set(session.data.rules.filter((r) => r.severity === 'info').map((r) => r.id))
  const settings = inForce(path, config, { houses, pages, hints }, overlay)
  const baseline = config.baseline && resolve(config.baseline.folder, config.baseline.value)
  return {
    path,
    session: async () => session,
    glossaries,
    baseline,
    sources: sourcesOf(config),
    files,
    dateFor,
    ...settings,
  }
}

function inOrder(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
}

function housesIn(config: Config) {
  return [config.house, ...config.overrides.map((o) => ({ ...o, value: o.value.house }))]
}

/** Every house that the config names: those that ship by name, others as they were read. */
function housesOf(
  config: Config,
  shipped: Shipped,
  problems: Problem[],
): Map<string, string | CompiledHouse> {
  const houses = new Map<string, string | CompiledHouse>([['neutral', 'neutral']])
  for (const one of housesIn(config)) {
    const name = one?.value
    if (one === undefined || name === undefined) continue
    const names = Object.keys(shipped.houses)
    if (names.includes(name)) houses.set(name, name)
    else if (/[/\\]|\.ya?ml$/.test(name)) {
      const house = gathered(problems, () => readHouse(resolve(one.folder, name)) ?? 'missing')
      if (house === 'missing') problems.push(one.problem(`house: cannot read "${name}"`))
      else if (house) houses.set(name, house)
    } else problems.push(one.problem(`no house "${name}"${near(name, names)}, there are ${names.join(', ')}`))
  }
  return houses
}

function dataOf(config: Config, base: Shipped): Shipped {
  return layeredData(base, glossaryFiles(config))
}

/** The glossaries that a config names. */
export function glossaryFiles(config: Config): TextFile[] {
  const problems: Problem[] = []
  const files = config.glossary.flatMap(({ value, folder, problem }) => {
    const path = resolve(folder, value)
    const text = textOf(path)
    if (text === undefined) problems.push(problem(`glossary: cannot read "${value}"`))
    return text === undefined ? [] : [{ path, text }]
  })
  if (problems.length > 0) throw new DataError(problems)
  return files
}

function sourcesOf(config: Config): string[] {
  const named = [...config.glossary, ...housesIn(config), config.metadata]
  const paths = named.flatMap((one) => (one?.value === undefined ? [] : [resolve(one.folder, one.value)]))
  return [...config.paths, ...paths]
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
