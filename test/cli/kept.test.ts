/**
 * A run that takes all it can from its caches says what one says that keeps nothing: to the byte, in every format, whatever
 * happens to the articles, the config and the files that it names; and it loads nothing that only a config needs.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { reporters } from '../../src/reporters/index.js'
import { clear, cli, folderFor, type Repository, repository, type Said } from './repository.js'

afterAll(clear)

const article =
  'The State Internet Information Office and the CCP wrote a a report on theme education. The the end.\n'
const desk = {
  'desk/zhengming.config.yaml': [
    'extends: base.yaml',
    'glossary: ours.yaml',
    'house: house.yaml',
    'dates: { metadata: dates.csv }',
    'overrides: [{ files: sub/, rules: { garble/*: warning } }]',
    'accept: [{ found: a a, files: a.txt, reason: a quotation, until: "2030-06-30" }]\n',
  ].join('\n'),
  'desk/base.yaml': 'maxWarnings: 50\n',
  'desk/ours.yaml':
    'defaults: { kind: policy }\nconcepts: [{ id: education-campaign, zh: 主题教育, preferred: study campaign }]\n',
  'desk/house.yaml': 'summary: Ours.\nextends: official\n',
  'desk/dates.csv': 'file,date\na.txt,2012-05-01\nsub/b.txt,2020-05-01\n',
  'desk/a.txt': article,
  'desk/sub/b.txt': article,
}

/** The same folder for a run that keeps what it can, and one that keeps nothing. */
function desks(name: string): { folder: string; keeps: Repository; forgets: Repository } {
  const folder = folderFor(name)
  const env = { SOURCE_DATE_EPOCH: '1767312000' }
  const keeps = repository(folder, { ...env, ZHENGMING_CACHE: join(folder, '.kept') })
  const forgets = repository(folder, { ...env, ZHENGMING_CACHE: 'off' })
  keeps.put(desk)
  return { folder, keeps, forgets }
}

/** What both say: a run that may keep something, one that finds it kept, and one that keeps nothing. */
async function agreed(keeps: Repository, forgets: Repository, ...flags: string[]): Promise<Said> {
  const args = ['lint', 'desk', ...flags]
  const said = await forgets.run(...args)
  expect(await keeps.run(...args, '--cache')).toEqual(said)
  expect(await keeps.run(...args, '--cache')).toEqual(said)
  return said
}

/** Files that are put, or taken away, and what a run says then that it did not say before. */
interface Deed {
  name: string
  files: Record<string, string | null>
  says: string
  status?: number
}

const top = 'desk/zhengming.config.yaml'
const below = 'desk/sub/zhengming.config.yaml'
const edited = (name: keyof typeof desk, from: string, to: string) => ({
  [name]: desk[name].replace(from, to),
})

const history: Deed[] = [
  { name: 'nothing yet', files: {}, says: '"study campaign"' },
  { name: 'the config is edited', files: edited(top, 'sub/', 'sub/none'), says: '3 errors' },
  { name: 'what it extends is edited', files: { 'desk/base.yaml': 'maxWarnings: 1\n' }, says: 'at most 1' },
  {
    name: 'its glossary is edited',
    files: edited('desk/ours.yaml', 'study', 'learning'),
    says: '"learning campaign"',
  },
  { name: 'its table is edited', files: edited('desk/dates.csv', '2012', '2021'), says: '8 warnings' },
  {
    name: 'its house is edited',
    files: edited('desk/house.yaml', 'official', 'neutral'),
    says: '4 warnings',
  },
  { name: 'an article is edited', files: { 'desk/a.txt': `Of of it. ${article}` }, says: '"Of of"' },
  { name: 'one comes below', files: { [below]: 'house: official\n' }, says: '"CPC"' },
  { name: 'it is broken', files: { [below]: 'hause: official\n' }, says: 'did you mean "house"', status: 2 },
  { name: 'it goes', files: { [below]: null }, says: 'sub/b.txt' },
  {
    name: 'its glossary is broken',
    files: { 'desk/ours.yaml': 'concepts: 7\n' },
    says: 'ours.yaml:1',
    status: 2,
  },
  {
    name: 'its glossary goes',
    files: { 'desk/ours.yaml': null },
    says: 'cannot read "ours.yaml"',
    status: 2,
  },
  { name: 'its glossary is back', files: edited('desk/ours.yaml', '', ''), says: '"study campaign"' },
  { name: 'it goes', files: { [top]: null }, says: '"education campaign"' },
  { name: 'one comes above', files: { 'zhengming.config.yaml': 'failOn: info\n' }, says: 'info ' },
]

