/**
 * `zhengming lint`: paths to files, files to findings, findings to a report and an exit code, in which what is known or
 * old does not count. What cannot be read or linted is one line on stderr and makes the exit 2; the others are linted and
 * reported all the same.
 */
import { hasBaseline } from '../config/baseline-place.js'
import type { LintFlags } from './flags.js'
import { exceeds, streamed, writeReport } from './report.js'
import { batchOf, collect, type Linted } from './run/collect.js'
import { sayIdle } from './run/idle.js'
import { type Run, startRun } from './run/run.js'

export async function lint(args: readonly string[], flags: LintFlags): Promise<number> {
  const run = await startRun(flags)
  if (flags.printConfig) return (await import('./print-config.js')).printConfig(args, run)
  if (flags.only !== undefined) return (await import('./consistency/only.js')).applySelection(args, run)
  const changes = flags.since !== undefined || flags.staged === true
  const batch = changes ? undefined : await batchOf(args, run)
  const reports = batch?.cache ? await (await import('./run/again.js')).reportsFor(batch, run) : undefined
  const again = reports?.get()
  if (again) {
    process.stdout.write(again.text)
    return again.exit
  }
  const stream = changes ? undefined : await streamed(run)
  run.each = stream?.each
  const linted = batch
    ? await collect(batch, run)
    : await (await import('./gate/since.js')).lintChanges(args, run)
  const { results, say } = await held(linted, run)
  const text = await writeReport(results, flags, { toStderr: run.fixedStdin, streamed: stream?.written() })
  const stale = say()
  if (!run.failed && !run.partial && !changes && flags.stdinFilename === undefined) sayIdle(args, results)
  const over = await exceeds(results, flags)
  if (run.interrupted) return 130
  if (run.failed) return 2
  const exit = (over || stale) && !flags.exitZero ? 1 : 0
  await reports?.put({ exit, text })
  return exit
}

/** What is known already is marked; who has neither baseline nor another commit to ask does not load them. */
async function held(linted: Linted[], run: Run) {
  const { since, staged, baseline } = run.flags
  const projects = [...new Set(linted.map(({ project }) => project))]
  if (since === undefined && !staged && !projects.some((project) => hasBaseline(project, baseline)))
    return { results: linted, say: () => false }
  return (await import('./gate/baseline.js')).againstBaselines(linted, run)
}
