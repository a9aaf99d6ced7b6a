/**
 * What the arguments of a command name: files as they stand, folders down to their articles, globs. A plain file
 * costs one look at the disk and no library. `.gitignore` holds below folders and globs, `.zhengmingignore` everywhere.
 */
import { type Dirent, existsSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UsageError } from './fail.js'

export interface Found {
  /** Absolute, each once, in the order of the arguments. */
  files: string[]
  /** Named by themselves, but the ignore file leaves them out. */
  ignored: string[]
  /** Arguments that match nothing. */
  missing: string[]
  /** Files and folders that nobody can look at, and why. */
  unreadable: Map<string, unknown>
}

export interface Looking {
  ignorePath?: string | undefined
  /** What a config leaves out of the files that lie in a folder. */
  leavesOut?: (folder: string) => Promise<Test>
}

type Test = (file: string) => boolean

export function isArticle(path: string): boolean {
  return /\.(txt|md|markdown|html?)$/i.test(path)
}

export async function findFiles(
  args: readonly string[],
  { ignorePath, leavesOut = async () => () => false }: Looking = {},
): Promise<Found> {
  const files = new Set<string>()
  const ignored: string[] = []
  const missing: string[] = []
  const unreadable = new Map<string, unknown>()
  const ours = await ownIgnore(ignorePath)
  const kept = async (folder: string, all: readonly string[]) => {
    const theirs = await leavesOut(folder)
    return all.filter((file) => !ours(file) && !theirs(file))
  }
  for (const arg of args) {
    const path = resolve(arg)
    let stat: Stats | undefined
    try {
      stat = statSync(path, { throwIfNoEntry: false })
    } catch (error) {
      unreadable.set(path, error)
      continue
    }
    if (stat && !stat.isDirectory()) {
      if ((await kept(dirname(path), [path])).length === 0) ignored.push(arg)
      else files.add(path)
      continue
    }
    const byFolder = stat
      ? articlesBelow(path, unreadable)
      : /[*?[\]{}()!]/.test(arg)
        ? await matching(arg)
        : new Map()
    const found: string[] = []
    for (const [folder, all] of await notGitIgnored(byFolder)) found.push(...(await kept(folder, all)))
    if (found.length === 0) missing.push(arg)
    for (const file of found.sort()) files.add(file)
  }
  return { files: [...files], ignored, missing, unreadable }
}

type ByFolder = Map<string, string[]>

async function matching(pattern: string): Promise<ByFolder> {
  const { glob } = await import('tinyglobby')
  const found = await glob(pattern.replaceAll('\\', sep === '\\' ? '/' : '\\'), {
    cwd: process.cwd(),
    absolute: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
    followSymbolicLinks: false,
    expandDirectories: false,
  })
  const byFolder: ByFolder = new Map()
  for (const file of found.map((one) => resolve(one))) {
    const folder = dirname(file)
    const files = byFolder.get(folder) ?? []
    files.push(file)
    byFolder.set(folder, files)
  }
  return byFolder
}

/** Articles, but nothing hidden and no links, as a glob finds them; a library would take longer to load than this to look. */
function articlesBelow(
  folder: string,
  unreadable: Map<string, unknown>,
  byFolder: ByFolder = new Map(),
): ByFolder {
  const base = folder.endsWith(sep) ? folder : folder + sep
  const files: string[] = []
  for (const entry of entriesOf(folder, unreadable)) {
    const { name } = entry
    if (name.startsWith('.')) continue
    if (entry.isFile() && isArticle(name)) files.push(base + name)
    if (entry.isDirectory() && name !== 'node_modules') articlesBelow(base + name, unreadable, byFolder)
  }
  return files.length > 0 ? byFolder.set(folder, files) : byFolder
}

async function ownIgnore(given: string | undefined): Promise<Test> {
  const path = resolve(given ?? '.zhengmingignore')
  if (!existsSync(path)) {
    if (given !== undefined) throw new UsageError(`--ignore-path ${given}: no such file`)
    return () => false
  }
  const { default: ignore } = await import('ignore')
  const rules = ignore().add(readFileSync(path, 'utf8'))
  const base = dirname(path)
  return (file) => {
    const inside = below(base, file)
    return inside !== undefined && rules.ignores(inside)
  }
}

function entriesOf(folder: string, unreadable: Map<string, unknown>): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    unreadable.set(folder, error)
    return []
  }
}

/** Every `.gitignore` from the repository's root down to the file; the deeper one has the last word. */
async function notGitIgnored(byFolder: ByFolder): Promise<ByFolder> {
  const known = new Map<string, string[]>()
  const chain = (folder: string): string[] => {
    const seen = known.get(folder)
    if (seen) return seen
    const above = existsSync(join(folder, '.git')) || dirname(folder) === folder ? [] : chain(dirname(folder))
    const made = existsSync(join(folder, '.gitignore')) ? [...above, folder] : above
    known.set(folder, made)
    return made
  }
  const bases = new Set([...byFolder.keys()].flatMap(chain))
  if (bases.size === 0) return byFolder
  const { default: ignore } = await import('ignore')
  const rules = new Map(
    [...bases].map((base) => [base, ignore().add(readFileSync(join(base, '.gitignore'), 'utf8'))]),
  )
  const isIgnored = (folder: string, file: string) => {
    let ignored = false
    for (const base of chain(folder)) {
      const said = rules.get(base)?.test(below(base, file) as string)
      if (said?.ignored) ignored = true
      else if (said?.unignored) ignored = false
    }
    return ignored
  }
  return new Map(
    [...byFolder].map(([folder, all]) => [folder, all.filter((file) => !isIgnored(folder, file))]),
  )
}

/** The path with slashes inside a folder; undefined outside of it. */
export function below(folder: string, file: string): string | undefined {
  const inside = relative(folder, file)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return undefined
  return inside.replaceAll(sep, '/')
}