describe('one change after the other', () => {
  const { folder, keeps, forgets } = desks('history')
  let before = ''
  for (const { name, files, says, status = 1 } of history)
    test(name, async () => {
      for (const [path, text] of Object.entries(files))
        if (text === null) rmSync(join(folder, path))
        else keeps.put({ [path]: text })
      const said = await agreed(keeps, forgets)
      const text = said.stdout + said.stderr
      expect(text).toContain(says)
      expect(before).not.toContain(says)
      expect(said.status).toBe(status)
      before = text
    })
})

describe('with a config that names all that it can', () => {
  const { folder, keeps, forgets } = desks('formats')
  const kept = join(folder, '.kept')

  test.each([
    ...Object.keys(reporters).map((name) => `--format ${name}`),
    '--all --info',
    '--quiet --max-warnings 0',
    '--score --min-score 90',
    '--house official --fail-on warning',
    '--house desk/house.yaml',
    '--date 2001-01-01',
    '--config desk/base.yaml',
    '--no-config',
    '--print-config',
  ])('%s', async (flags) => {
    const said = await agreed(keeps, forgets, ...flags.split(' '))
    expect([said.stdout === '', said.stderr]).toEqual([false, expect.not.stringContaining(' broke ')])
  })

  test('a decision ends on its day, kept or not', async () => {
    const on = (day: string) => {
      const env = { SOURCE_DATE_EPOCH: `${Date.parse(day) / 1000}` }
      return [
        { ...env, ZHENGMING_CACHE: kept },
        { ...env, ZHENGMING_CACHE: 'off' },
      ].map((one) => repository(folder, one))
    }
    for (const [day, says] of [
      ['2030-06-30', ''],
      ['2030-07-01', 'accepted until 2030-06-30 and counts again'],
    ] as const) {
      const [here, there] = on(day) as [Repository, Repository]
      const { stderr } = await agreed(here, there)
      expect(stderr === '' ? '' : stderr).toContain(says)
      expect(stderr === '').toBe(says === '')
    }
  })

  test('several at once, killed at any moment, and with half of what they keep', async () => {
    const args = ['lint', 'desk', '--cache', '--format', 'json']
    const said = await forgets.run('lint', 'desk', '--format', 'json')
    rmSync(kept, { recursive: true, force: true })
    for (const all of await Promise.all([1, 2, 3].map(() => keeps.run(...args)))) expect(all).toEqual(said)
    for (const timeout of [100, 150, 200, 300, 400]) {
      for (const name of ['.kept', '.zhengming-cache'])
        rmSync(join(folder, name), { recursive: true, force: true })
      const env = { ...process.env, ZHENGMING_CACHE: kept }
      spawnSync(process.execPath, [cli, ...args], { cwd: folder, env, timeout, killSignal: 'SIGKILL' })
      expect(await keeps.run(...args)).toEqual(said)
    }
    for (const part of [0.9, 0.5, 0]) {
      for (const name of readdirSync(kept)) {
        const path = join(kept, name)
        truncateSync(path, Math.floor(statSync(path).size * part))
      }
      expect(await keeps.run(...args)).toEqual(said)
    }
  })

  test('nothing is loaded that only a config, a glossary or an article needs', async () => {
    keeps.put({
      'hook.mjs': "import { register } from 'node:module'\nregister('./watch.mjs', import.meta.url)\n",
      'watch.mjs': `export const resolve = (name, at, next) => {
        if (${JSON.stringify(heavy)}.includes(name)) process._rawDebug('loads ' + name)
        return next(name, at)
      }`,
    })
    const env = { ZHENGMING_CACHE: kept, NODE_OPTIONS: `--import "${join(folder, 'hook.mjs')}"` }
    const watched = repository(folder, env)
    const loaded = async (...flags: string[]) => {
      const { stderr } = await watched.run('lint', 'desk', '--cache', ...flags)
      return heavy.filter((name) => stderr.includes(`loads ${name}`))
    }
    rmSync(kept, { recursive: true, force: true })
    for (const flags of [
      [],
      ['--house', 'official', '--format', 'json'],
      ['--house', 'desk/house.yaml', '--info'],
    ]) {
      expect(await loaded(...flags)).toContain('#shipped')
      expect(await loaded(...flags)).toEqual([])
    }
  })
})

const heavy = ['yaml', 'zod', 'papaparse', 'unified', '#shipped']
