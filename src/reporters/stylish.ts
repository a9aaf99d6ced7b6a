/**
 * The report for an editor under deadline: the file, then for each problem what stands there and what should, where,
 * and below it the reason. Errors first. Last, how much there is. A clean run says nothing in a pipe.
 */
import { type Block, fold } from './fold.js'
import { color, type Edit, type FileReport, type Paper, type Reporter } from './reporter.js'
import type { Row } from './row.js'
import { counted, summary } from './summary.js'
import { visible, wrap } from './width.js'

export const stylish: Reporter = (reports, paper) => {
  const files = reports
    .filter(({ findings, edits = [] }) => findings.length + edits.length > 0)
    .map((report) => fileOf(report, paper))
  if (files.length > 0) return `${files.join('\n')}\n${summary(reports, paper)}\n`
  return paper.terminal ? `${counted(reports.length, 'file')}, no problems\n` : ''
}

const mostPlaces = 8
/** Two spaces, the longest severity, two spaces. */
const indent = 11
const margin = ' '.repeat(indent)

function fileOf({ path, findings, edits = [] }: FileReport, paper: Paper): string {
  const blocks = paper.all ? findings.map((f) => fold([f])[0] as Block) : fold(findings)
  const shown = blocks.map((b) => blockOf(b, paper)).join('') + edits.map((e) => editOf(e, paper)).join('')
  return `${paper.paint.underline(visible(path))}\n${shown}`
}

function blockOf(block: Block, { paint, width }: Paper): string {
  const label = paint[color[block.severity]](block.severity.padEnd(indent - 4))
  const where = ['', ...[...placesOf(block.findings), ` ${block.rules.join(', ')}`].map(paint.dim)]
  const first = `  ${label}  ${wrap([...said(block, paint), where], width, indent)}\n`
  const notes = block.when === undefined ? block.notes : [...block.notes, block.when]
  return first + notes.map((note) => `${margin}${wrap([words(visible(note))], width, indent)}\n`).join('')
}

/** `主题教育 "theme education" ×8`, `→ "education campaign"`. */
function said({ findings, actual }: Block, paint: Paper['paint']): string[][] {
  const { zh, expected, message } = findings[0] as Row
  if (expected.length === 0)
    return [
      words(
        `${visible(message.replace(/^Unexpected /, ''))}${findings.length > 1 ? ` ×${findings.length}` : ''}`,
      ),
    ]
  const found = [...actual].flatMap(([text, count], i) => {
    const times = count > 1 ? ` ×${count}` : ''
    return words(`"${visible(text)}"${times}${i < actual.size - 1 ? ',' : ''}`)
  })
  const wanted = expected.flatMap((text, i) => [
    i > 0 ? 'or' : '→',
    ...(text === '' ? ['nothing'] : words(`"${visible(text)}"`).map(paint.green)),
  ])
  return [[...(zh === undefined ? [] : [zh]), ...found], wanted]
}

function placesOf(findings: readonly Row[]): string[] {
  const places = findings.map((f) => `${f.line}:${f.column}`)
  return places.length > mostPlaces ? [...places.slice(0, mostPlaces), '…'] : places
}

function editOf({ line, column, from, to }: Edit, { paint, width }: Paper): string {
  const phrases = [
    words(visible(from)),
    ['→', ...words(visible(to)).map(paint.green)],
    ['', paint.dim(`${line}:${column}`)],
  ]
  return `  ${'to fix'.padEnd(indent - 4)}  ${wrap(phrases, width, indent)}\n`
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean)
}
