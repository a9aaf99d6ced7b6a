/**
 * A config to the project that it makes. What reading and checking it comes to is kept until one of its files is another:
 * a run that finds it so loads neither YAML nor, until it is asked for, the glossary.
 */
import type { Shipped } from '../rules/compiled.js'
import type { Session } from '../session.js'
import type { Checked } from './check.js'
import { fromFiles, type Read } from './files.js'
import { inForce } from './in-force.js'
import { pathOf } from './placed.js'
import { type Beside, nothingBeside, type Overlay, type Project } from './project.js'
import type { Config } from './read.js'

/** `base`: the session of the shipped glossary. */
export async function loadProject(
  path: string,
  base: () => Promise<Session>,
  overlay: Overlay,
): Promise<Project> {
  let data: Shipped | undefined
  const { made, read, paths } = await fromFiles(`config ${path}`, async (read) => {
    const { check } = await import('./check.js')
    const checkedHere = await check(path, read, (await base()).data)
    data = checkedHere.data
    return checkedHere.checked
  })
  const { config } = made
  const { files } = config
  return {
    path,
    session: once(opener(config, base, read, data)),
    glossaries: config.glossary.map(pathOf),
    baseline: config.baseline && pathOf(config.baseline),
    sources: paths,
    files: files?.value.map((glob) => pathOf({ ...files, value: glob })),
    ...(await beside(made)),
    ...(await inForce(path, made, overlay)),
  }
}

async function beside({ config, metadata }: Checked): Promise<Beside> {
  if (config.pattern === undefined && metadata === undefined) return nothingBeside
  return (await import('./dates.js')).besideOf(config.pattern, metadata)
}

/** `data`: the glossary in force, where it is known already. */
function opener(config: Config, base: () => Promise<Session>, read: Read, data: Shipped | undefined) {
  return async (): Promise<Session> => {
    if (config.glossary.length === 0) return base()
    const { createSession } = await import('../session.js')
    if (data !== undefined) return createSession({ data })
    const { dataOf } = await import('./check.js')
    return createSession({ data: dataOf(config, read, (await base()).data) })
  }
}

/** Lets go of all that it took, once it is made. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let left: typeof make | undefined = make
  let made: Promise<T> | undefined
  return () => {
    made ??= (left as typeof make)()
    left = undefined
    return made
  }
}
