/**
 * What a run over a corpus owes: the same report whatever computes it (threads, a cache, shards put together again), and
 * one that outlives a crash, a kill and Ctrl-C.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { type Cache, openCache } from '../../src/cli/run/cache.js'
import { crashed } from '../../src/cli/run/crash.js'
import { startProgress } from '../../src/cli/run/progress.js'
import { projects } from '../../src/config/project.js'
import { rowOf } from '../../src/reporters/row.js'
import { createSession } from '../../src/session.js'
import { articles } from '../measure/corpus.mjs'

const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
const cli = join(dist, 'cli/main.js')
const folder = mkdtempSync(join(tmpdir(), 'zhengming-corpus-'))
const size = 200
mkdirSync(join(folder, 'all'))
for (const [i, text] of (articles(size, 4000) as string[]).entries())
  writeFileSync(join(folder, 'all', `${i}.${i % 7 === 0 ? 'md' : 'txt'}`), text)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function zhengming(...args: string[]) {
  const run = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  return { status: run.status, stdout: run.stdout, stderr: run.stderr }
}

const whole = zhengming('--threads', '1', 'all')

test('the corpus has something to find', () => {
  expect(whole.status).toBe(1)
  expect(whole.stdout).toMatch(new RegExp(`^${size} files, \\d{3,} problems`, 'm'))
})

describe('threads', () => {
  test('any number of them prints the same', () => {
    expect(zhengming('--threads', '3', 'all')).toEqual(whole)
  })

  /** A pool by itself, told in the main thread's place what to say of an article that comes back. */
  const script = join(folder, 'pool.mjs')
  writeFileSync(
    script,
    `import { startRun } from '${dist}cli/run/run.js'
    import { openPool } from '${dist}cli/run/pool.js'
    const pool = openPool(1, await startRun({}), async () => 'own')
    const said = await Promise.allSettled(JSON.parse(process.argv[2]).map((text) => pool.lints[0]({ text, path: '/a.txt' })))
    await pool.close()
    console.log(JSON.stringify(said.map(({ value, reason }) => reason?.message ?? value)))`,
  )
  const inPool = (texts: string[], ...flags: string[]) =>
    JSON.parse(
      execFileSync(process.execPath, [...flags, script, JSON.stringify(texts)], { encoding: 'utf8' }),
    )

  test('a worker says of an article what the main thread says', async () => {
    const session = await createSession()
    const texts = articles(20, 4000) as string[]
    const here = await Promise.all(
      texts.map(async (text) => {
        const { findings, words } = await session.lint({ text, path: '/a.txt' })
        return { rows: findings.map(rowOf), words }
      }),
    )
    expect(inPool(texts)).toEqual(JSON.parse(JSON.stringify(here)))
  })

  test('a worker that dies loses the article it was at; those behind it are linted in the main thread', () => {
    const deadly = join(folder, 'deadly.mjs')
    writeFileSync(
      deadly,
      "import { isMainThread } from 'node:worker_threads'\nconst { replace } = String.prototype\n" +
        "if (!isMainThread) String.prototype.replace = function (...a) { if (String(this) === 'deadly') process.exit(3)\n" +
        '  return replace.apply(this, a) }\n',
    )
    const [first, ...others] = inPool(['It is a a test.', 'deadly', 'It is a a test.'], '--import', deadly)
    expect(first).toMatchObject({ rows: [{ ruleId: 'garble/repeated-word' }] })
    expect(others).toEqual(['its thread ended with 3', 'own'])
  })
})

