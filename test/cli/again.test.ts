/**
 * A report that was kept is said again where nothing changed, and only there. What shows it: somebody scribbles on the kept
 * report, and the run says the scribble, or makes its report anew.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportsFor } from '../../src/cli/run/again.js'
import { batchOf, collect } from '../../src/cli/run/collect.js'
import { startRun } from '../../src/cli/run/run.js'
import { clear, type Repository, repository } from './repository.js'

afterAll(clear)

const config = 'house: official\naccept: [{ found: a a, reason: a quotation, until: "2030-06-30" }]\n'
const files = {
  'zhengming.config.yaml': config,
  'texts/a.txt': 'The Central Network Information Office wrote a a report. The the end.\n',
  'texts/sub/b.txt': 'They work on the the theme education.\n',
}
const scribble = '!scribbled!'

let here: Repository
const reports = () => join(here.folder, '.zhengming-cache/reports')
const lint = (...flags: string[]) => here.run('lint', 'texts', '--cache', ...flags)

/** On all that is kept. */
function scribbled(): void {
  for (const name of readdirSync(reports())) {
    const path = join(reports(), name)
    writeFileSync(path, `${readFileSync(path, 'utf8').split('\n')[0]}\n${scribble}`)
  }
}

/** Files older than the coarsest clock, so that a run believes them untouched. */
async function aged(): Promise<void> {
  await wait(2100)
}

beforeAll(async () => {
  here = repository(undefined, { SOURCE_DATE_EPOCH: '1767312000' })
  here.put(files)
  await aged()
})

test.each(['stylish', 'json', 'sarif', 'html', 'junit'])('%s, to the byte', async (format) => {
  const first = await lint('--format', format)
  expect(await lint('--format', format)).toEqual(first)
  scribbled()
  expect(await lint('--format', format)).toEqual({ ...first, stdout: scribble })
  rmSync(reports(), { recursive: true })
})

describe('is made anew', () => {
  const deeds: Record<string, () => unknown> = {
    'when a file is another': () => here.put({ 'texts/sub/b.txt': 'They work on the the end.\n' }),
    'when a file is new': () => here.put({ 'texts/c.txt': 'A a text.\n' }),
    'when a file is gone': () => rmSync(join(here.folder, 'texts/c.txt')),
    'when the config is another': () =>
      here.put({ 'zhengming.config.yaml': config.replace('a a', 'the the') }),
    'when a nearer config comes': () => here.put({ 'texts/sub/zhengming.config.yaml': 'house: neutral\n' }),
    'when it goes': () => rmSync(join(here.folder, 'texts/sub/zhengming.config.yaml')),
    'when a baseline comes': () => here.run('baseline', 'texts'),
  }
  for (const [name, deed] of Object.entries(deeds))
    test(name, async () => {
      await lint()
      scribbled()
      await deed()
      const { stdout, status } = await here.run('lint', 'texts')
      const anew = await lint()
      expect([anew.stdout, anew.status]).toEqual([stdout, status])
      expect(stdout).not.toContain(scribble)
      rmSync(reports(), { recursive: true, force: true })
      await aged()
    })
})

test('is made anew on another day, when a decision may be over', async () => {
  rmSync(join(here.folder, 'zhengming-baseline.tsv'), { force: true })
  await lint()
  scribbled()
  const later = repository(here.folder, { SOURCE_DATE_EPOCH: '1924992000' })
  const anew = await later.run('lint', 'texts', '--cache')
  expect(anew.stdout).not.toContain(scribble)
  expect(anew.stderr).toContain('2030-06-30')
})

test('what a config was when the run began counts, whatever becomes of it meanwhile', async () => {
  const there = repository()
  there.put({ 'zhengming.config.yaml': 'maxWarnings: 9\n', 'texts/a.txt': files['texts/a.txt'] })
  await aged()
  const begin = async () => {
    const run = await startRun({ cache: true, cacheLocation: join(there.folder, '.zhengming-cache') })
    const batch = await batchOf([join(there.folder, 'texts')], run)
    return { run, batch, reports: await reportsFor(batch, run) }
  }
  const { run, batch, reports } = await begin()
  await collect(batch, run)
  await reports?.put({ exit: 0, text: 'said' })
  expect(String((await begin()).reports?.get()?.text)).toBe('said')
  const second = await begin()
  there.put({ 'zhengming.config.yaml': 'maxWarnings: 0\n' })
  await second.reports?.put({ exit: 0, text: 'said' })
  expect((await begin()).reports?.get()).toBeUndefined()
})

test('nothing is kept where there was something to complain of, or a stream, a file, a score', async () => {
  const there = repository()
  there.put({ 'texts/a.txt': files['texts/a.txt'], 'zhengming.config.yaml': 'maxWarnings: 0\n' })
  there.put({ 'texts/a.txt': 'They work on theme education for the masses, the reporter learned.\n' })
  await aged()
  for (const flags of [['--format', 'ndjson'], ['--format', 'json:out.json'], ['--score'], ['--info']])
    await there.run('lint', 'texts', '--cache', ...flags)
  expect(await there.run('lint', 'texts', '--cache')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('at most 0'),
  })
  expect(() => readdirSync(join(there.folder, '.zhengming-cache/reports'))).toThrow()
})
