/**
 * `zhengming lint`: paths to files, files to findings, findings to a report and an exit code, in which what is known or
 * old does not count. What cannot be read or linted is one line on stderr and makes the exit 2; the others are linted and
 * reported all the same.
 */
import type { LintFlags } from './flags.js'
import { againstBaselines, hasBaseline, sayKnown } from './gate/baseline.js'
import { exceeds, streamed, writeReport } from './report.js'
import { collect } from './run/collect.js'
import { sayIdle } from './run/idle.js'
import { startRun } from './run/run.js'

export async function lint(args: readonly string[], flags: LintFlags): Promise<number> {
  const run = await startRun(flags)
  if (flags.printConfig) return (await import('./print-config.js')).printConfig(args, run)
  if (flags.only !== undefined) return (await import('./consistency/only.js')).applySelection(args, run)
  const changes = flags.since !== undefined || flags.staged === true
  // Where a baseline or another commit has a say, a file's report waits for it.
  if (!changes && !(await hasBaseline(run))) run.each = await streamed(run)
  const linted = changes
    ? await (await import('./gate/since.js')).lintChanges(args, run)
    : await collect(args, run)
  const known = await againstBaselines(linted, run)
  const { results } = known
  await writeReport(results, flags, { toStderr: run.fixedStdin, streamed: run.each !== undefined })
  const stale = sayKnown(known, run)
  if (!run.failed && !run.partial && !changes && flags.stdinFilename === undefined) sayIdle(args, results)
  const over = await exceeds(results, flags)
  if (run.interrupted) return 130
  if (run.failed) return 2
  return (over || stale) && !flags.exitZero ? 1 : 0
}
