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
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSession } from '../../dist/index.js'
import { defaults, settingsOf } from '../../dist/lsp/settings.js'
import { startClient } from './client.js'

const home = fileURLToPath(new URL('../../editors/vscode', import.meta.url))
const missing = !existsSync(join(home, 'node_modules/esbuild'))
if (missing) console.warn('the tools of editors/vscode are not installed: its package is not tested')
const stage = mkdtempSync(join(tmpdir(), 'zhengming-vscode-'))
afterAll(() => rmSync(stage, { recursive: true, force: true }))

const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))

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

  it('is an extension once the editor gives it its module', () => {
    // Only the editor has it. To load, the extension asks it for classes to build upon, and for their constants.
    const anything: object = new Proxy(class {}, {
      get: (own, key) => Reflect.get(own, key) ?? (typeof key === 'string' ? class {} : undefined),
    })
    const editor = new Proxy({}, { get: () => anything })
    const require = createRequire(import.meta.url)
    const module = require('node:module')
    const load = module._load
    module._load = (name: string, ...rest: unknown[]) => (name === 'vscode' ? editor : load(name, ...rest))
    try {
      const extension = require(join(stage, 'extension', manifest.main))
      expect(Object.keys(extension).sort()).toEqual(['activate', 'deactivate'])
    } finally {
      module._load = load
    }
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
