/** `zhengming baseline` and what a run makes of it, in real repositories. */
import { afterAll, expect, test } from 'vitest'
import { reporters } from '../../src/reporters/index.js'
import { problemsIn } from '../reporters/readers.js'
import { clear, started } from './repository.js'

afterAll(clear)

const name = 'zhengming-baseline.tsv'

/** Two hundred articles, each with the same three defects, all of them in one sentence, and one apart. */
function archive(): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: 200 }, (_, i) => {
      const number = String(i).padStart(3, '0')
      return [`archive/文 ${number}.txt`, article(`Town ${number}`)]
    }),
  )
}

function article(town: string): string {
  return `Work in ${town}

Cadres of ${town} read the the plan, held the theme education and wrote to the Central Network Information Office.

In ${town} it was a a good year.

The mayor of ${town} spoke last.
`
}

test('an archive adopted, paragraphs moved, one defect new and one mended', async () => {
  const here = started(archive())
  const before = await here.run()
  expect(before.status).toBe(1)
  const wrote = await here.run('baseline')
  expect(wrote.stdout).toMatch(/^zhengming-baseline\.tsv: 800 findings in 200 files; 800 added, 0 dropped\n/)
  here.commit({})
  const clean = await here.run()
  expect(clean).toMatchObject({
    status: 0,
    stdout: '',
    stderr: `zhengming: 800 findings not counted, known in ${name}\n`,
  })

  here.git('checkout', '-qb', 'topic')
  const moved = (i: string) => {
    const [head = '', first, second, third] = article(`Town ${i}`).trimEnd().split('\n\n')
    return [head, third, second, first].join('\n\n')
  }
  here.commit({
    'archive/文 003.txt': moved('003'),
    'archive/文 004.txt': `${moved('004')} They studied of of it.\n`,
    'archive/文 005.txt': article('Town 005').replace('theme education', 'education campaign'),
  })
  const fails = async (...more: string[]) => here.found('--report-stale', ...more)
  const { status, rows, stderr } = await fails()
  expect(rows).toEqual(['archive/文 004.txt garble/repeated-word of of'])
  expect(stderr.split('\n')).toEqual([
    expect.stringMatching(
      /^zhengming: zhengming-baseline\.tsv:\d+:1: stale, archive\/文 005\.txt has no term\/deprecated "theme education" there any more$/,
    ),
    `zhengming: 799 findings not counted, known in ${name}`,
    `zhengming: 1 stale entry in ${name}: zhengming baseline --prune`,
    '',
  ])
  expect(status).toBe(1)

  // Every format of this run is read by who reads it, who sees the one.
  const formats = Object.keys(reporters)
  const all = await here.run(...formats.flatMap((one) => ['--format', `${one}:out/${one}`]))
  expect(all).toMatchObject({ status: 1, stdout: '' })
  const seen = await Promise.all(
    formats.map(async (one) => [one, await problemsIn[one]?.(here.read(`out/${one}`))]),
  )
  expect(seen).toEqual(formats.map((one) => [one, 1]))

  // The same without a baseline, against the branch; there the mended one is simply gone.
  const since = await here.found('--no-baseline', '--since', 'main')
  expect(since).toMatchObject({ status: 1, rows })

  here.put({ 'archive/文 004.txt': moved('004') })
  expect(await fails()).toMatchObject({ status: 1, rows: [] })
  const pruned = await here.run('baseline', '--prune')
  expect(pruned.stdout).toBe(`${name}: 799 findings in 200 files; 0 added, 1 dropped\n`)
  expect(await fails()).toMatchObject({ status: 0, rows: [] })
  expect(here.git('diff', '--numstat', 'main', '--', name)).toMatch(/^1\t1\t/)
})

test('stale entries fail in CI, unless told not to', async () => {
  const here = started({ 'a.txt': 'It is a a test.\n' }, { CI: 'true' })
  await here.run('baseline')
  here.put({ 'a.txt': 'It is a test.\n' })
  expect((await here.run()).status).toBe(1)
  expect(await here.run('--no-report-stale')).toMatchObject({
    status: 0,
    stderr: `zhengming: 1 stale entry in ${name}: zhengming baseline --prune\n`,
  })
})

test('one branch adds, another mends: git merges the lines', async () => {
  const here = started({ '.gitattributes': `${name} merge=union\n`, 'm.txt': 'It is a a test.\n' })
  await here.run('baseline')
  here.commit({})
  here.git('checkout', '-qb', 'one')
  here.put({ 'n.txt': 'We read the the plan.\n' })
  await here.run('baseline')
  here.commit({})
  here.git('checkout', '-q', 'main')
  here.put({ 'o.txt': 'They wrote of of it.\n' })
  await here.run('baseline')
  here.commit({})
  here.git('merge', '-q', 'one', '-m', 'merged')
  expect(await here.run('--report-stale')).toMatchObject({
    status: 0,
    stdout: '',
    stderr: `zhengming: 3 findings not counted, known in ${name}\n`,
  })
})