describe('the cache', () => {
  const kept = (name: string) => ['--cache', '--cache-location', name, 'all']
  const file = (name: string) => join(folder, name, 'findings.tsv')

  test('gives what a run gave, without linting', () => {
    expect(zhengming(...kept('c1'))).toEqual(whole)
    expect(zhengming(...kept('c1'))).toEqual(whole)
    const before = statSync(file('c1')).size
    // What stands there is what is printed, where no report is said again.
    rmSync(join(folder, 'c1/reports'), { recursive: true, force: true })
    writeFileSync(
      file('c1'),
      readFileSync(file('c1'), 'utf8').replaceAll('"actual":"the the"', '"actual":"kept"'),
    )
    expect(zhengming(...kept('c1')).stdout).toContain('"kept"')
    expect(statSync(file('c1')).size).toBeLessThan(before)
  })

  test('is not asked for an article, a setting or a glossary that changed', () => {
    const here = join(folder, 'changing')
    mkdirSync(here)
    const lint = (...flags: string[]) =>
      spawnSync(process.execPath, [cli, '--cache', '--format', 'ndjson', '--info', ...flags, '.'], {
        cwd: here,
        encoding: 'utf8',
      }).stdout
    const agrees = (...flags: string[]) => {
      const cached = lint(...flags)
      rmSync(join(here, '.zhengming-cache'), { recursive: true })
      expect(cached).toBe(lint(...flags))
      return cached
    }
    writeFileSync(join(here, 'a.txt'), 'The CCP held a a meeting about the Party School for cadres.\n')
    expect(agrees()).not.toBe(agrees('--house', 'official'))
    writeFileSync(
      join(here, 'ours.yaml'),
      'concepts: [{ id: ours, zh: 会议, kind: term, preferred: conference, deprecated: { a meeting: ours } }]\n',
    )
    writeFileSync(join(here, 'zhengming.config.yaml'), 'glossary: [ours.yaml]\n')
    expect(agrees()).toContain('"conference"')
    writeFileSync(
      join(here, 'ours.yaml'),
      'concepts: [{ id: ours, zh: 会议, kind: term, preferred: session, deprecated: { a meeting: ours } }]\n',
    )
    expect(agrees()).toContain('"session"')
    writeFileSync(
      join(here, 'zhengming.config.yaml'),
      'glossary: [ours.yaml]\naccept: [{ concept: ours, reason: so it is }]\n',
    )
    expect(agrees()).toContain('"suppressed":{"kind":"external","justification":"so it is"}')
    writeFileSync(join(here, 'a.txt'), 'The CCP held a a a meeting.\n')
    expect(agrees()).toContain('"line":1,"column":16')
  })

  test('keeps the findings of before a decision, so that one taken back brings them again', () => {
    const here = join(folder, 'decided')
    mkdirSync(here)
    writeFileSync(join(here, 'a.txt'), 'The the end.\n')
    const config = join(here, 'zhengming.config.yaml')
    const lint = () => spawnSync(process.execPath, [cli, '--cache', '.'], { cwd: here }).status
    writeFileSync(config, 'accept: [{ rule: garble/repeated-word, reason: so it is }]\n')
    expect([lint(), lint()]).toEqual([0, 0])
    rmSync(config)
    expect(lint()).toBe(1)
  })

  test('outlives a kill at any moment', async () => {
    const child = spawn(process.execPath, [cli, ...kept('c2')], { cwd: folder, stdio: 'ignore' })
    while (!existsSync(file('c2'))) await wait(5)
    child.kill('SIGKILL')
    await new Promise((done) => child.once('close', done))
    const left = statSync(file('c2')).size
    expect(left).toBeGreaterThan(0)
    expect(zhengming(...kept('c2'))).toEqual(whole)
    expect(statSync(file('c2')).size).toBeGreaterThan(left)
    // A line torn at any byte, or scribbled on, counts for nothing.
    for (const cut of [1, 50, 90, 500]) {
      truncateSync(file('c2'), statSync(file('c2')).size - cut)
      expect(zhengming(...kept('c2'))).toEqual(whole)
    }
    appendFileSync(file('c2'), `\n${'x'.repeat(200)}\n[{]\n`)
    expect(zhengming(...kept('c2'))).toEqual(whole)
  })

  test('serves two runs at once', async () => {
    const both = [1, 2].map(() => {
      const child = spawn(process.execPath, [cli, ...kept('c3')], { cwd: folder })
      let stdout = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text
      })
      return new Promise((done) => child.once('close', () => done(stdout)))
    })
    expect(await Promise.all(both)).toEqual([whole.stdout, whole.stdout])
    const before = statSync(file('c3')).size
    expect(zhengming(...kept('c3'))).toEqual(whole)
    expect(statSync(file('c3')).size).toBe(before)
  })

  test('that grew large keeps what this run had use for, and what came since', async () => {
    const here = join(folder, 'c5')
    const project = await projects(false, {}).of(join(here, 'x'))
    const about = (cache: Cache, letter: string) =>
      cache.about({ bytes: Buffer.from(letter), sight: undefined }, { text: '' }, project)
    const open = () => openCache(here, 100)
    const row = { ...crashed('a.txt', new Error('a row')), fingerprint: 'f' }
    const found = { rows: [row], words: 3 }
    const first = open()
    for (const letter of 'abcdefgh') about(first, letter).keep(found)
    first.close()
    const second = open()
    expect(about(second, 'b').found).toMatchObject({ rows: [{ ruleId: 'zhengming/crash' }], words: 3 })
    about(second, 'i').keep(found)
    second.close()
    const third = open()
    expect([...'abcdefghi'].filter((letter) => about(third, letter).found)).toEqual(['b', 'i'])
  })

  test('that cannot be written is none', () => {
    expect(zhengming('--cache', '--cache-location', 'all/0.md', 'all')).toEqual(whole)
  })
})

