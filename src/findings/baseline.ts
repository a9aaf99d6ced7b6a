/**
 * The baseline file: findings that a desk knows and lives with for now, an entry a line, tab-separated and sorted, without
 * line numbers. Every line stands by itself, so that two branches merge line by line (git's `merge=union` fits): order and
 * repeats do not matter to the reader. Read strictly: a line that is no entry is a problem with its place.
 */
import type { Problem } from '../glossary/problem.js'
import type { Known } from './compare.js'

export interface Entry extends Known {
  /** Why it stays, who answers for it, and the last day on which it holds. */
  reason?: string
  owner?: string
  until?: string
  /** In the file, from 1. */
  line?: number
}

const columns = ['file', 'rule', 'concept', 'found', 'sentence', 'count', 'reason', 'owner', 'until'] as const
const needed = columns.indexOf('reason')
const header = `# Findings that zhengming knows of: written by "zhengming baseline", thinned by "zhengming baseline --prune".
# ${columns.join('\t')}
`

export function baselineText(entries: readonly Entry[]): string {
  const lines = merged(entries).map((entry) => {
    const cells = columns.map((column) => escaped(String(entry[column] ?? '')))
    while (cells.length > needed && cells.at(-1) === '') cells.pop()
    return cells.join('\t').replace(/^#/, '\\#')
  })
  return `${header}${lines
    .sort()
    .map((line) => `${line}\n`)
    .join('')}`
}

export function readBaseline(text: string, file: string): { entries: Entry[]; problems: Problem[] } {
  const entries: Entry[] = []
  const problems: Problem[] = []
  for (const [i, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line === '' || line.startsWith('#')) continue
    const entry = entryOf(line, i + 1)
    if (typeof entry === 'string') problems.push({ file, line: i + 1, column: 1, message: entry })
    else entries.push(entry)
  }
  return { entries: merged(entries, Math.max), problems }
}

/** The entry, or what is wrong with the line. */
function entryOf(text: string, line: number): Entry | string {
  if (/^(<{7}|={7}|>{7})( |$)/.test(text)) return 'a merge was left open here'
  const cells = text.split('\t').map(unescaped)
  const [file = '', rule = '', concept = '', found = '', sentence = '', count = '', ...more] = cells
  if (cells.length < needed || cells.length > columns.length || file === '' || rule === '')
    return `expected ${columns.slice(0, needed).join(', ')} with tabs between them`
  if (!/^[1-9]\d*$/.test(count)) return `expected a count in column 6, not "${count}"`
  const [reason, owner, until] = more
  if (until && !/^\d{4}-\d{2}-\d{2}$/.test(until)) return `expected a date like 2026-12-31, not "${until}"`
  return {
    ...{ file, rule, concept, found, sentence, count: Number(count), line },
    ...(reason && { reason }),
    ...(owner && { owner }),
    ...(until && { until }),
  }
}

/** One entry for each finding and what is said of it; a merge of two branches may have written it twice. */
function merged(entries: readonly Entry[], join = (a: number, b: number) => a + b): Entry[] {
  const byKey = new Map<string, Entry>()
  for (const entry of entries) {
    const key = columns.map((column) => (column === 'count' ? '' : entry[column])).join('\t')
    const same = byKey.get(key)
    if (same) same.count = join(same.count, entry.count)
    else byKey.set(key, { ...entry })
  }
  return [...byKey.values()]
}

const signs: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const meant: Record<string, string> = { t: '\t', n: '\n', r: '\r' }

function escaped(cell: string): string {
  return cell.replace(/[\\\t\n\r]/g, (sign) => signs[sign] ?? sign)
}

function unescaped(cell: string): string {
  return cell.replace(/\\(.)/g, (_, sign: string) => meant[sign] ?? sign)
}
