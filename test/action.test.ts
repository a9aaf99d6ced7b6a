/**
 * Where people plug it in: the steps of the action, run in bash as the runner would, with the conditions that decide
 * about them; the pre-commit hook on the files that it would be given.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { reporters } from '../src/reporters/index.js'

interface Step {
  id?: string
  if?: string
  uses?: string
  shell?: string
  run?: string
  env?: Record<string, string>
  'continue-on-error'?: boolean
}

const root = join(import.meta.dirname, '..')
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'))
const steps: Step[] = action.runs.steps
const stage = mkdtempSync(join(tmpdir(), 'zhengming-action-'))
afterAll(() => rmSync(stage, { recursive: true, force: true }))

/** A job on an article. `upload`: what becomes of the upload, which only GitHub can do. */
function job(text: string, inputs: Record<string, string>, upload: 'success' | 'failure' | 'fork') {
  const work = mkdtempSync(join(stage, 'job-'))
  const temp = join(work, 'temp')
  mkdirSync(temp)
  const articles = join(work, 'articles')
  mkdirSync(articles)
  writeFileSync(join(articles, 'a b.txt'), text)
  const file = (name: string) => join(temp, name)
  for (const name of ['output', 'summary']) writeFileSync(file(name), '')
  const outputs: Record<string, Record<string, string>> = {}
  const outcome: Record<string, string> = {}
  const all = { paths: '', args: '', sarif: 'true', ...inputs }
  /** As much of GitHub's expressions as the action uses. */
  const value = (expression: string): unknown => {
    const source = expression
      .replace(/^\$\{\{|\}\}$/g, '')
      .replaceAll('github.event.pull_request.head.repo.fork', String(upload === 'fork'))
      .replace(/steps\.(\w+)\.outputs\.(\w+)/g, (_, id, name) => JSON.stringify(outputs[id]?.[name] ?? ''))
      .replace(/steps\.(\w+)\.outcome/g, (_, id) => JSON.stringify(outcome[id] ?? 'skipped'))
      .replace(/inputs\.(\w+)/g, (_, name) => JSON.stringify(all[name as keyof typeof all]))
    return new Function(`return ${source}`)()
  }
  let said = ''
  for (const step of steps) {
    const id = step.id ?? ''
    if (step.if !== undefined && !value(step.if)) continue
    if (step.uses?.includes('upload-sarif')) outcome[id] = upload
    if (outcome[id] === 'failure' && !step['continue-on-error']) return { status: 1, said, file }
    if (step.run === undefined) continue
    writeFileSync(file('output'), '')
    const env = Object.fromEntries(Object.entries(step.env ?? {}).map(([k, v]) => [k, String(value(v))]))
    const run = spawnSync(
      step.shell as string,
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
      {
        cwd: articles,
        encoding: 'utf8',
        env: {
          ...{ ...process.env, ...env, GITHUB_ACTION_PATH: root, RUNNER_TEMP: temp },
          ...{ GITHUB_OUTPUT: file('output'), GITHUB_STEP_SUMMARY: file('summary') },
        },
      },
    )
    said += run.stdout + run.stderr
    outputs[id] = Object.fromEntries(
      readFileSync(file('output'), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    )
    if (run.status !== 0) return { status: run.status, said, file }
  }
  return { status: 0, said, file }
}

const missing = ['sarif', 'markdown', 'github'].filter((name) => !(name in reporters))
const why = missing.length > 0 ? ` (skipped: no format ${missing.join(', ')} yet)` : ''

describe.skipIf(missing.length > 0)(`the action${why}`, () => {
  const bad = 'It is a a test.\n'

  test('uploads SARIF, writes the summary and fails with the finding', () => {
    const { status, said, file } = job(bad, {}, 'success')
    expect(status).toBe(1)
    expect(said).toBe('')
    expect(JSON.parse(readFileSync(file('zhengming.sarif'), 'utf8')).version).toBe('2.1.0')
    expect(readFileSync(file('summary'), 'utf8')).toContain('a a')
  })

  test.each(['failure', 'fork'] as const)('falls back to annotations where the upload is a %s', (upload) => {
    const { status, said, file } = job('The system was upgraded and upgraded.\n', {}, upload)
    expect(status).toBe(0)
    expect(said).toMatch(/^::warning .*file=a b\.txt/m)
    expect(readFileSync(file('summary'), 'utf8')).toContain('upgraded')
  })

  test('hands paths and flags on as they are, and nothing of them to the shell', () => {
    const odd = { paths: '*.txt\nno"; touch $(echo oops) `echo oops`', args: '--exit-zero --quiet' }
    const { status, said, file } = job(bad, odd, 'success')
    expect(status).toBe(2)
    expect(said).toContain('touch $(echo oops)')
    expect(existsSync(join(file('..'), 'articles/oops'))).toBe(false)
    expect(readFileSync(file('zhengming.ndjson'), 'utf8')).toContain('"a a"')
    expect(job(bad, { args: '--exit-zero' }, 'success').status).toBe(0)
  })

  test('that cannot run says so', () => {
    const { status, said } = job(bad, { args: '--house nowhere' }, 'success')
    expect(status).toBe(2)
    expect(said).toContain('no house "nowhere"')
  })
})

test('the pre-commit hook names a command of the package and takes its files', () => {
  const [hook] = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8'))
  const { bin } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [command, ...args] = hook.entry.split(' ')
  const folder = mkdtempSync(join(stage, 'hook-'))
  writeFileSync(join(folder, 'a.md'), 'It is a a test.\n')
  const files = ['a.md', 'b.ts', 'c.markdown.bak'].filter((name) => new RegExp(hook.files).test(name))
  const run = spawnSync(process.execPath, [join(root, bin[command]), ...args, ...files], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(run.status).toBe(1)
  expect(run.stdout).toMatch(/^1 file, 1 problem/m)
})