test('renames are followed, also where the sentence changed on the way', async () => {
  const text = 'It is a a test. We read the the plan in May.\n\nThey wrote of of it.\n'
  const here = started({ 'old name.txt': text })
  await here.run('baseline')
  here.git('mv', 'old name.txt', '新 name.txt')
  here.put({ '新 name.txt': text.replace('in May', 'in June') })
  expect(await here.run('--report-stale')).toMatchObject({ status: 0, stdout: '' })
  await here.run('baseline', '--prune')
  expect(here.read(name)).toMatch(/^新 name\.txt\t/m)
  expect(here.read(name)).not.toMatch(/^old name/m)
})

test('reason, owner and date stay with an entry, and after its day it counts again', async () => {
  const here = started({ 'a.txt': 'It is a a test.\n' }, { SOURCE_DATE_EPOCH: '1800000000' })
  await here.run('baseline', '--reason', 'a\tquotation', '--owner', 'Li', '--until', '2027-01-31')
  here.put({ 'a.txt': 'It is a a test.\n\nWe read the the plan.\n' })
  await here.run('baseline')
  const lines = here.read(name).split('\n')
  expect(
    lines
      .filter((line) => line.startsWith('='))
      .map((line) => line.slice(7))
      .sort(),
  ).toEqual(['\tgarble/repeated-word\t\ta a', '\tgarble/repeated-word\t\tthe the'])
  expect(
    lines
      .filter((line) => line.startsWith('a.txt'))
      .map((line) => line.split('\t').slice(3))
      .sort(),
  ).toEqual([[], ['a\\tquotation', 'Li', '2027-01-31']])
  expect((await here.run()).status).toBe(0)
  const later = started(
    { 'a.txt': 'It is a a test.\n', [name]: here.read(name) },
    { SOURCE_DATE_EPOCH: '1900000000' },
  )
  expect(await later.found('--no-report-stale')).toMatchObject({
    status: 1,
    rows: ['a.txt garble/repeated-word a a'],
    stderr: expect.stringContaining(
      ':1: garble/repeated-word "a a" in a.txt was known until 2027-01-31 and counts again\n',
    ),
  })
})

test('entries go over to a concept that replaces theirs', async () => {
  const terms = (id: string, more = '') =>
    `[{ id: ${id}, zh: 区块办, kind: organization, preferred: Block Office, deprecated: { Chain Bureau: bad }${more} }]\n`
  const here = started({
    'zhengming.config.yaml': 'glossary: [terms.yaml]\n',
    'terms.yaml': terms('chain-office'),
    'a.txt': 'They went to the Chain Bureau.\n',
  })
  await here.run('baseline')
  expect(here.read(name)).toContain('\tchain-office\t')
  here.put({ 'terms.yaml': terms('block-office') })
  expect((await here.run('--report-stale')).stderr).toContain('1 stale entry')
  here.put({ 'terms.yaml': terms('block-office', ', replaces: [chain-office]') })
  expect(await here.run('--report-stale')).toMatchObject({ status: 0, stdout: '' })
  await here.run('baseline', '--prune')
  expect(here.read(name)).toContain('\tblock-office\t')
})

test('a run over a part judges only that part', async () => {
  const here = started({ 'a.txt': 'It is a a test.\n', 'b.txt': 'We read the the plan.\n' })
  await here.run('baseline')
  expect(await here.run('--report-stale', 'a.txt')).toMatchObject({ status: 0 })
  here.put({ 'a.txt': 'It is a test.\n' })
  await here.run('baseline', 'a.txt')
  expect(here.read(name)).toMatch(/\nb\.txt\t[^\n]*\n$/)
})

test('a baseline elsewhere, one that is not there, and one that is broken', async () => {
  const here = started({
    'zhengming.config.yaml': 'baseline: known/all.tsv\n',
    'a.txt': 'It is a a test.\n',
    'known/x': '',
  })
  expect(await here.run()).toMatchObject({
    status: 2,
    stderr: 'zhengming: known/all.tsv: no such baseline, "zhengming baseline" writes it\n',
  })
  await here.run('baseline')
  expect(here.read('known/all.tsv')).toMatch(/^\.\.\/a\.txt\t/m)
  expect((await here.run()).status).toBe(0)
  expect((await here.run('--no-baseline')).status).toBe(1)
  here.put({ 'known/all.tsv': '<<<<<<< ours\na.txt\tgarble\n' })
  expect(await here.run()).toMatchObject({
    status: 2,
    stderr: `zhengming: known/all.tsv:1:1: a merge was left open here
zhengming: known/all.tsv:2:1: expected file, sentence, what was found with tabs between them
`,
  })
})
