/** A real git repository in a temporary folder, and zhengming run in it. */
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Row } from '../../src/reporters/row.js'

export const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const stage = realpathSync(mkdtempSync(join(tmpdir(), 'zhengming-git-')))

export function clear(): void {
  rmSync(stage, { recursive: true, force: true })
}

const { CI: _, GIT_DIR: __, GIT_INDEX_FILE: ___, ...env } = process.env
const quiet = {
  ...env,
  ZHENGMING_CACHE: join(stage, 'cache'),
  NO_COLOR: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'n',
  GIT_AUTHOR_EMAIL: 'n@example.org',
  GIT_COMMITTER_NAME: 'n',
  GIT_COMMITTER_EMAIL: 'n@example.org',
}

export interface Repository {
  folder: string
  git(...args: string[]): string
  put(files: Record<string, string>): void
  read(name: string): string
  commit(files: Record<string, string>, message?: string): void
  run(...args: string[]): Promise<Said>
  /** The findings that count, as `file rule found`. */
  found(...args: string[]): Promise<Said & { rows: string[] }>
}

export interface Said {
  status: number | null
  stdout: string
  stderr: string
}

export function folderFor(name: string): string {
  return mkdtempSync(join(stage, `${name}-`))
}

export function repository(folder = folderFor('repo'), extra: Record<string, string> = {}): Repository {
  const here: Repository = {
    folder,
    git: (...args) =>
      execFileSync('git', args, {
        cwd: folder,
        env: quiet,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    put(files) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), text)
      }
    },
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    commit(files, message = 'more') {
      here.put(files)
      here.git('add', '-A')
      here.git('commit', '-qm', message)
    },
    run: (...args) => said(args, folder, extra),
    async found(...args) {
      const result = await said([...args, '--format', 'json'], folder, extra)
      const reports = JSON.parse(result.stdout || '[]') as { filePath: string; messages: Row[] }[]
      const rows = reports.flatMap(({ filePath, messages }) =>
        messages.map((m) => `${filePath.slice(folder.length + 1)} ${m.ruleId} ${m.actual}`),
      )
      return { ...result, rows }
    },
  }
  return here
}

export function started(files: Record<string, string>, extra: Record<string, string> = {}): Repository {
  const here = repository(folderFor('repo'), extra)
  here.git('init', '-q', '-b', 'main')
  here.commit(files, 'first')
  return here
}

async function said(args: string[], cwd: string, extra: Record<string, string>): Promise<Said> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env: { ...quiet, ...extra } })
  const streams = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      streams[stream] += text
    })
  child.stdin.end()
  const status = await new Promise<number | null>((done) => child.once('close', done))
  return { ...streams, status }
}
