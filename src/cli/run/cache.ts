/**
 * Findings kept between runs (`--cache`), by all that they depend on: the article's bytes and format, its date, the settings, the
 * glossary, the rules and the version. The bytes of a file that nobody has touched are known without reading it. A kill at any
 * moment and two runs at once leave nothing wrong (see `log.ts`); what cannot be read or written is no cache and no failure.
 */
import { createHash, hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { build } from '../../config/package.js'
import type { Project } from '../../config/project.js'
import { formatOf } from '../../formats/index.js'
import type { Row } from '../../reporters/row.js'
import type { ArticleInput } from '../../session.js'
import type { Found } from './crew.js'
import { inAscii, type Log, openLog } from './log.js'
import { type Packed, packed, type Saying, unpacked } from './packed.js'
import { openUntouched, type Sight } from './untouched.js'

export interface Cache {
  readonly folder: string
  /** A name for all that the findings of a file depend on; nothing where it was touched, or is larger than its project allows. */
  nameOf(file: string, article: ArticleInput, project: Project): string | undefined
  /** Findings kept under a name. */
  get(name: string): Found | undefined
  /** Findings of a text, and how to keep them. `file`: where it was read, as it looked before. */
  about(text: Text, article: ArticleInput, project: Project): Kept
  /** Before it is read. */
  look(file: string): Sight | undefined
  close(): void
}

export interface Text {
  bytes: Buffer
  sight: Sight | undefined
}

export interface Kept {
  found: Found | undefined
  keep(found: Found): void
}

/** Past this size each file of the cache drops what a run had no use for. */
const large = 64_000_000

export function openCache(folder: string, most = large): Cache {
  const findings = openLog(folder, 'findings.tsv', most)
  const files = openUntouched(folder, most)
  const stampOf = stamps()
  const sayings = sayingsIn(findings)
  const get = (key: string) => parsed(findings.get(key), sayings.named)
  return {
    folder,
    look: (file) => files.look(file),
    nameOf(file, article, project) {
      const sight = files.look(file)
      const content = sight && sight.stat.size <= project.maxFileSize ? files.contentOf(sight) : undefined
      return content === undefined ? undefined : content + stampOf(article, project)
    },
    get,
    about({ bytes, sight }, article, project) {
      const content = hash('sha256', bytes, 'base64url')
      const key = content + stampOf(article, project)
      if (sight) files.keep(sight, content)
      return {
        found: get(key),
        keep({ rows, words }) {
          const all = rows.map((row) => packed(row, sayings.nameOf))
          findings.put(key, inAscii(JSON.stringify([words, ...all])))
        },
      }
    },
    close() {
      findings.close()
      files.close()
    },
  }
}

/** Nothing where the line was torn, or one that it needs, or somebody scribbled on it. */
function parsed(json: string | undefined, named: (name: string) => Saying | undefined): Found | undefined {
  const kept = json === undefined ? undefined : jsonOf<[number, ...Packed[]]>(json)
  if (!Array.isArray(kept)) return undefined
  const [words, ...all] = kept
  const rows: Row[] = []
  for (const one of all) {
    const said = named(one[0])
    if (said === undefined) return undefined
    rows.push(unpacked(one, said))
  }
  return { rows, words }
}

function jsonOf<T>(text: string): T | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Each is kept once, under a name made of what it says. */
function sayingsIn(log: Log) {
  const names = new Map<string, string>()
  const known = new Map<string, Saying | undefined>()
  return {
    nameOf(saying: Saying): string {
      const json = inAscii(JSON.stringify(saying))
      const name = names.get(json) ?? hash('sha256', json, 'base64url').slice(0, 16)
      if (!names.has(json) && log.get(name) !== json) log.put(name, json)
      names.set(json, name)
      return name
    },
    named(name: string): Saying | undefined {
      if (!known.has(name)) known.set(name, jsonOf(log.get(name) ?? ''))
      return known.get(name)
    },
  }
}

/** Names for all but the text: few in a run, and dear to make. */
function stamps(): (article: ArticleInput, project: Project) => string {
  const projects = new Map<Project, string>()
  const known = new Map<string, string>()
  let last: readonly unknown[] = []
  let stamp = ''
  return ({ settings, date, dateElse, path = '' }, project) => {
    const now = [project, settings, date, dateElse, formatOf(path)]
    if (now.every((one, i) => one === last[i])) return stamp
    last = now
    const rules = projects.get(project) ?? rulesOf(project)
    projects.set(project, rules)
    const all = JSON.stringify([rules, ...now.slice(1)])
    stamp = known.get(all) ?? hash('sha256', all, 'base64url')
    known.set(all, stamp)
    return stamp
  }
}

/** Code, rules and glossary of this build, and the desk's own glossary. */
function rulesOf({ glossaries }: Project): string {
  return hashOf([build(), ...glossaries.map((path) => readFileSync(path))])
}

function hashOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest('base64url')
}
