import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cached } from '../../src/config/cache.js'

let folder: string
const before = process.env.ZHENGMING_CACHE
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhengming-cache-'))
  process.env.ZHENGMING_CACHE = folder
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  if (before === undefined) delete process.env.ZHENGMING_CACHE
  else process.env.ZHENGMING_CACHE = before
})

/** What `cached` gives, and whether it had to be made. */
function ask(...parts: string[]): [number, boolean] {
  let made = false
  const value = cached(parts, () => {
    made = true
    return parts.join('').length
  })
  return [value, made]
}

describe('cached', () => {
  it('makes once per content, whatever the cut between the parts', () => {
    expect(ask('ab', 'c')).toEqual([3, true])
    expect(ask('ab', 'c')).toEqual([3, false])
    expect(ask('a', 'bc')).toEqual([3, true])
  })

  it('makes again what it cannot read', () => {
    ask('x')
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{ half')
    expect(ask('x')).toEqual([1, true])
    expect(ask('x')).toEqual([1, false])
  })

  it('does without where it cannot write, or is off', () => {
    process.env.ZHENGMING_CACHE = join(folder, 'file', 'below')
    writeFileSync(join(folder, 'file'), '')
    expect(ask('y')).toEqual([1, true])
    process.env.ZHENGMING_CACHE = 'off'
    expect(ask('z')).toEqual([1, true])
    expect(ask('z')).toEqual([1, true])
  })

  it('drops what was made more than a month ago, and nothing that is not its own', () => {
    ask('old')
    const [old = ''] = readdirSync(folder)
    const long = new Date(Date.now() - 40 * 86_400_000)
    for (const name of [old, `${old}.123`, 'notes.json']) {
      writeFileSync(join(folder, name), '3')
      utimesSync(join(folder, name), long, long)
    }
    ask('new')
    const left = readdirSync(folder)
    expect(left).toHaveLength(2)
    expect(left).toContain('notes.json')
    expect(left).not.toContain(old)
  })
})
