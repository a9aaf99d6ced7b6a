/**
 * `zhengming baseline [paths]`: the findings of now become the known ones, in a file beside the config. Entries keep their
 * reason, owner and date, those of articles that were not looked at stay; what is mended goes. `--prune` adds nothing.
 */
import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { type Baseline, entryOf, holdAgainst, nameIn, openBaseline } from '../config/baseline.js'
import { baselineOf } from '../config/baseline-place.js'
import { baselineText, type Entry } from '../findings/baseline.js'
import { isUndecided } from '../reporters/row.js'
import { counted } from '../reporters/summary.js'
import { UsageError } from './fail.js'
import { batchOf, collect, type Linted } from './run/collect.js'
import { startRun } from './run/run.js'
import { shortPath } from './short-path.js'
import { write } from './write.js'

export interface BaselineFlags {
  prune?: boolean
  reason?: string
  owner?: string
  until?: string
  baseline?: string
  config?: string | false
}

export async function baseline(paths: readonly string[], flags: BaselineFlags): Promise<number> {
  const { prune, reason, owner, until, ...rest } = flags
  if (prune && (reason ?? owner ?? until) !== undefined)
    throw new UsageError('--prune adds nothing that a reason, an owner or a date could go with')
  const run = await startRun(rest)
  const byPath = new Map<string, Linted[]>()
  for (const linted of await collect(await batchOf(paths, run), run)) {
    const { path } = baselineOf(linted.project, flags.baseline) as { path: string }
    byPath.set(path, [...(byPath.get(path) ?? []), linted])
  }
  for (const [path, linted] of byPath) {
    const before = await openBaseline(path, (linted[0] as Linted).project)
    if (prune && before === undefined) throw new UsageError(`${shortPath(path)}: no such baseline`)
    const { entries, added, dropped } = renewed(before ?? { path, entries: [] }, linted, flags)
    write(path, baselineText(entries))
    const files = new Set(entries.map(({ file }) => file)).size
    const total = entries.reduce((sum, { count }) => sum + count, 0)
    process.stdout.write(
      `${shortPath(path)}: ${counted(total, 'finding')} in ${counted(files, 'file')}; ${added} added, ${dropped} dropped\n`,
    )
    if (before === undefined)
      process.stdout.write(
        `Commit it; a line in .gitattributes lets branches merge it: ${basename(path)} merge=union\n`,
      )
  }
  return run.failed ? 2 : 0
}

function renewed(before: Baseline, linted: readonly Linted[], { prune, ...said }: BaselineFlags) {
  const articles = linted.map(({ absolute, findings }) => ({
    file: absolute,
    findings: findings.filter(isUndecided),
  }))
  const { ignores } = (linted[0] as Linted).project
  const held = holdAgainst(before, articles, (file) => !existsSync(file) || ignores(file))
  const entries: Entry[] = [...held.elsewhere]
  let added = 0
  for (const [i, { file }] of articles.entries())
    for (const { finding, match } of held.articles[i] ?? []) {
      if (match.known === undefined && prune) continue
      if (match.known === undefined) added++
      entries.push(entryOf(finding, nameIn(before.path, file), match.known ?? said))
    }
  return { entries, added, dropped: held.stale.reduce((sum, { count }) => sum + count, 0) }
}
