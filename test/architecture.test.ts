import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const src = join(import.meta.dirname, '../src')
/** Folders that may do I/O. All else is core and must run in a browser. */
const platform = /^(cli|config|build|lsp|grammar)\//

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }))

describe('the shape of src', () => {
  it('keeps node: out of the core', () => {
    const guilty = files.filter(
      ({ path, text }) => !platform.test(path) && /from 'node:|import\('node:|require\(/.test(text),
    )
    expect(guilty.map((f) => f.path)).toEqual([])
  })

  it('lets the core import nothing of the platform folders', () => {
    const guilty = files.filter(
      ({ path, text }) => !platform.test(path) && /from '[./]*\/(cli|config|build|lsp)\//.test(text),
    )
    expect(guilty.map((f) => f.path)).toEqual([])
  })

  it('puts the chain together in one place', () => {
    const guilty = files.filter(
      ({ text }) => /from '\.{1,2}\/(checks\/)?index\.js'/.test(text) && /\bchecks\b/.test(text),
    )
    expect(guilty.map((f) => f.path).sort()).toEqual(['checks/all.ts', 'index.ts'])
  })

  it('opens every file with its promise', () => {
    expect(files.filter(({ text }) => !/^(#!.*\n)?\/\*\*/.test(text)).map((f) => f.path)).toEqual([])
  })
})
