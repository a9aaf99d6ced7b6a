/**
 * What the gate asks of git, by its plumbing and with NUL between names, so that any name comes through. A question that
 * git cannot answer is a UsageError in one line. Folders are those of the repository (or worktree, or submodule) itself;
 * the variables that a hook sets hold for its own repository only.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '../fail.js'

export interface Change {
  /** Absolute; undefined where the file is gone. */
  path: string | undefined
  /** What it was before, perhaps under another name. */
  old: { path: string; blob: string } | undefined
  /** The blob in the index; zeros where git looked at the working tree. */
  blob: string
}

class GitError extends UsageError {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

const roots = new Map<string, string | undefined>()

/** The repository that a folder lies in. */
export function repositoryOf(folder: string): string | undefined {
  if (roots.has(folder)) return roots.get(folder)
  const above = dirname(folder)
  const root = existsSync(join(folder, '.git')) ? folder : above === folder ? undefined : repositoryOf(above)
  roots.set(folder, root)
  return root
}

/** The commit at which HEAD left REF; undefined where a submodule does not know REF. */
export async function mergeBase(root: string, ref: string): Promise<string | undefined> {
  const what = `--since ${ref}`
  if (ref.startsWith('-')) throw new UsageError(`${what}: no name of a commit begins with a hyphen`)
  const commit = await answer(root, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ])
  if (commit === undefined) {
    if (await answer(root, ['rev-parse', '--show-superproject-working-tree'])) return undefined
    const hint = (await isShallow(root)) ? deepen : 'fetch it first, or name another'
    throw new UsageError(`${what}: no such commit, branch or tag in this repository; ${hint}`)
  }
  if ((await answer(root, ['rev-parse', '--verify', '--quiet', 'HEAD'])) === undefined)
    throw new UsageError(`${what}: the branch has no commit yet`)
  const base = await answer(root, ['merge-base', commit, 'HEAD'])
  if (base !== undefined) return base
  throw new UsageError(
    (await isShallow(root))
      ? `${what}: this shallow clone does not reach back to the common commit; ${deepen}`
      : `${what}: it has no commit in common with HEAD`,
  )
}

const deepen = 'get more history with "git fetch --deepen=1000 origin" (GitHub Actions: fetch-depth: 0)'

async function isShallow(root: string): Promise<boolean> {
  return (await answer(root, ['rev-parse', '--is-shallow-repository'])) === 'true'
}

const raw = ['--raw', '--no-color', '-z', '-M', '--no-abbrev', '--no-ext-diff', '--ignore-submodules=all']

/** From a commit to the working tree; from HEAD to the index where there is none. */
export async function changesIn(root: string, commit?: string): Promise<Change[]> {
  const asked = commit === undefined ? ['diff', '--cached', ...raw] : ['diff', ...raw, commit]
  const parts = (await git(root, [...asked, '--'])).toString().split('\0')
  const changes: Change[] = []
  for (let i = 0; i + 1 < parts.length; ) {
    const [before = '', after = '', oldBlob = '', blob = '', state = ''] = (parts[i++] ?? '')
      .slice(1)
      .split(' ')
    const from = join(root, parts[i++] ?? '')
    const to = /^[RC]/.test(state) ? join(root, parts[i++] ?? '') : from
    const old = isFile(before) ? { path: from, blob: oldBlob } : undefined
    const path = isFile(after) ? to : undefined
    if (old || path) changes.push({ path, old, blob })
  }
  return changes
}

/** No link, no submodule, no nothing. */
function isFile(mode: string): boolean {
  return mode.startsWith('100')
}

/** Absolute paths of what the index knows. */
export async function trackedIn(root: string): Promise<Set<string>> {
  return new Set(names(await git(root, ['ls-files', '-z'])).map((name) => join(root, name)))
}

/** Files of a commit, by their path in it. */
export async function treeOf(root: string, commit: string): Promise<{ name: string; blob: string }[]> {
  return names(await git(root, ['ls-tree', '-r', '-z', '--full-tree', commit])).flatMap((line) => {
    const [, mode = '', blob = '', name = ''] = /^(\d+) \w+ (\w+)\t(.*)$/s.exec(line) ?? []
    return isFile(mode) ? [{ name, blob }] : []
  })
}

function names(output: Buffer): string[] {
  return output.toString().split('\0').filter(Boolean)
}

const together = 100

/** The contents of blobs, in their order, a few at a time. */
export async function* blobsOf(root: string, blobs: readonly string[]): AsyncGenerator<Buffer> {
  for (let start = 0; start < blobs.length; start += together) {
    const some = blobs.slice(start, start + together)
    const output = await git(root, ['cat-file', '--batch'], some.map((blob) => `${blob}\n`).join(''))
    let at = 0
    for (const blob of some) {
      const end = output.indexOf('\n', at)
      const size = Number(/ blob (\d+)$/.exec(output.toString('latin1', at, end))?.[1] ?? Number.NaN)
      if (Number.isNaN(size)) throw new UsageError(`git has no contents for ${blob}`)
      yield output.subarray(end + 1, end + 1 + size)
      at = end + 1 + size + 1
    }
  }
}

/** One line, or undefined where git says no. */
async function answer(root: string, args: string[]): Promise<string | undefined> {
  try {
    return (await git(root, args)).toString().trim()
  } catch (error) {
    if (error instanceof GitError && error.status === 1) return undefined
    throw error
  }
}

const mostOutput = 2 ** 30

async function git(root: string, args: string[], input = ''): Promise<Buffer> {
  return new Promise((done, failed) => {
    const child = execFile(
      'git',
      args,
      { cwd: root, env: envFor(root), encoding: 'buffer', maxBuffer: mostOutput },
      (error, stdout, stderr) => {
        if (error === null) done(stdout)
        else if (error.code === 'ENOENT')
          failed(new UsageError('git is not installed, and --since and --staged ask it'))
        else failed(new GitError(Number(error.code), `git: ${lineOf(stderr, error)}`))
      },
    )
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

function lineOf(stderr: Buffer, error: Error): string {
  const [first = ''] = stderr.toString().trim().split('\n')
  return first.replace(/^(fatal|error): /, '') || error.message
}

const hooked = [
  'GIT_DIR',
  'GIT_INDEX_FILE',
  'GIT_WORK_TREE',
  'GIT_PREFIX',
  'GIT_OBJECT_DIRECTORY',
  'GIT_COMMON_DIR',
]

function envFor(root: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' }
  if (root !== repositoryOf(resolve('.'))) for (const name of hooked) delete env[name]
  return env
}
