/**
 * The score for people: a line an article, the worst first, and the batch with what it needs to pass. Few words make a score
 * indicative, and that is said.
 */
import { type Scale, type Score, scoreOf } from '../findings/score.js'
import type { FileReport, Paper } from './reporter.js'
import { counted } from './summary.js'
import { columns, visible } from './width.js'

export function batchScore(reports: readonly FileReport[], scale: Scale): Score {
  const words = reports.reduce((sum, report) => sum + (report.words ?? 0), 0)
  return scoreOf(
    reports.flatMap(({ findings }) => findings),
    words,
    scale,
  )
}

export function scoreText(reports: readonly FileReport[], scale: Scale, paper: Paper): string {
  const batch = batchScore(reports, scale)
  const { dim, green, red, bold } = paper.paint
  const rows = reports
    .map((report) => ({
      name: visible(report.path),
      score: scoreOf(report.findings, report.words ?? 0, scale),
    }))
    .sort((a, b) => b.score.rate - a.score.rate)
  const wide = Math.max(7, ...rows.map(({ name }) => columns(name)))
  const line = (name: string, { words, rate, score, indicative }: Score) =>
    `${name}${' '.repeat(wide - columns(name))}  ${String(words).padStart(7)}  ${rate.toFixed(1).padStart(9)}  ${score.toFixed(1).padStart(5)}${indicative ? dim('  indicative') : ''}\n`
  const head = dim(`${'article'.padEnd(wide)}    words  per 1,000  score\n`)
  const verdict = batch.indicative
    ? `too few words for a verdict (500 and more)`
    : `${batch.passed ? green('passes') : red('does not pass')} (${scale.wanted} and more)`
  const all = `${bold('batch')}${' '.repeat(wide - 5)}`
  const total = line('', batch).slice(wide)
  return `${head}${rows.map(({ name, score }) => line(name, score)).join('')}${all}${total}${counted(batch.penalty, 'penalty point')}; ${verdict}; ${scale.tolerated} per 1,000 words are tolerated\n`
}
