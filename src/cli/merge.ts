/**
 * `zhengming merge`: reports of parts, as `lint --format ndjson` wrote them, to the report and the exit code that one run over
 * all would have given: files in their order, thresholds of the config that stands here. It lints nothing.
 */
import { readNdjson } from '../reporters/read-ndjson.js'
import type { FileReport } from '../reporters/reporter.js'
import type { LintFlags } from './flags.js'
import { readStdin, readText } from './read.js'
import { exceeds, writeReport } from './report.js'
import type { Linted } from './run/collect.js'
import { projectOf, startRun } from './run/run.js'
import { inOrder } from './run/shard.js'

export async function merge(files: readonly string[], flags: LintFlags): Promise<number> {
  const run = await startRun(flags)
  const reports: FileReport[] = []
  for (const file of files.length > 0 ? files : ['-']) reports.push(...(await reportsIn(file)))
  const results: Linted[] = []
  for (const report of inOrder(reports, ({ path }) => path)) {
    const project = await projectOf(report.absolute, run)
    if (project) results.push({ ...report, project })
  }
  await writeReport(results, flags)
  const over = await exceeds(results, flags)
  if (run.failed) return 2
  return over && !flags.exitZero ? 1 : 0
}

async function reportsIn(file: string): Promise<FileReport[]> {
  const most = Number.POSITIVE_INFINITY
  return readNdjson(file === '-' ? await readStdin(most) : readText(file, most), file)
}
