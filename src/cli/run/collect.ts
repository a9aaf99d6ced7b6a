/**
 * Files to findings, in the order of the files, by as many threads as pay, or from the cache. What cannot be read is one
 * line on stderr and marks the run as failed; what breaks the linter is a finding of its file. The others are linted all
 * the same. Interrupted, it hands back what is done.
 */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { Project } from '../../config/project.js'
import type { FileReport } from '../../reporters/reporter.js'
import { rowsOf } from '../../reporters/row.js'
import type { ArticleInput } from '../../session.js'
import { complain, reasonOf, UsageError } from '../fail.js'
import { decode, readBytes, readStdinBytes } from '../read.js'
import { shortPath } from '../short-path.js'
import type { Cache, Text } from './cache.js'
import { crashed } from './crash.js'
import { type Lint, shareOut } from './crew.js'
import { inputs } from './inputs.js'
import { whenInterrupted } from './interrupt.js'
import { lookedAt } from './looked-at.js'
import { startProgress } from './progress.js'
import { fail, projectOf, type Run } from './run.js'
import type { Seen } from './seen.js'
import { partOf } from './shard.js'
import { judged, unchanged } from './unchanged.js'

export interface Linted extends FileReport {
  project: Project
}

/** What a run is to look at, and what is known of it before. */
export interface Batch {
  files: string[]
  cache?: Cache
  /** With a cache. */
  seen: readonly Seen[]
}

/**
 * V8 does not optimize while a run may find all in its cache: nothing is done often enough then, and its compiler would take
 * as much of the processor as all the rest. (The flag is known to Node 20 to 26.)
 */
export async function batchOf(args: readonly string[], run: Run): Promise<Batch> {
  const all = await inputs(args, run)
  const files = run.flags.shard ? partOf(all, run.flags.shard) : all
  if (run.flags.shard) run.partial = true
  const cache = await cacheFor(run)
  if (cache === undefined) return { files, seen: [] }
  setFlagsFromString('--no-opt')
  const { seen } = await import('./seen.js')
  return { files, cache, seen: await seen(files, run, cache) }
}

export async function collect({ files, cache, seen }: Batch, run: Run): Promise<Linted[]> {
  const { flags } = run
  const timing = flags.timing ? (await import('./timing.js')).startTiming() : undefined
  const results: (Linted | undefined)[] = []
  const told = inOrder(run)
  const progress = startProgress(files.length)
  const release = whenInterrupted(run)
  const own: Lint = async (article, { session }) => {
    const result = await (await session()).lint(timing ? timing.asked(article) : article)
    return { rows: rowsOf(result), words: result.words }
  }
  const finish = (i: number, one: Linted | undefined) => {
    results[i] = one
    told(i, one)
    progress.step()
  }
  const left = cache && !run.keepsText ? await unchanged(seen, run, cache, finish) : [...files.keys()]
  if (cache && left.length > 0) setFlagsFromString('--opt')
  const size = { count: left.length, bytes: cache ? undefined : bytesOf(files) }
  await shareOut(size, run, own, async (n, lint) => {
    const i = left[n] as number
    finish(i, await attempt(files[i] as string, run, { lint: timing?.around(lint) ?? lint, cache }))
  })
  release()
  cache?.close()
  const done = progress.close()
  if (done < files.length) complain(`interrupted after ${done} of ${files.length} files`)
  timing?.say()
  return results.filter((one) => one !== undefined)
}

/** Threads end in any order; who is told of each file hears of them in the order of the files. */
function inOrder({ each }: Run): (i: number, one: Linted | undefined) => void {
  const waiting = new Map<number, Linted | undefined>()
  let next = 0
  return (i, one) => {
    if (each === undefined) return
    waiting.set(i, one)
    for (; waiting.has(next); next++) {
      const first = waiting.get(next)
      waiting.delete(next)
      if (first) each(first)
    }
  }
}

/** Of so many files that it may matter. */
function bytesOf(files: readonly string[]): number | undefined {
  if (files.length < 100) return undefined
  return files.reduce((sum, file) => sum + sizeOf(file), 0)
}

/** What cannot be looked at is no work; why, is said when it is its turn. */
function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}

async function cacheFor({ flags }: Run): Promise<Cache | undefined> {
  if (!flags.cache || flags.fix || flags.fixDryRun || flags.timing) return undefined
  return (await import('./cache.js')).openCache(resolve(flags.cacheLocation ?? '.zhengming-cache'))
}

interface By {
  lint: Lint
  cache: Cache | undefined
}

async function attempt(input: string, run: Run, by: By): Promise<Linted | undefined> {
  const { stdinFilename = '<stdin>' } = run.flags
  const stdin = input === '-'
  const absolute = stdin ? resolve(stdinFilename) : input
  const path = stdin ? stdinFilename : shortPath(input)
  const project = await projectOf(absolute, run)
  if (project === undefined) return undefined
  let looked: Looked
  try {
    const most = project.maxFileSize
    const sight = stdin ? undefined : by.cache?.look(input)
    const bytes = stdin ? await readStdinBytes(most) : readBytes(input, most)
    if (run.flags.fix || run.flags.fixDryRun)
      return {
        path,
        absolute,
        project,
        ...(await mend(decode(bytes), { absolute, stdin, path }, project, run)),
      }
    looked = await look({ bytes, sight }, absolute, project, run, by)
  } catch (error) {
    // What the system says is about the file; all else is about us.
    if (error instanceof UsageError || (error as NodeJS.ErrnoException).syscall !== undefined) {
      fail(run, path, reasonOf(error))
      return undefined
    }
    run.partial = true
    looked = { findings: [crashed(path, error)] }
  }
  return { path, absolute, project, ...looked }
}

/** With all that its project says of it. */
export function articleOf(text: string, absolute: string, project: Project, { flags }: Run): ArticleInput {
  return { ...lookedAt(text, absolute, project, flags.date), keep: project.keepFor(absolute) }
}

async function look(
  { bytes, sight }: Text,
  absolute: string,
  project: Project,
  { flags, keepsText }: Run,
  { lint, cache }: By,
): Promise<Looked> {
  const article = lookedAt('', absolute, project, flags.date)
  const kept = cache?.about({ bytes, sight }, article, project)
  let found = kept?.found
  if (found === undefined) {
    found = await lint({ ...article, text: decode(bytes) }, project)
    kept?.keep(found)
  }
  const text = keepsText ? { text: decode(bytes).replace(/^\uFEFF/, '') } : {}
  return { ...judged(found, absolute, project), ...text }
}

type Looked = Pick<FileReport, 'findings' | 'output' | 'edits' | 'words' | 'text'>

async function mend(
  text: string,
  { absolute, stdin, path }: { absolute: string; stdin: boolean; path: string },
  project: Project,
  run: Run,
): Promise<Looked> {
  const { fixedText } = await import('../fix.js')
  const fixed = await fixedText(articleOf(text, absolute, project, run), await project.session())
  const { words } = fixed
  const as = (state: 'before' | 'after') => ({
    findings: fixed[state],
    words,
    ...(run.keepsText ? { text: fixed.texts[state] } : {}),
  })
  if (run.flags.fixDryRun) return { ...as('before'), output: fixed.output, edits: fixed.edits }
  if (stdin) {
    run.fixedStdin = true
    process.stdout.write(fixed.output ?? text)
  } else if (fixed.output !== undefined) {
    const { write } = await import('../write.js')
    try {
      write(absolute, fixed.output)
    } catch (error) {
      fail(run, path, `not fixed, ${reasonOf(error)}`)
      return as('before')
    }
  }
  return as('after')
}
