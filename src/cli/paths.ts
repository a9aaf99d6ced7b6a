/**
 * What the arguments of a command name: files as they stand, folders down to their articles, globs. A plain file
 * costs one look at the disk and no library. `.gitignore` holds below folders and globs, `.zhengmingignore` everywhere.
 */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { UsageError } from './fail.js'

export interface Found {
  /** Absolute, each once, in the order of the arguments. */
  files: string[]
  /** Named by themselves, but the ignore file leaves them out. */
  ignored: string[]
  /** Arguments that match nothing. */
  missing: string[]
}

export interface Looking {
  ignorePath?: string | undefined
  /** What a config leaves out. */
  leavesOut?: (file: string) => Promise<boolean>
}

const articles = '**/*.{txt,md,markdown,html,htm}'
export function isArticle(path: string): boolean {
  return /\.(txt|md|markdown|html?)$/i.test(path)
}

const never = ['**/node_modules/**', '**/.git/**']

export async function findFiles(
  args: readonly string[],
  { ignorePath, leavesOut }: Looking = {},
): Promise<Found> {
  const files = new Set<string>()
  const ignored: string[] = []
  const missing: string[] = []
  const ours = await ownIgnore(ignorePath)
  const out = async (file: string) => ours(file) || ((await leavesOut?.(file)) ?? false)
  for (const arg of args) {
    const path = resolve(arg)
    const stat = statSync(path, { throwIfNoEntry: false })
    if (stat && !stat.isDirectory()) {
      if (await out(path)) ignored.push(arg)
      else files.add(path)
      continue
    }
    const walked = stat
      ? await walk(articles, path)
      : /[*?[\]{}()!]/.test(arg)
        ? await walk(arg, process.cwd())
        : []
    const kept: string[] = []
    for (const file of walked) if (!(await out(file))) kept.push(file)
    if (kept.length === 0) missing.push(arg)
    for (const file of kept) files.add(file)
  }
  return { files: [...files], ignored, missing }
}

async function walk(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const found = await glob(pattern.replaceAll('\\', sep === '\\' ? '/' : '\\'), {
    cwd,
    absolute: true,
    ignore: never,
    followSymbolicLinks: false,
    expandDirectories: false,
    caseSensitiveMatch: pattern !== articles,
  })
  const gitignored = await gitIgnore()
  return found
    .map((file) => resolve(file))
    .filter((file) => !gitignored(file))
    .sort()
}

type Test = (file: string) => boolean

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

/** Every `.gitignore` from the repository's root down to the file; the deeper one has the last word. */
async function gitIgnore(): Promise<Test> {
  const { default: ignore } = await import('ignore')
  const known = new Map<string, { base: string; rules: ReturnType<typeof ignore> }[]>()
  const chain = (folder: string): { base: string; rules: ReturnType<typeof ignore> }[] => {
    const seen = known.get(folder)
    if (seen) return seen
    const above = existsSync(join(folder, '.git')) || dirname(folder) === folder ? [] : chain(dirname(folder))
    const path = join(folder, '.gitignore')
    const own = existsSync(path) ? [{ base: folder, rules: ignore().add(readFileSync(path, 'utf8')) }] : []
    const made = [...above, ...own]
    known.set(folder, made)
    return made
  }
  return (file) => {
    let ignored = false
    for (const { base, rules } of chain(dirname(file))) {
      const said = rules.test(below(base, file) as string)
      if (said.ignored) ignored = true
      else if (said.unignored) ignored = false
    }
    return ignored
  }
}

/** The path with slashes inside a folder; undefined outside of it. */
export function below(folder: string, file: string): string | undefined {
  const inside = relative(folder, file)
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return undefined
  return inside.replaceAll(sep, '/')
}
