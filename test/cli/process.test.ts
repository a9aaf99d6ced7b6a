/** What a scene cannot show: a reader that goes away, a folder that cannot be written, an exception in one file. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhengming-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a reader that has seen enough ends the run quietly', async () => {
  const path = join(folder, 'long.txt')
  writeFileSync(path, 'It is a a test.\n\n'.repeat(5000))
  const child = spawn(process.execPath, [cli, '--format', 'json', path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (data) => {
    stderr += data
  })
  child.stdout.once('data', () => child.stdout.destroy())
  await new Promise((done) => child.once('close', done))
  expect(stderr).toBe('')
})

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written leaves the file whole', () => {
  const locked = join(folder, 'locked')
  mkdirSync(locked)
  writeFileSync(join(locked, 'a.txt'), 'It is a a test.\n')
  chmodSync(locked, 0o555)
  const { status, stderr } = spawnSync(process.execPath, [cli, '--fix', 'a.txt'], {
    cwd: locked,
    encoding: 'utf8',
  })
  chmodSync(locked, 0o755)
  expect(stderr).toBe('zhengming: a.txt: not fixed, permission denied\n')
  expect(status).toBe(2)
  expect(readdirSync(locked)).toEqual(['a.txt'])
  expect(readFileSync(join(locked, 'a.txt'), 'utf8')).toBe('It is a a test.\n')
})

test('an exception in one file is a finding of that file, and the others are linted', () => {
  const here = join(folder, 'throws')
  mkdirSync(here)
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(here, name), 'It is a a test.\n')
  const breaking = join(here, 'breaking.mjs')
  // The first article's decoder fails as nothing should.
  writeFileSync(
    breaking,
    'const { decode } = TextDecoder.prototype; let n = 0\n' +
      'TextDecoder.prototype.decode = function (...a) { const text = decode.apply(this, a)\n' +
      '  if (text === "It is a a test.\\n" && n++ === 0) throw new Error("out of luck\\nin two lines"); return text }\n',
  )
  const run = (env: Record<string, string>) =>
    spawnSync(process.execPath, ['--import', breaking, cli, 'a.txt', 'b.txt'], {
      cwd: here,
      encoding: 'utf8',
      env: { ...process.env, ...env },
    })
  const quiet = run({ DEBUG: '' })
  expect(quiet.stderr).toBe('')
  expect(quiet.stdout.replace(/\s+/g, ' ')).toMatch(
    /^a\.txt error zhengming broke on a\.txt: out of luck in two lines 1:1 zhengming\/crash .* b\.txt error "a a"/,
  )
  expect(quiet.status).toBe(1)
  expect(run({ DEBUG: 'zhengming' }).stderr).toMatch(/^Error: out of luck\n/)
})

test('a plain text waits for no library that it does not need', () => {
  const path = join(folder, 'plain.txt')
  writeFileSync(path, 'It is a a test.\n')
  const hook =
    'export async function load(url, context, next) { process._rawDebug(url); return next(url, context) }'
  const listing = join(folder, 'listing.mjs')
  writeFileSync(
    listing,
    `import { register } from 'node:module'\nregister('data:text/javascript,${encodeURIComponent(hook)}')\n`,
  )
  const { stderr } = spawnSync(process.execPath, ['--import', listing, cli, path], { encoding: 'utf8' })
  expect(stderr).toContain('/node_modules/retext-english/')
  for (const name of [
    'yaml',
    'zod',
    'remark-parse',
    'mdast-util-to-nlcst',
    'rehype-parse',
    'tinyglobby',
    'ignore',
    'picomatch',
    'papaparse',
    'saxes',
    'fflate',
    'read-excel-file',
    'write-excel-file',
    'vscode-languageserver',
    'pinyin-pro',
  ])
    expect(stderr).not.toContain(`/node_modules/${name}/`)
})
