/**
 * The baseline file: findings that a desk knows and lives with for now, without line numbers. A line holds what is known
 * of one sentence of an article: file, hash of the sentence, what was found there. What was found is written out once, in
 * lines that begin with `=`, because an archive says the same wrong thing a thousand times. Lines are sorted and stand by
 * themselves: order and repeats do not matter to the reader, so that git merges branches line by line (`merge=union`).
 */
import type { Problem } from '../glossary/problem.js'
import type { Known } from './compare.js'
import type { What } from './fingerprint.js'

export interface Entry extends Known {
  /** Undefined where a merge lost it: it is matched all the same, but nobody can say what it was. */
  finding: What | undefined
  /** Why it stays, who answers for it, and the last day on which it holds. */
  reason?: string
  owner?: string
  until?: string
  /** In the file, from 1. */
  line?: number
}

const header = `# Findings that zhengming knows of: written by "zhengming baseline", thinned by "zhengming baseline --prune".
# =what	rule	concept	found
# file	sentence	what was found, by its =	reason	owner	until
`

export function baselineText(entries: readonly Entry[]): string {
  const legend = new Set<string>()
  const lines = new Map<string, string[]>()
  for (const entry of entries) {
    const { file, sentence, what, count, finding, reason, owner, until } = entry
    if (finding) legend.add(row(`=${what}`, finding.rule, finding.concept, finding.found))
    const key = JSON.stringify([file, sentence, reason, owner, until])
    const known = lines.get(key) ?? []
    for (let i = 0; i < count; i++) known.push(what)
    lines.set(key, known)
  }
  const rows = [...lines].map(([key, known]) => {
    const [file, sentence, reason, owner, until] = JSON.parse(key) as string[]
    const line = row(file, sentence, known.sort().join(' '), reason, owner, until)
    return line.replace(/\t+$/, '').replace(/^[#=]/, '\\$&')
  })
  return header + [...[...legend].sort(), ...rows.sort()].map((line) => `${line}\n`).join('')
}

export function readBaseline(text: string, file: string): { entries: Entry[]; problems: Problem[] } {
  const legend = new Map<string, What>()
  const entries = new Map<string, Entry>()
  const problems: Problem[] = []
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  for (const [i, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue
    const cells = line.split('\t').map(unescaped)
    const wrong = wrongIn(line, cells)
    if (wrong) problems.push({ file, line: i + 1, column: 1, message: wrong })
    else if (line.startsWith('=')) {
      const [what = '', rule = '', concept = '', found = ''] = cells
      legend.set(what.slice(1), { rule, concept, found })
    } else for (const [key, entry] of entriesOf(cells, i + 1)) keepMore(entries, key, entry)
  }
  for (const entry of entries.values()) entry.finding = legend.get(entry.what)
  return { entries: [...entries.values()], problems }
}

function wrongIn(line: string, cells: readonly string[]): string | undefined {
  if (/^(<{7}|={7}|>{7})( |$)/.test(line)) return 'a merge was left open here'
  if (line.startsWith('='))
    return cells.length === 4 && /^=\w+$/.test(cells[0] ?? '')
      ? undefined
      : 'expected =what, rule, concept, found with tabs between them'
  const [file, , known = '', , , until] = cells
  if (cells.length < 3 || cells.length > 6 || !file || !/^\w+( \w+)*$/.test(known))
    return 'expected file, sentence, what was found with tabs between them'
  if (until && !/^\d{4}-\d{2}-\d{2}$/.test(until)) return `expected a date like 2026-12-31, not "${until}"`
  return undefined
}

function entriesOf(cells: readonly string[], line: number): Map<string, Entry> {
  const [file = '', sentence = '', known = '', reason, owner, until] = cells
  const said = { ...(reason && { reason }), ...(owner && { owner }), ...(until && { until }) }
  const entries = new Map<string, Entry>()
  for (const what of known.split(' ')) {
    const key = JSON.stringify([file, sentence, what, reason, owner, until])
    const count = (entries.get(key)?.count ?? 0) + 1
    entries.set(key, { file, sentence, what, count, finding: undefined, ...said, line })
  }
  return entries
}

/** A merge of two branches may have written it twice. */
function keepMore(entries: Map<string, Entry>, key: string, entry: Entry): void {
  const same = entries.get(key)
  if (same === undefined || same.count < entry.count) entries.set(key, entry)
}

function row(...cells: (string | null | undefined)[]): string {
  return cells.map((cell) => escaped(cell ?? '')).join('\t')
}

const signs: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }
const meant: Record<string, string> = { t: '\t', n: '\n', r: '\r' }

function escaped(cell: string): string {
  return cell.replace(/[\\\t\n\r]/g, (sign) => signs[sign] ?? sign)
}

function unescaped(cell: string): string {
  return cell.replace(/\\(.)/g, (_, sign: string) => meant[sign] ?? sign)
}
