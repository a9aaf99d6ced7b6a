/**
 * What is made from files, kept between runs for as long as each of them is what it was, to the byte. Whoever makes it reads
 * through `Read` alone, so that nothing that it depends on is forgotten; the build counts, too. What cannot be made is not
 * kept: it is as wrong the next time.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { slot } from './cache.js'
import { build } from './package.js'

/** A file's text without its BOM; undefined where it cannot be read. */
export type Read = (path: string) => string | undefined

export interface FromFiles<T> {
  made: T
  /** The files as they were when it was made. */
  read: Read
  /** All that it was made from. */
  paths: string[]
}

interface Kept<T> {
  build: string
  /** Each with a hash of its bytes, or null where it could not be read. */
  files: [path: string, content: string | null][]
  made: T
}

/** `made` is plain data. `name`: says what is made; only the newest of a name is kept. */
export async function fromFiles<T>(name: string, make: (read: Read) => Promise<T>): Promise<FromFiles<T>> {
  const kept = slot<Kept<T>>(['from files', name])
  const { read, contentOf } = onceEach()
  const before = kept.get()
  if (before?.build === build() && before.files.every(([path, content]) => contentOf(path) === content))
    return { made: before.made, read, paths: before.files.map(([path]) => path) }
  const asked = new Set<string>()
  const made = await make((path) => {
    asked.add(path)
    return read(path)
  })
  const paths = [...asked]
  kept.put({ build: build(), files: paths.map((path) => [path, contentOf(path)]), made })
  return { made, read, paths }
}

export const textOf: Read = (path) => decoded(bytesOf(path))

/** Each file is read once: what is compared is what is used. */
function onceEach(): { read: Read; contentOf(path: string): string | null } {
  const known = new Map<string, Buffer | undefined>()
  const bytes = (path: string) => {
    if (!known.has(path)) known.set(path, bytesOf(path))
    return known.get(path)
  }
  return {
    read: (path) => decoded(bytes(path)),
    contentOf: (path) => {
      const there = bytes(path)
      return there === undefined ? null : createHash('sha256').update(there).digest('base64url')
    },
  }
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch {
    return undefined
  }
}

function decoded(bytes: Buffer | undefined): string | undefined {
  return bytes?.toString('utf8').replace(/^\uFEFF/, '')
}
