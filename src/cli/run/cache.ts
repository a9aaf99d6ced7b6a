/**
 * Findings kept between runs (`--cache`), by all that they depend on: the article's bytes and format, its date, the settings, the
 * glossary, the rules and the version. One file, a line an article, which grows at its end and is never changed in place: a
 * run that is killed leaves at most a torn last line, which counts for nothing, and two runs at once write line by line.
 * What cannot be read or written is no cache and no failure.
 */
import { createHash, hash } from 'node:crypto'
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../config/package.js'
import type { Project } from '../../config/project.js'
import { formatOf } from '../../formats/index.js'
import type { ArticleInput } from '../../session.js'
import { write } from '../write.js'
import type { Found } from './crew.js'

export interface Cache {
  keyOf(bytes: Buffer, article: ArticleInput, project: Project): string
  get(key: string): Found | undefined
  put(key: string, found: Found): void
  close(): void
}

/** Lines are written when they are this many characters together: a killed run loses no more. */
const together = 65_536
/** Past this size the file is written anew, without what this run had no use for, if that is most of it. */
const large = 64_000_000

export function openCache(folder: string, most = large): Cache {
  const path = join(folder, 'findings.ndjson')
  const { bytes, places } = linesOf(path)
  const used = new Map<string, Place>()
  const projects = new Map<Project, string>()
  /** Of all but the text: few in a run, and dear to make. */
  const stamps = new Map<string, string>()
  let pending = ''
  const flush = () => {
    if (pending !== '') append(folder, path, pending)
    pending = ''
  }
  return {
    keyOf(content, { settings, date, dateElse, path: file = '' }, project) {
      const known = projects.get(project) ?? stampOf(project)
      projects.set(project, known)
      const all = JSON.stringify([known, settings, date, dateElse, formatOf(file)])
      const around = stamps.get(all) ?? hash('sha256', all, 'base64url')
      stamps.set(all, around)
      return hash('sha256', content, 'base64url') + around
    },
    get(key) {
      const place = places.get(key)
      const found = place && parsed(bytes.toString('utf8', ...place))
      if (found) used.set(key, place)
      return found
    },
    put(key, found) {
      pending += `${key} ${JSON.stringify(found)}\n`
      if (pending.length >= together) flush()
    },
    close() {
      flush()
      const kept = [...used.values()].reduce((sum, [start, end]) => sum + end - start, 0)
      if (bytes.length > most && kept < bytes.length / 2) rewrite(path, bytes, used)
    },
  }
}

/** Where in the file a key's findings stand. */
type Place = [start: number, end: number]

/** Two SHA-256 in base64url: of the text, and of all that is around it. */
const keyLength = 86

function linesOf(path: string): { bytes: Buffer; places: Map<string, Place> } {
  const places = new Map<string, Place>()
  let bytes: Buffer = Buffer.alloc(0)
  try {
    bytes = readFileSync(path)
  } catch {
    // None yet.
  }
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(10, start)
    const end = next < 0 ? bytes.length : next
    if (end > start + keyLength) {
      const json = start + keyLength
      places.set(bytes.toString('latin1', start, json), [json, end])
    }
    start = end + 1
  }
  return { bytes, places }
}

/** Nothing where the line was torn. */
function parsed(json: string): Found | undefined {
  try {
    const found = JSON.parse(json)
    return Array.isArray(found?.rows) ? found : undefined
  } catch {
    return undefined
  }
}

/** In one write; the line break before it ends what a killed run may have left. */
function append(folder: string, path: string, lines: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    // A cache is nobody's work: git need not see it.
    writeFileSync(join(folder, '.gitignore'), '*\n')
    appendFileSync(path, `\n${lines}`)
  } catch {
    // Read-only folder, full disk: the next run lints again.
  }
}

function rewrite(path: string, bytes: Buffer, used: ReadonlyMap<string, Place>): void {
  try {
    const lines = [...used.values()].map(([start, end]) => bytes.subarray(start - keyLength, end + 1))
    // What came in the meantime, from this run or another.
    const since = readFileSync(path).subarray(bytes.length)
    write(path, Buffer.concat([...lines, since]))
  } catch {
    // It stays large until a run can.
  }
}

let ours: string | undefined

/** Version, rules and glossary of this build, and the desk's own. */
function stampOf({ glossaries }: Project): string {
  ours ??= hashOf([
    readFileSync(join(packageFolder('.'), 'package.json')),
    readFileSync(join(packageFolder('dist'), 'shipped.json')),
  ])
  return hashOf([ours, ...glossaries.map((path) => readFileSync(path))])
}

function hashOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest('base64url')
}
