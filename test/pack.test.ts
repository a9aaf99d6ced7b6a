import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const empty = mkdtempSync(join(tmpdir(), 'zhengming-pack-'))
afterAll(() => rmSync(empty, { recursive: true, force: true }))

/** The real thing: packed as npm packs it, installed as a stranger installs it, without build tools. */
describe('npm pack', { timeout: 180_000 }, () => {
  it('gives a package that works in an empty folder', () => {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', empty], { cwd: root, stdio: 'pipe' })
    const [tarball] = readdirSync(empty)
    writeFileSync(join(empty, 'package.json'), '{"private":true,"type":"module"}')
    execFileSync(
      'npm',
      [
        'install',
        '--silent',
        '--no-audit',
        '--no-fund',
        '--ignore-scripts',
        '--prefer-offline',
        `./${tarball}`,
      ],
      { cwd: empty, stdio: 'pipe' },
    )
    writeFileSync(
      join(empty, 'article.txt'),
      'The Central Network Information Office will realize the its goals.\n',
    )
    const run = spawnSync('npx', ['--no-install', 'zhengming', 'lint', '--format', 'json', 'article.txt'], {
      cwd: empty,
      encoding: 'utf8',
    })
    expect(run.stderr.replace(/^npm warn.*\n/gm, '')).toBe('')
    expect(run.status).toBe(1)
    const [{ messages }] = JSON.parse(run.stdout)
    expect(messages.map((m: { ruleId: string }) => m.ruleId)).toEqual([
      'term/deprecated',
      'garble/determiner',
    ])
    execFileSync('npx', ['--no-install', 'zhengming', 'init', '--yes'], { cwd: empty, stdio: 'pipe' })
    const [first] = readFileSync(join(empty, 'zhengming.config.yaml'), 'utf8').split('\n')
    const [, schema] = /^# yaml-language-server: \$schema=(.*)$/.exec(first as string) as unknown as [
      string,
      string,
    ]
    expect(Object.keys(JSON.parse(readFileSync(join(empty, schema), 'utf8')).properties)).toContain('house')
    execFileSync('npx', ['--no-install', 'zhengming', 'glossary', 'html', '--output-file', 'glossary.html'], {
      cwd: empty,
      stdio: 'pipe',
    })
    expect(readFileSync(join(empty, 'glossary.html'), 'utf8')).toContain('id="rule/term/deprecated"')
    writeFileSync(
      join(empty, 'use.js'),
      "import { createSession } from 'zhengming'; const s = await createSession(); const r = await s.lint({ text: 'the its goal' }); console.log(r.findings.length)",
    )
    expect(execFileSync('node', ['use.js'], { cwd: empty, encoding: 'utf8' }).trim()).toBe('1')
    const markdown = spawnSync('npx', ['--no-install', 'zhengming', '-', '--stdin-filename', 'a.md'], {
      cwd: empty,
      encoding: 'utf8',
      input: 'a **the** its goal\n',
    })
    expect(markdown.status).toBe(1)
  })
})
