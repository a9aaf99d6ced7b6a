/** `--since` and `--staged` in real repositories: only what is new counts. */
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { clear, cli, folderFor, type Repository, repository, started } from './repository.js'

afterAll(clear)

const bad = 'A day\n\nIt is a a test.\n\nThe theme education was held by the the office.\n'
const worse = 'They wrote of of it.\n'

function onBranch(files: Record<string, string>, extra?: Record<string, string>): Repository {
  const here = started(files, extra)
  here.git('checkout', '-qb', 'topic')
  return here
}

test('moved paragraphs, a mended one of two in a sentence, a new defect', async () => {
  const here = onBranch({ 'a.txt': bad, 'untouched.txt': bad })
  here.put({
    'a.txt': `A day\n\nThe education campaign was held by the the office.\n\n${worse}\nIt is a a test.\n`,
    'new.txt': worse,
  })
  const now = await here.found('--since', 'main')
  expect(now.rows).toEqual(['a.txt garble/repeated-word of of', 'new.txt garble/repeated-word of of'])
  expect(now).toMatchObject({
    status: 1,
    stderr: 'zhengming: 2 findings not counted, there before (main)\n',
  })
  // The same once it is committed, and from within a folder.
  here.commit({ 'deep/x.txt': worse })
  expect((await here.found('--since', 'main', 'deep', 'new.txt')).rows).toHaveLength(2)
  expect(await here.found('--since', 'HEAD')).toMatchObject({ status: 0, rows: [] })
})

test('of two renderings, the one that comes second after a move is not new', async () => {
  const paragraphs = [
    'The National Commission of Supervision reported on Monday.',
    'Staff of the National Supervisory Commission were present.',
  ]
  const here = onBranch({ 'a.txt': `It rained.\n\n${paragraphs.join('\n\n')}\n` })
  const [before] = (await here.found()).rows
  here.put({ 'a.txt': `It rained.\n\n${paragraphs.reverse().join('\n\n')}\n` })
  const [after] = (await here.found()).rows
  expect([before, after]).toEqual([
    'a.txt term/inconsistent National Supervisory Commission',
    'a.txt term/inconsistent National Commission of Supervision',
  ])
  expect((await here.found('--since', 'main')).rows).toEqual([])
})

test('renames, spaces, Chinese, a paragraph that goes to another file', async () => {
  const here = onBranch({
    '稿 件/旧 稿.txt': bad,
    'b.md': `${bad}\n${worse}`,
    'gone.txt': 'We met on on Monday.\n',
  })
  here.git('mv', '稿 件/旧 稿.txt', '稿 件/新\t"稿".md')
  here.git('rm', '-q', 'gone.txt')
  here.put({ 'b.md': bad, 'c.txt': `${worse}\nWe met on on Monday.\n` })
  const now = await here.found('--since', 'main')
  expect(now).toMatchObject({ status: 0, rows: [] })
})

test('a branch behind its target answers only for itself', async () => {
  const here = onBranch({ 'a.txt': bad, 'b.txt': bad })
  here.commit({ 'a.txt': `${bad}\n${worse}` })
  here.git('checkout', '-q', 'main')
  here.commit({ 'b.txt': 'A day\n\nIt is a test.\n', 'a.txt': 'A day\n' })
  here.git('checkout', '-q', 'topic')
  expect((await here.found('--since', 'main')).rows).toEqual(['a.txt garble/repeated-word of of'])
})

test('other line ends and a byte order mark make nothing new', async () => {
  const here = onBranch({ 'a.txt': bad, 'b.html': `<p>${bad}</p>\n` })
  here.put({
    'a.txt': `\uFEFF${bad.replaceAll('\n', '\r\n')}`,
    'b.html': `<p>${bad}</p>\n`.replaceAll('\n', '\r\n'),
  })
  expect(await here.found('--since', 'main')).toMatchObject({ status: 0, rows: [] })
})

test('a shallow clone that does not reach back says how to get there', async () => {
  const here = onBranch({ 'a.txt': bad })
  here.commit({ 'a.txt': `${bad}\n${worse}` })
  here.git('checkout', '-q', 'main')
  here.commit({ 'b.txt': worse })
  const folder = folderFor('clone')
  here.git('clone', '-q', '--depth=1', '--no-single-branch', `file://${here.folder}`, folder)
  const clone = repository(folder)
  clone.git('checkout', '-q', 'topic')
  expect(await clone.run('--since', 'origin/main')).toMatchObject({
    status: 2,
    stdout: '',
    stderr:
      'zhengming: --since origin/main: this shallow clone does not reach back to the common commit; ' +
      'get more history with "git fetch --deepen=1000 origin" (GitHub Actions: fetch-depth: 0)\n',
  })
  clone.git('fetch', '-q', '--deepen=1000', 'origin')
  expect((await clone.found('--since', 'origin/main')).rows).toEqual(['a.txt garble/repeated-word of of'])
})

test('what git cannot answer is one line', async () => {
  const here = onBranch({ 'a.txt': bad })
  expect(await here.run('--since', 'mian')).toMatchObject({
    status: 2,
    stderr:
      'zhengming: --since mian: no such commit, branch or tag in this repository; fetch it first, or name another\n',
  })
  expect((await here.run('--since', '--output=x')).status).toBe(2)
  here.git('checkout', '-q', '--orphan', 'other')
  here.commit({})
  expect((await here.run('--since', 'main')).stderr).toBe(
    'zhengming: --since main: it has no commit in common with HEAD\n',
  )
  expect((await here.run('--since', 'main', '--staged')).status).toBe(2)
})