describe('parts', () => {
  const merged = (...texts: string[]) =>
    spawnSync(process.execPath, [cli, 'merge'], {
      cwd: folder,
      encoding: 'utf8',
      input: texts.join(''),
    })

  test('every file is in one shard, and the shards merged are the run, in whatever order they come', () => {
    const shards = [3, 1, 2].map((i) => zhengming('--format', 'ndjson', '--shard', `${i}/3`, 'all').stdout)
    expect(shards.map((s) => s.trimEnd().split('\n').length)).toEqual([67, 66, 67])
    const { stdout, stderr, status } = merged(...shards)
    expect({ stdout, stderr, status }).toEqual(whole)
    // A task that an engine ran twice counts once.
    expect(merged(...shards, shards[0] as string).stdout).toBe(whole.stdout)
  })

  test('any format can be merged into', () => {
    const lines = join(folder, 'lines.ndjson')
    writeFileSync(lines, zhengming('--format', 'ndjson', 'all').stdout)
    expect(zhengming('merge', '--format', 'json', lines)).toEqual(zhengming('--format', 'json', 'all'))
  })

  const parallel = spawnSync('parallel', ['--version']).status === 0
  const without = parallel ? '' : ' (skipped: GNU parallel is not installed)'
  test.skipIf(!parallel)(`GNU parallel, lines through a command, merged${without}`, () => {
    const list = Array.from({ length: size }, (_, i) => `all/${i}.${i % 7 === 0 ? 'md' : 'txt'}\n`).join('')
    const lint = `'${process.execPath}' '${cli}' lint --threads 1 --format ndjson --files-from -`
    const lines = spawnSync('parallel', ['--will-cite', '--pipe', '-N', '80', '-j', '2', lint], {
      cwd: folder,
      encoding: 'utf8',
      input: list,
      maxBuffer: 100_000_000,
    })
    const { stdout, stderr, status } = merged(lines.stdout)
    expect({ stdout, stderr, status }).toEqual(whole)
  })
})

test('progress is for who waits at a terminal', async () => {
  const watch = async (isTTY: boolean) => {
    let said = ''
    const stream = { isTTY, write: (text: string) => (said += text) } as unknown as NodeJS.WriteStream
    const progress = startProgress(3, stream)
    progress.step()
    expect(said).toBe('')
    await wait(1050)
    progress.step()
    const shown = said
    expect(progress.close()).toBe(2)
    return { shown, left: said.slice(shown.length) }
  }
  const erase = '\r\x1b[K'
  expect(await watch(true)).toEqual({ shown: `${erase}2/3 files, 66 %`, left: erase })
  expect(await watch(false)).toEqual({ shown: '', left: '' })
})

test('Ctrl-C ends a run with what is done', async () => {
  const flags = ['--format', 'ndjson', '--threads', '1', '--cache', '--cache-location', 'c4']
  const child = spawn(process.execPath, [cli, ...flags, 'all'], { cwd: folder })
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text
    })
  const ended = new Promise((done) => child.once('close', done))
  // The cache tells that it is under way.
  while (!existsSync(join(folder, 'c4/findings.tsv'))) await wait(2)
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  const files = said.stdout.split('\n').filter(Boolean)
  expect(files.length).toBeLessThan(size)
  expect(said.stderr).toBe(`zhengming: interrupted after ${files.length} of ${size} files\n`)
  for (const line of files) expect(JSON.parse(line).findings).toBeDefined()
})
