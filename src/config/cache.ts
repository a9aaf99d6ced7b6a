/**
 * Compiled data kept between runs, by the content that it was made from: a desk's glossary costs its compilation once.
 * A cache that cannot be read or written is no cache and no failure. ZHENGMING_CACHE names another folder, or `off`.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

type Part = string | Uint8Array

export function cached<T>(parts: readonly Part[], make: () => T): T {
  const kept = slot<T>(parts)
  const before = kept.get()
  if (before !== undefined) return before
  const made = make()
  kept.put(made)
  return made
}

export interface Slot<T> {
  get(): T | undefined
  put(data: T): void
}

/** Where what goes by these parts is kept, the newest of it. */
export function slot<T>(parts: readonly Part[]): Slot<T> {
  const folder = cacheFolder()
  if (folder === undefined) return { get: () => undefined, put: () => {} }
  const path = join(folder, `${hashOf(parts)}.json`)
  return { get: () => read(path), put: (data) => write(folder, path, data) }
}

function cacheFolder(): string | undefined {
  const { ZHENGMING_CACHE: own, XDG_CACHE_HOME: base } = process.env
  if (own === 'off') return undefined
  return own || join(base || join(homedir(), '.cache'), 'zhengming')
}

function hashOf(parts: readonly Part[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest('hex')
}

function read<T>(path: string): T | undefined {
  try {
    // Asked for text, Node would read it in small parts.
    return JSON.parse(readFileSync(path).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Through a temporary file: two runs at once never read half of it. */
function write(folder: string, path: string, data: unknown): void {
  try {
    mkdirSync(folder, { recursive: true })
    const temporary = `${path}.${process.pid}`
    writeFileSync(temporary, JSON.stringify(data))
    renameSync(temporary, path)
    sweep(folder)
  } catch {
    // Read-only home, full disk: the next run compiles again.
  }
}

const month = 30 * 86_400_000

/** What was made long ago is made again if it is still wanted: old contents and folders that are gone leave no pile. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => /^[0-9a-f]{64}\.json/.test(one))) {
    const path = join(folder, name)
    if (statSync(path).mtimeMs < Date.now() - month) rmSync(path)
  }
}
