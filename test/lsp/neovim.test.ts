/** A real editor: Neovim as Debian has it, headless. Skipped where there is none. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it } from 'vitest'

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const script = fileURLToPath(new URL('neovim.lua', import.meta.url))
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'zhengming-neovim-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const missing = spawnSync('nvim', ['--version']).status !== 0
if (missing) console.warn('no nvim: the test with a real editor is skipped')

it.skipIf(missing)('Neovim reads the findings, takes a fix and goes to the entry', () => {
  const article = join(folder, 'article.txt')
  const answer = join(folder, 'answer.json')
  writeFileSync(article, 'The Central Network Information Office met.\nIt is a a test.\n')
  const run = spawnSync('nvim', ['--headless', '--clean', '-c', `luafile ${script}`], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 180_000,
    env: {
      ...process.env,
      HOME: folder,
      ZHENGMING_TEST: [process.execPath, cli, article, answer].join('\n'),
    },
  })
  expect(run.status, run.stderr).toBe(0)
  const { diagnostics, fixed, entry } = JSON.parse(readFileSync(answer, 'utf8'))
  expect(diagnostics).toEqual([
    {
      line: 1,
      column: 5,
      code: 'term/deprecated',
      message: expect.stringContaining('expected "Office of the Central Cyberspace Affairs Commission"'),
    },
    { line: 2, column: 7, code: 'garble/repeated-word', message: expect.stringContaining('"a a"') },
  ])
  expect(fixed).toBe('The Office of the Central Cyberspace Affairs Commission met.')
  expect(entry).toBe('organs.yaml: - id: office-of-the-central-cyberspace-affairs-commission')
})