test('a file outside of git is linted whole', async () => {
  const here = onBranch({ 'a.txt': bad })
  const outside = join(folderFor('outside'), 'x.txt')
  writeFileSync(outside, worse)
  const now = await here.run('--since', 'main', 'a.txt', outside)
  expect(now.status).toBe(1)
  expect(now.stderr).toMatch(/^zhengming: [^\n]*x\.txt: outside of git, every finding counts\n$/)
})

test('a worktree, a submodule, and the variables of a hook', async () => {
  const inner = started({ 'in.txt': bad })
  const here = onBranch({ 'a.txt': bad })
  here.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sub')
  here.commit({})
  const tree = repository(join(folderFor('tree'), 'work'))
  here.git('worktree', 'add', '-q', tree.folder, '-b', 'third')
  tree.put({ 'a.txt': `${bad}\n${worse}` })
  expect((await tree.found('--since', 'main')).rows).toEqual(['a.txt garble/repeated-word of of'])

  here.put({ 'sub/in.txt': `${bad}\n${worse}` })
  const hooked = repository(here.folder, { GIT_DIR: join(here.folder, '.git') })
  expect((await hooked.found('--since', 'main')).rows).toEqual(['sub/in.txt garble/repeated-word of of'])
  const { stderr, rows } = await hooked.found('--since', 'topic')
  expect(rows).toHaveLength(4)
  expect(stderr).toBe(
    'zhengming: sub/in.txt: in a submodule that does not know topic, every finding counts\n',
  )
})

test('a changed config gets a table, not old findings', async () => {
  const here = onBranch({
    'zhengming.config.yaml': 'house: desk.yaml\n',
    'desk.yaml': 'summary: s\nextends: neutral\nrules: { garble/*: off }\n',
    'a.txt': bad,
  })
  here.put({ 'desk.yaml': 'summary: s\nextends: neutral\nrules: { term/*: off }\n' })
  const now = await here.found('--since', 'main')
  expect(now).toMatchObject({ status: 0, rows: [] })
  expect(now.stderr).toContain('the config or a glossary changed since main')
  expect(now.stderr).toMatch(/\nGained\n {2}error {4}"a a" → "a" {2}garble\/repeated-word\n/)
  expect(now.stderr).toContain('\n1 file: 2 findings gained, 1 lost, 0 with another expectation\n')
})

test('a changed glossary: old text is judged by it, too', async () => {
  const terms = (refused: string) =>
    `[{ id: block-office, zh: 区块办, kind: organization, preferred: Block Office, deprecated: { ${refused}: bad } }]\n`
  const here = onBranch({
    'zhengming.config.yaml': 'glossary: [terms/ours.yaml]\n',
    'terms/ours.yaml': terms('Chain Bureau'),
    'a.txt': 'They went to the Chain Bureau and the Lump Bureau.\n',
  })
  here.put({
    'terms/ours.yaml': terms('Lump Bureau'),
    'a.txt': 'In May they went to the Chain Bureau and the Lump Bureau.\n',
  })
  const now = await here.found('--since', 'main')
  expect(now).toMatchObject({ status: 0, rows: [] })
  expect(now.stderr).toContain('1 file: 1 finding gained, 1 lost')
})

test('the index is what --staged sees, in a real hook, before the first commit and after', async () => {
  const here = repository(folderFor('hook'))
  here.git('init', '-q', '-b', 'main')
  const hook = join(here.folder, '.git/hooks/pre-commit')
  mkdirSync(join(here.folder, '.git/hooks'), { recursive: true })
  writeFileSync(hook, `#!/bin/sh\nexec "${process.execPath}" "${cli}" --staged\n`)
  chmodSync(hook, 0o755)
  const commit = (...args: string[]) => {
    try {
      here.git('commit', '-qm', 'x', ...args)
      return 'committed'
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string }
      return `${stdout}${stderr}`
    }
  }
  here.put({ 'first.txt': bad })
  here.git('add', '-A')
  expect(commit()).toContain('first.txt\n')
  here.git('commit', '-qm', 'anyway', '--no-verify')
  // Staged well, then spoilt in the working tree; what is not staged does not count.
  here.put({ 'first.txt': `${bad}\nThey left.\n`, 'b c.txt': 'They stayed.\n' })
  here.git('add', '-A')
  here.put({ 'first.txt': `${bad}\n${worse}` })
  expect(commit()).toBe('committed')
  // `git commit -a` and `git commit FILE` come with an index of their own.
  expect(commit('-a')).toContain('first.txt\n')
  expect(commit('b c.txt')).toContain('no changes added to commit')
  here.git('mv', 'b c.txt', 'd.txt')
  here.git('checkout', '-q', 'first.txt')
  expect(commit()).toBe('committed')
  expect(await here.run('--staged')).toMatchObject({ status: 0, stdout: '', stderr: '' })
  here.put({ 'brief.txt': worse })
  here.git('add', '-A')
  rmSync(join(here.folder, 'brief.txt'))
  expect(commit()).toContain('brief.txt\n')
  expect((await here.run('--staged', '--fix')).status).toBe(2)
})

test('with a baseline, both hold', async () => {
  const here = onBranch({ 'a.txt': 'It is a test.\n' })
  here.put({ 'a.txt': 'It is a a test.\n' })
  await here.run('baseline')
  expect(await here.found('--since', 'main', '--report-stale')).toMatchObject({ status: 0, rows: [] })
  rmSync(join(here.folder, 'zhengming-baseline.tsv'))
  expect((await here.run('--since', 'main')).status).toBe(1)
})
