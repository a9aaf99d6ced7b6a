/**
 * `zhengming lint`: paths to files, files to findings, findings to a report and an exit code. What cannot be read or
 * linted is one line on stderr and makes the exit 2; the others are linted and reported all the same.
 */
import type { LintFlags } from './flags.js'
import { exceeds, streamed, writeReport } from './report.js'
import { collect } from './run/collect.js'
import { sayIdle } from './run/idle.js'
import { startRun } from './run/run.js'

export async function lint(args: readonly string[], flags: LintFlags): Promise<number> {
  const run = await startRun(flags)
  if (flags.printConfig) return (await import('./print-config.js')).printConfig(args, run)
  run.each = await streamed(run)
  const results = await collect(args, run)
  await writeReport(results, flags, run.fixedStdin)
  if (!run.failed && !run.partial && flags.stdinFilename === undefined) sayIdle(args, results)
  const over = await exceeds(results, flags)
  if (run.interrupted) return 130
  if (run.failed) return 2
  return over && !flags.exitZero ? 1 : 0
}
