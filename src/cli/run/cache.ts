/**
 * Findings kept between runs (`--cache`), by all that they depend on: the article's bytes and format, its date, the settings, the
 * glossary, the rules and the version. The bytes of a file that nobody has touched are known without reading it. A kill at any
 * moment and two runs at once leave nothing wrong (see `log.ts`); what cannot be read or written is no cache and no failure.
 */
import { createHash, hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../../config/package.js'
import type { Project } from '../../config/project.js'
import { formatOf } from '../../formats/index.js'
import type { ArticleInput } from '../../session.js'
import type { Found } from './crew.js'
import { inAscii, openLog } from './log.js'
import { openUntouched } from './untouched.js'

export interface Cache {
  /** `file`: where the text is read, if it is one. */
  about(file: string | undefined, article: ArticleInput, project: Project): Kept
  close(): void
}

/** What is kept about one article. */
export interface Kept {
  /** Findings of a file that nobody has touched, unless it is larger than the limit. */
  untouched(limit: number): Found | undefined
  sameText(bytes: Buffer): Found | undefined
  /** Findings of the bytes that were asked for last. */
  keep(found: Found): void
}

/** Past this size each file of the cache drops what a run had no use for. */
const large = 64_000_000

export function openCache(folder: string, most = large): Cache {
  const findings = openLog(folder, 'findings.tsv', most)
  const files = openUntouched(folder, most)
  const stamps = stampsOf()
  const get = (key: string) => parsed(findings.get(key))
  return {
    about(file, article, project) {
      const around = stamps(article, project)
      const sight = file === undefined ? undefined : files.look(file)
      let content = ''
      return {
        untouched(limit) {
          const same = sight && sight.stat.size <= limit ? files.contentOf(sight) : undefined
          return same === undefined ? undefined : get(same + around)
        },
        sameText(bytes) {
          content = hash('sha256', bytes, 'base64url')
          if (sight) files.keep(sight, content)
          return get(content + around)
        },
        keep: (found) => findings.put(content + around, inAscii(JSON.stringify(found))),
      }
    },
    close() {
      findings.close()
      files.close()
    },
  }
}

/** Nothing where the line was torn. */
function parsed(json: string | undefined): Found | undefined {
  try {
    const found = json && JSON.parse(json)
    return Array.isArray(found?.rows) ? found : undefined
  } catch {
    return undefined
  }
}

/** Names for all but the text: few in a run, and dear to make. */
function stampsOf(): (article: ArticleInput, project: Project) => string {
  const projects = new Map<Project, string>()
  const stamps = new Map<string, string>()
  let last: readonly unknown[] = []
  let stamp = ''
  return ({ settings, date, dateElse, path = '' }, project) => {
    const now = [project, settings, date, dateElse, formatOf(path)]
    if (now.every((one, i) => one === last[i])) return stamp
    last = now
    const known = projects.get(project) ?? stampOf(project)
    projects.set(project, known)
    const all = JSON.stringify([known, ...now.slice(1)])
    stamp = stamps.get(all) ?? hash('sha256', all, 'base64url')
    stamps.set(all, stamp)
    return stamp
  }
}

let ours: string | undefined

/** Version, rules and glossary of this build, and the desk's own. */
function stampOf({ glossaries }: Project): string {
  ours ??= hashOf([
    readFileSync(join(packageFolder('.'), 'package.json')),
    readFileSync(join(packageFolder('dist'), 'shipped.js')),
  ])
  return hashOf([ours, ...glossaries.map((path) => readFileSync(path))])
}

function hashOf(parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}\n`).update(part)
  return hash.digest('base64url')
}
