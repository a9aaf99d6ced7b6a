/**
 * `--timing`: what each check cost in this run, dearest first, on stderr. All that is no check (reading the format, words and
 * sentences, putting findings in order) is one line. It is measured in one thread and without the cache.
 */
import type { ArticleInput } from '../../session.js'
import type { Timing } from '../../setup.js'
import type { Lint } from './crew.js'

export interface Watch {
  asked(article: ArticleInput): ArticleInput
  around(lint: Lint): Lint
  say(): void
}

export function startTiming(): Watch {
  const timing: Timing = new Map()
  let total = 0
  return {
    asked: (article) => ({ ...article, settings: { ...article.settings, timing } }),
    around: (lint) => async (article, project) => {
      const start = performance.now()
      try {
        return await lint(article, project)
      } finally {
        total += performance.now() - start
      }
    },
    say: () => void process.stderr.write(tableOf(timing, total)),
  }
}

function tableOf(timing: Timing, total: number): string {
  const checks = [...timing].sort(([, a], [, b]) => b - a)
  const rest = total - checks.reduce((sum, [, ms]) => sum + ms, 0)
  const rows = [...checks, ['all that is no check', rest] as const, ['together', total] as const]
  const wide = Math.max(...rows.map(([name]) => name.length))
  const line = ([name, ms]: readonly [string, number]) =>
    `${name.padEnd(wide)}${ms.toFixed(1).padStart(11)} ms${((100 * ms) / (total || 1)).toFixed(1).padStart(7)} %\n`
  return rows.map(line).join('')
}
