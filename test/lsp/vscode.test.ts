/**
 * The VS Code package as it is made: its manifest, and the server in it, started from the unpacked file. Skipped where the tools that
 * pack it are not installed (`npm run vscode` installs them).
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createSession } from '../../dist/index.js'
import { commands } from '../../dist/lsp/commands.js'
import { defaults, settingsOf } from '../../dist/lsp/settings.js'
import { startClient } from './client.js'
import { vscodeHost } from './vscode-host.js'

const home = fileURLToPath(new URL('../../editors/vscode', import.meta.url))
const missing = !existsSync(join(home, 'node_modules/esbuild'))
if (missing) console.warn('the tools of editors/vscode are not installed: its package is not tested')
const stage = mkdtempSync(join(tmpdir(), 'zhengming-vscode-'))
afterAll(() => rmSync(stage, { recursive: true, force: true }))

const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))

/** As the editor loads it: its module stands in for `vscode`, which only it has. */
function loaded(path: string, vscode: object) {
  const require = createRequire(import.meta.url)
  const module = require('node:module')
  const load = module._load
  module._load = (name: string, ...rest: unknown[]) => (name === 'vscode' ? vscode : load(name, ...rest))
  try {
    return require(path)
  } finally {
    module._load = load
  }
}

describe('the manifest', () => {
  it('has the settings that the server reads, with its defaults', () => {
    const { properties } = manifest.contributes.configuration
    const own = Object.entries<{ default: unknown; description: string }>(properties).filter(
      ([key]) => key !== 'zhengming.trace.server',
    )
    const names = own.map(([key]) => key.replace('zhengming.', ''))
    expect(names.sort()).toEqual(
      Object.keys(settingsOf({ house: 'x', info: true, inlayHints: true, debounce: 1 })).sort(),
    )
    const asShipped = Object.fromEntries(
      own.map(([key, one]) => [key.replace('zhengming.', ''), one.default]),
    )
    expect(settingsOf(asShipped)).toEqual(defaults)
    for (const [key, { description }] of Object.entries<{ description: string }>(properties))
      expect(description, key).toMatch(/^[A-Z].*\.$/)
  })
})

describe.skipIf(missing)('the package', () => {
  const server = join(stage, 'extension/server/dist/cli/main.js')
  beforeAll(() => {
    execFileSync('npm', ['run', '-s', 'package'], { cwd: home, stdio: 'pipe' })
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(join(home, 'zhengming.vsix'))))) {
      const path = join(stage, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
    }
  })

  it('has the extension where its manifest says', () => {
    const packed = JSON.parse(readFileSync(join(stage, 'extension/package.json'), 'utf8'))
    expect(packed.activationEvents).toEqual(manifest.activationEvents)
    expect(existsSync(join(stage, 'extension', packed.main))).toBe(true)
  })

  it('wakes, says what is wrong, does what its commands and settings say, and goes', async () => {
    const { properties } = manifest.contributes.configuration
    const settings = Object.fromEntries(
      Object.entries<{ default: unknown }>(properties).map(([key, one]) => [key, one.default]),
    )
    const host = vscodeHost(manifest.engines.vscode.replace('^', ''), stage, settings)
    const extension = loaded(join(stage, 'extension', manifest.main), host.module)
    expect(Object.keys(extension).sort()).toEqual(['activate', 'deactivate'])
    const subscriptions: { dispose(): void }[] = []
    const asAbsolutePath = (path: string) => join(stage, 'extension', path)
    await extension.activate({ subscriptions, asAbsolutePath })
    expect([host.status.text, host.status.shown]).toEqual(['$(check) 正名', true])

    // The server registers its own commands, which only quick fixes name.
    const own = manifest.contributes.commands.map((one: { command: string }) => one.command)
    expect([...host.commands.keys()].sort()).toEqual([...own, ...Object.values(commands)].sort())

    const uri = 'untitled:a'
    const codes = () => host.drawn.get(uri)?.map(({ code }) => (code as { value?: string })?.value ?? code)
    const until = (what: () => boolean) => vi.waitUntil(what, { timeout: 60_000, interval: 20 })
    const document = host.open(uri, 'plaintext', 'It is a a test.\n')
    await until(() => codes()?.length === 1)
    expect(codes()).toEqual(['garble/repeated-word'])
    expect(host.drawn.get(uri)?.[0]?.range).toMatchObject({ start: { line: 0, character: 6 } })
    host.change(document, 'It grew under the premise of unity and the the law.\n')
    await until(() => host.drawn.get(uri)?.[0]?.range.start.character === 39)
    const few = codes()?.length ?? 0
    // A hint, which is shown to who wants hints; settings count without a restart.
    host.choose('zhengming.info', true)
    await until(() => (codes()?.length ?? 0) > few)

    await host.commands.get('zhengming.showOutput')?.()
    expect(host.output.shows).toBe(1)
    await host.commands.get('zhengming.restart')?.()
    expect(host.status.text).toBe('$(check) 正名')
    host.change(document, 'All is well.\n')
    await until(() => codes()?.length === 0)
    await extension.deactivate()
    expect(host.status.text).toBe('$(warning) 正名')
    for (const one of subscriptions) one.dispose()
    expect([host.status.disposed, [...host.commands.keys()], host.errors]).toEqual([true, [], []])
  })

  it('brings a server that finds what the library finds, all by itself', async () => {
    const text = readFileSync(new URL('../samples/city-meeting.txt', import.meta.url), 'utf8')
    const client = await startClient(stage, { cli: server })
    const uri = client.uriOf('a.txt')
    await client.open(uri, text)
    const said = await client.diagnostics(uri, 1)
    const { findings } = await (await createSession()).lint({ text })
    expect(findings.length).toBeGreaterThan(3)
    expect(said.map((d) => d.code)).toEqual(findings.map((f) => f.ruleId))
    expect(await client.stop()).toBe(0)
  })
})
