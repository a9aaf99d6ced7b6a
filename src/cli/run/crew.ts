/**
 * The files of a run shared out: this thread begins alone, and where what is left would take it long enough, worker
 * threads that lint beside it are called in. A run that is short, or finds its findings in the cache, starts none.
 */
import { availableParallelism } from 'node:os'
import type { Project } from '../../config/project.js'
import type { Row } from '../../reporters/row.js'
import type { ArticleInput } from '../../session.js'
import type { Run } from './run.js'

/** What is found in an article, and how long it is. */
export interface Found {
  rows: readonly Row[]
  words: number
}

/** An article without a `keep` to its findings, all of them. */
export type Lint = (article: ArticleInput, project: Project) => Promise<Found>

/** A worker's start costs about 300 ms of its core, and each holds a glossary: it should have twice that to do. */
const worthAWorker = 600
/** Milliseconds after which this thread knows how long an article takes. */
const trial = 100
/** Articles under way in a worker, so that it need not wait until this thread is through with its own. */
const ahead = 8

/** Milliseconds that this thread keeps to itself. */
const short = 5

/** A worker for each of these, where the sizes tell the work beforehand: about a second of it. */
const bytesForAWorker = 3_000_000

/** How many threads pay. Two cores are no faster than one: the threads share memory and start-up (`npm run bench pool`). */
export function cores(): number {
  const there = availableParallelism()
  return there > 2 ? there : 1
}

/**
 * `each` once for every number below `count`, with who should lint; until the run is interrupted. `bytes`: how much there
 * is to lint, if that is known; else the first articles tell.
 */
export async function shareOut(
  { count, bytes = 0 }: { count: number; bytes?: number | undefined },
  run: Run,
  own: Lint,
  each: (i: number, lint: Lint) => Promise<void>,
): Promise<void> {
  const { threads, timing, fix, fixDryRun } = run.flags
  const most = timing || fix || fixDryRun ? 1 : Math.min(threads || cores(), count)
  const start = performance.now()
  let next = 0
  let turned = start
  const others: Promise<void>[] = []
  let called: Promise<{ close(): Promise<void> }> | undefined
  const work = async (lint: Lint, after = () => {}) => {
    while (next < count && !run.interrupted) {
      await each(next++, lint)
      after()
      if (performance.now() - turned < short) continue
      // Answers of workers and signals come in between.
      await new Promise(setImmediate)
      turned = performance.now()
    }
  }
  const call = (workers: number) => {
    const wanted = Math.min(most - 1, Math.floor(workers))
    if (called !== undefined || wanted < 1) return
    called = import('./pool.js').then(({ openPool }) => {
      const pool = openPool(wanted, run, own)
      for (const lint of pool.lints) for (let i = 0; i < ahead; i++) others.push(work(lint))
      return pool
    })
  }
  call(bytes / bytesForAWorker)
  await work(own, () => {
    const spent = performance.now() - start
    if (called === undefined && spent > trial) call(((spent / next) * (count - next)) / worthAWorker)
  })
  const pool = await called
  await Promise.all(others)
  await pool?.close()
}
