/**
 * A report said again (`--cache`): where the same command found every file as it was, and nothing that its project is made of
 * is another, what it wrote is written once more and no finding is looked at. Kept are reports on standard output alone, of
 * runs that had nothing to complain of; a baseline, a score or another commit is asked anew each time.
 */
import { createHash, hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { hasBaseline } from '../../config/baseline-place.js'
import { textOf } from '../../config/files.js'
import { build } from '../../config/package.js'
import type { Project } from '../../config/project.js'
import { today } from '../../config/today.js'
import { complained } from '../fail.js'
import { outputsOf } from '../formats.js'
import { paperFor } from '../terminal.js'
import { write } from '../write.js'
import type { Batch } from './collect.js'
import type { Run } from './run.js'
import { type Seen, seen } from './seen.js'

export interface Again {
  exit: number
  text: string | Buffer
}

export interface Reports {
  /** Nothing where any file must be read. */
  get(): Again | undefined
  /** What was said, if all is still as it was seen. */
  put(said: Again): Promise<void>
}

/** Undefined where this run's report is not kept. */
export async function reportsFor(
  { files, cache, seen: before }: Batch,
  run: Run,
): Promise<Reports | undefined> {
  if (cache === undefined || !(await isPlain(run))) return undefined
  const { threads, ...flags } = run.flags
  const { paint, ...paper } = paperFor(process.stdout, flags)
  const command = JSON.stringify([resolve('.'), flags, paper, paint.red('')])
  const path = join(cache.folder, reports, hash('sha256', command, 'base64url'))
  // As they are before the run: an edit during it is for the next one.
  const known = new Map<Project | undefined, string | undefined>()
  for (const { project } of before)
    if (!known.has(project)) known.set(project, project && contentOf(project, run))
  return {
    get() {
      const key = run.failed || complained() ? undefined : keyOf(before, known)
      return key === undefined ? undefined : read(path, key)
    },
    async put({ exit, text }) {
      if (run.partial || complained()) return
      const key = keyOf(await seen(files, run, cache), known)
      if (key !== undefined) keep(path, `${key} ${exit}\n${text}`)
    },
  }
}

const reports = 'reports'
/** The commands that ran last. */
const mostKept = 8

async function isPlain({ flags }: Run): Promise<boolean> {
  const { score, minScore, since, staged, shard, stdinFilename } = flags
  if (
    score ||
    minScore !== undefined ||
    since !== undefined ||
    staged ||
    shard ||
    stdinFilename !== undefined
  )
    return false
  const outputs = await outputsOf(flags)
  return outputs.length === 1 && outputs.every(({ format, file }) => file === undefined && !format.each)
}

/** Of all that the report says, and of the day, on which decisions may end. */
function keyOf(
  seen: readonly Seen[],
  known: ReadonlyMap<Project | undefined, string | undefined>,
): string | undefined {
  const key = createHash('sha256').update(`${build()} ${today()}\n`)
  for (const { file, project, name } of seen) {
    const content = known.get(project)
    if (content === undefined || name === undefined) return undefined
    key.update(`${file}\n${name}\n${content}\n`)
  }
  return key.digest('base64url')
}

/** Of the config and all that it names, be it there or not; undefined where a baseline has its say, too. */
function contentOf(project: Project, run: Run): string | undefined {
  if (hasBaseline(project, run.flags.baseline)) return undefined
  const files = project.sources.map((source) => [source, textOf(source) ?? null])
  return hash('sha256', JSON.stringify([project.path ?? null, ...files]), 'base64url')
}

function read(path: string, key: string): Again | undefined {
  try {
    const bytes = readFileSync(path)
    const end = bytes.indexOf('\n')
    const [kept, exit] = bytes.toString('latin1', 0, end).split(' ')
    return kept === key ? { exit: Number(exit), text: bytes.subarray(end + 1) } : undefined
  } catch {
    return undefined
  }
}

function keep(path: string, content: string): void {
  const all = dirname(path)
  try {
    mkdirSync(all, { recursive: true })
    write(path, content)
    const age = (name: string) => statSync(join(all, name)).mtimeMs
    const old = readdirSync(all).sort((a, b) => age(b) - age(a))
    for (const name of old.slice(mostKept)) rmSync(join(all, name))
  } catch {
    // Read-only folder, full disk: the next run makes its report anew.
  }
}
