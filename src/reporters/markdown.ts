/**
 * A comment for a pull request: the verdict, then for each file a table, folded by concept, the worst first. What stands
 * in an article is shown and never acts: no markup, no mention of a person, no link but those of findings.
 */
import { bySeverity } from '../findings/finding.js'
import { type Annotation, annotationsOf, slashed } from './annotation.js'
import type { FileReport, Reporter } from './reporter.js'
import { plainPaper } from './reporter.js'
import { counted, summary } from './summary.js'
import { visible } from './width.js'

export const markdown: Reporter = (reports) => {
  const guilty = reports.filter(({ findings }) => findings.length > 0).sort(byWorst)
  if (guilty.length === 0) return `**zhengming**: ${counted(reports.length, 'file')}, no problems\n`
  const head = `**zhengming**: ${summary(reports, plainPaper)}\n`
  const tables: string[] = []
  let length = head.length
  for (const [i, report] of guilty.entries()) {
    const table = tableOf(report)
    length += table.length
    if (length > longest && i > 0) {
      tables.push(
        `\n… and ${counted(guilty.length - i, 'more file')}; the whole report is in the run’s log.\n`,
      )
      break
    }
    tables.push(table)
  }
  return head + tables.join('')
}

/** GitHub takes comments of 65,536 characters. */
const longest = 60_000
const mostRows = 100

function tableOf(report: FileReport): string {
  const all = annotationsOf([report])
  const rows = all.slice(0, mostRows).map(rowOf)
  const rest = all.length > mostRows ? [`\n… and ${all.length - mostRows} more\n`] : []
  const open = `\n<details open><summary>${plain(slashed(report.path))}: ${counted(report.findings.length, 'problem')}</summary>\n\n`
  return `${open}| | found | expected | where |\n| --- | --- | --- | --- |\n${rows.join('')}${rest.join('')}\n</details>\n`
}

const marks = { error: '❌ error', warning: '⚠️ warning', info: 'ℹ️ info' } as const

function rowOf({ block, first, notes }: Annotation): string {
  const found =
    first.expected.length === 0
      ? plain(first.message)
      : [...block.actual].map(([text, n]) => times(code(text), n)).join(', ')
  const chinese = first.zh === undefined ? '' : `${plain(first.zh)} `
  const reasons = notes.map((note) => `<br>${plain(note)}`).join('')
  const expected = first.expected.map((text) => (text === '' ? 'nothing' : code(text))).join(' or ')
  const places = block.findings.slice(0, 8).map(({ line, column }) => `${line}:${column}`)
  if (block.findings.length > 8) places.push('…')
  const rules = block.rules.map((rule) => linked(rule, first.url)).join(', ')
  return `| ${marks[block.severity]} | ${chinese}${found}${reasons} | ${expected} | ${places.join(' ')}<br>${rules} |\n`
}

function times(text: string, count: number): string {
  return count > 1 ? `${text} ×${count}` : text
}

/** As `<code>`: a code span cannot hold every text in a table. */
function code(text: string): string {
  return `<code>${plain(text)}</code>`
}

function linked(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//i.test(url) || !URL.canParse(url)) return plain(text)
  return `[${plain(text)}](<${new URL(url).href.replace(/[<>|\\]/g, encodeURIComponent)}>)`
}

/**
 * Every sign that Markdown could take for its own as a character reference; and what GitHub looks for once those are
 * decoded (mentions, issues, bare addresses) cut in two by a comment.
 */
function plain(text: string): string {
  return visible(text).replace(/[^\p{L}\p{N}\p{M} ,;.’“”‘…—–()/‹›+%-]|(?<=www)\./giu, (c) => {
    const sign = `&#${c.codePointAt(0)};`
    return c === '.' ? `<!-- -->${sign}` : /[@#:]/.test(c) ? `${sign}<!-- -->` : sign
  })
}

function byWorst(a: FileReport, b: FileReport): number {
  const worst = ({ findings }: FileReport) =>
    findings.map((f) => f.severity).reduce((x, y) => (bySeverity(x, y) <= 0 ? x : y))
  return bySeverity(worst(a), worst(b)) || b.findings.length - a.findings.length
}
