/**
 * The report for an editor under deadline: the file, then for each problem one line with what stands there and what
 * should, where, and one line with the reason. Errors first. Last, how much there is. A clean run says nothing in
 * a pipe.
 */
import type { Finding } from '../findings/finding.js'
import type { Severity } from '../glossary/compiled.js'
import { type Block, fold } from './fold.js'
import type { FileReport, Paper, Reporter } from './reporter.js'
import { visible, wrap } from './width.js'

export const stylish: Reporter = (reports, paper) => {
  const files = reports.filter((r) => r.findings.length > 0).map((r) => fileOf(r, paper))
  if (files.length > 0) return `${files.join('\n')}\n${summary(reports, paper)}\n`
  return paper.terminal ? `${counted(reports.length, 'file')}, no problems\n` : ''
}

const mostPlaces = 8
/** Two spaces, the longest severity, two spaces. */
const indent = 11

function fileOf({ path, findings }: FileReport, paper: Paper): string {
  const blocks = paper.all ? findings.map((f) => fold([f])[0] as Block) : fold(findings)
  return `${paper.paint.underline(visible(path))}\n${blocks.map((b) => blockOf(b, paper)).join('')}`
}

function blockOf(block: Block, paper: Paper): string {
  const { paint, width } = paper
  const label = severities[block.severity]
  const lead = `  ${paint[label.color](block.severity.padEnd(indent - 4))}  `
  const where = placesOf(block.findings).map(paint.dim)
  const rules = block.rules.map(paint.dim)
  const lines = [lead + wrap([...said(block, paper), ...where, ...rules], width, indent)]
  for (const note of block.notes) lines.push(' '.repeat(indent) + wrap(words(note), width, indent))
  return `${lines.join('\n')}\n`
}

const severities = { error: { color: 'red' }, warning: { color: 'yellow' }, info: { color: 'blue' } } as const

/** `主题教育 "theme education" ×8 → "education campaign"`, in words that may wrap. */
function said({ findings, actual }: Block, { paint }: Paper): string[] {
  const { zh, expected, reason } = findings[0] as Finding
  if (expected.length === 0) return [...words(reason), ...times(findings.length)]
  const found = [...actual].flatMap(([text, count], i) => [
    ...quoted(text, (word) => word, i < actual.size - 1 && count === 1 ? ',' : ''),
    ...times(count, i < actual.size - 1 ? ',' : ''),
  ])
  const wanted = expected.flatMap((text, i) => [
    ...(i > 0 ? ['or'] : []),
    ...(text === '' ? ['nothing'] : quoted(text, paint.green)),
  ])
  return [...(zh === undefined ? [] : [zh]), ...found, '→', ...wanted]
}

function quoted(text: string, paint: (word: string) => string, behind = ''): string[] {
  return words(`"${visible(text)}"${behind}`).map(paint)
}

function times(count: number, behind = ''): string[] {
  return count > 1 ? [`×${count}${behind}`] : []
}

function placesOf(findings: readonly Finding[]): string[] {
  const places = findings.map((f) => `${f.line}:${f.column}`)
  return places.length > mostPlaces ? [...places.slice(0, mostPlaces), '…'] : places
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}

/** `5 files, 41 problems: 12 errors, 29 warnings; 7 can be fixed with --fix` */
function summary(reports: readonly FileReport[], { paint }: Paper): string {
  const all = reports.flatMap((r) => r.findings)
  const kinds = (['error', 'warning', 'info'] as const)
    .map((severity: Severity) => ({ severity, count: all.filter((f) => f.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => paint[severities[severity].color](counted(count, severity)))
  const fixable = all.filter((f) => f.fix?.class === 'safe').length
  const fix = fixable > 0 ? `; ${fixable} can be fixed with --fix` : ''
  return `${counted(reports.length, 'file')}, ${counted(all.length, 'problem')}: ${kinds.join(', ')}${fix}`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
