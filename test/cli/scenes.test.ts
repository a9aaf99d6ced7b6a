/**
 * Every scene under `scenes/`: files in an empty folder, a command, and what must come of it. `[..]` stands for
 * anything within a line, `[...]` for any lines. A file is its text, or `{ hex }`, `{ repeat, times }`, `{ link }`, `{ text, mode }`.
 * A stream that a scene does not name is not looked at, except that stderr is empty where the status is not 2.
 */
import { spawn } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'

type Content =
  | string
  | { hex?: string; text?: string; repeat?: string; times?: number; link?: string; mode?: string }

interface Scene {
  name: string
  files?: Record<string, Content>
  in?: string
  run: string | string[]
  stdin?: string
  env?: Record<string, string>
  status: number
  stdout?: string
  stderr?: string
  after?: Record<string, Content | null>
}

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const scenes = fileURLToPath(new URL('scenes/', import.meta.url))
const stage = mkdtempSync(join(tmpdir(), 'zhengming-scenes-'))
afterAll(() => rmSync(stage, { recursive: true, force: true }))

for (const file of readdirSync(scenes).sort())
  describe(file, () => {
    for (const scene of parse(readFileSync(join(scenes, file), 'utf8')) as Scene[])
      test.concurrent(scene.name, () => play(scene))
  })

async function play(scene: Scene): Promise<void> {
  const folder = mkdtempSync(join(stage, 'scene-'))
  for (const [name, content] of Object.entries(scene.files ?? {})) put(join(folder, name), content)
  const args = typeof scene.run === 'string' ? scene.run.split(' ').filter(Boolean) : scene.run
  const { NO_COLOR: _, FORCE_COLOR: __, DEBUG: ___, ...env } = process.env
  const { stdout, stderr, status } = await run(
    args,
    scene,
    { ...env, ZHENGMING_CACHE: 'off', ...scene.env },
    join(folder, scene.in ?? '.'),
  )
  const said = {
    status,
    stdout: stdout.replaceAll(folder, '<here>'),
    stderr: stderr.replaceAll(folder, '<here>'),
  }
  const wanted = {
    status: scene.status,
    stdout: filled(scene.stdout, said.stdout),
    stderr: filled(scene.stderr ?? (scene.status === 2 ? undefined : ''), said.stderr),
  }
  expect(said).toEqual(wanted)
  for (const [name, content] of Object.entries(scene.after ?? {})) expectFile(join(folder, name), content)
}

async function run(args: string[], { stdin = '' }: Scene, env: NodeJS.ProcessEnv, cwd: string) {
  const child = spawn(process.execPath, [cli, ...args], { cwd, env })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text
    })
  // Who does not read its input closes it early.
  child.stdin.on('error', () => {})
  child.stdin.end(stdin)
  const status = await new Promise<number | null>((done) => child.once('close', done))
  return { ...said, status }
}

function put(path: string, content: Content): void {
  mkdirSync(dirname(path), { recursive: true })
  if (typeof content === 'object' && content.link !== undefined) symlinkSync(content.link, path)
  else writeFileSync(path, bytesOf(content))
  if (typeof content === 'object' && content.mode !== undefined)
    chmodSync(path, Number.parseInt(content.mode, 8))
}

function bytesOf(content: Content): Buffer {
  if (typeof content === 'string') return Buffer.from(content)
  const { hex, text = '', repeat, times = 1 } = content
  if (hex !== undefined) return Buffer.from(hex.replace(/\s/g, ''), 'hex')
  return Buffer.from(repeat?.repeat(times) ?? text)
}

function expectFile(path: string, content: Content | null): void {
  if (content === null) {
    expect(statSync(path, { throwIfNoEntry: false }), path).toBeUndefined()
    return
  }
  const text = readFileSync(path, 'utf8')
  expect(text).toBe(filled(bytesOf(content).toString(), text))
  if (typeof content !== 'object') return
  if (content.mode !== undefined) expect((statSync(path).mode & 0o777).toString(8)).toBe(content.mode)
  if (content.link !== undefined) expect(lstatSync(path).isSymbolicLink()).toBe(true)
}

/** What was said, if the expectation with its gaps fits; else the expectation, so that the difference is shown. */
function filled(expected: string | undefined, actual: string): string {
  if (expected === undefined) return actual
  const source = expected
    .split(/(\[\.\.\.\]\n?|\[\.\.\])/)
    .map((part) =>
      part.startsWith('[...]')
        ? '[^]*'
        : part === '[..]'
          ? '.*'
          : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
    )
    .join('')
  return new RegExp(`^${source}$`, 'u').test(actual) ? actual : expected
}
