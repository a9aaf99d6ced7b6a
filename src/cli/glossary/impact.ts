/**
 * `zhengming glossary impact [paths] --to FILE`: what a change of glossary would change in the findings over a corpus.
 * Each side is the glossary in force, `shipped`, or files on top of the shipped one in place of those that the config
 * names; house, rules and decisions of the config hold for both. Looks and changes nothing.
 */
import { layeredData } from '../../config/layers.js'
import type { Project } from '../../config/project.js'
import { type Impact, type ImpactRow, impactBooks } from '../../glossary/impact.js'
import { color, type Paper } from '../../reporters/reporter.js'
import { counted } from '../../reporters/summary.js'
import { visible, wrap } from '../../reporters/width.js'
import { createSession, type Session } from '../../session.js'
import { articlesOf, corpusRun } from '../corpus.js'
import { UsageError } from '../fail.js'
import { overlayOf } from '../flags.js'
import { paperFor } from '../terminal.js'
import { glossaryFiles } from './files.js'
import { configAt, type HereFlags, textOrJson } from './here.js'

export interface ImpactFlags extends HereFlags {
  from?: string[]
  to?: string[]
  house?: string
  info?: boolean
  format: string
  color?: boolean
}

export async function impact(paths: readonly string[], flags: ImpactFlags): Promise<number> {
  const json = textOrJson(flags.format)
  if (!flags.from && !flags.to) throw new UsageError('name the glossary to compare with: --to terms.yaml')
  const [before, after] = [await side(flags.from), await side(flags.to)]
  const run = corpusRun(configAt(flags.config), await overlayOf({ ...flags, format: ['stylish'] }))
  const books = impactBooks()
  for await (const { path, project, article } of articlesOf(paths, run)) {
    const { findings: old } = await (await before(project)).lint(article)
    const { findings: fresh } = await (await after(project)).lint(article)
    books.add(path, old, fresh)
  }
  const result = books.result()
  process.stdout.write(
    json ? `${JSON.stringify(result, null, 2)}\n` : impactText(result, paperFor(process.stdout, flags)),
  )
  return run.failed ? 2 : 0
}

/** The session in which one side is linted. */
async function side(names: readonly string[] | undefined): Promise<(project: Project) => Promise<Session>> {
  if (names === undefined) return ({ session }) => session()
  const { default: shipped } = await import('#shipped')
  const files = names.filter((name) => name !== 'shipped').flatMap(glossaryFiles)
  const session = await createSession({ data: files.length > 0 ? layeredData(shipped, files) : shipped })
  return async () => session
}

const mostPlaces = 4
const indent = 11

/** `most`: rows of each part. */
export function impactText(result: Impact, paper: Paper, most = Number.POSITIVE_INFINITY): string {
  const parts = (['gained', 'lost', 'changed'] as const).filter((part) => result[part].length > 0)
  const blocks = parts.map((part) => {
    const rows = result[part].slice(0, most).map((row) => rowText(row, paper))
    const more = result[part].length - rows.length
    return `${paper.paint.bold(titles[part])}\n${rows.join('')}${more > 0 ? `  and ${more} more\n` : ''}\n`
  })
  const [gained, lost, changed] = [result.gained, result.lost, result.changed].map(sum)
  const total = `${counted(gained ?? 0, 'finding')} gained, ${lost} lost, ${changed} with another expectation`
  return `${blocks.join('')}${counted(result.files, 'file')}: ${total}\n`
}

const titles = { gained: 'Gained', lost: 'Lost', changed: 'Changed: the same place, another expectation' }

function sum(rows: readonly ImpactRow[]): number {
  return rows.reduce((all, { count }) => all + count, 0)
}

/** `warning  主题教育 "theme education" → "education campaign" ×8  term/deprecated`, and below it where. */
function rowText(row: ImpactRow, { paint, width }: Paper): string {
  const quoted = (list: readonly string[], tint: (text: string) => string) =>
    list.flatMap((text, i) => [...(i > 0 ? ['or'] : []), ...`"${visible(text)}"`.split(' ').map(tint)])
  const phrases = [
    [
      ...(row.zh ? [row.zh] : []),
      ...`"${visible(row.found)}"`.split(' '),
      ...(row.count > 1 ? [`×${row.count}`] : []),
    ],
    ...(row.before ? [['was', '→', ...quoted(row.before.expected, paint.red)]] : []),
    ...(row.expected.length > 0
      ? [[...(row.before ? ['now'] : []), '→', ...quoted(row.expected, paint.green)]]
      : []),
    ['', paint.dim(row.rule)],
  ]
  const places = row.places
    .slice(0, mostPlaces)
    .map(({ file, line, column }) => [`${visible(file)}:${line}:${column}`])
  if (row.places.length > mostPlaces) places.push(['and', `${row.places.length - mostPlaces}`, 'more'])
  const label = paint[color[row.severity]](row.severity.padEnd(indent - 4))
  const below = `${' '.repeat(indent)}${paint.dim(wrap(places, width, indent))}\n`
  return `  ${label}  ${wrap(phrases, width, indent)}\n${below}`
}
