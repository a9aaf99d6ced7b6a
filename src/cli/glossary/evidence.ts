/**
 * `zhengming glossary evidence [files]`: what the shipped glossary, or these files of one's own, rest on: by field the forms
 * and the sources, by year the kinds of source, and last the entries with the least behind them. `--format json` prints it whole.
 */
import { basename, resolve } from 'node:path'
import shipped from '#shipped'
import { entriesAlone, entriesOf } from '../../config/layers.js'
import {
  type Evidence,
  evidenceOf,
  type FieldEvidence,
  statuses,
  type WeakEntry,
} from '../../glossary/evidence.js'
import { kindsOfSource, unknownKind } from '../../glossary/publishers.js'
import { columns, wrap } from '../../reporters/width.js'
import { shortPath } from '../short-path.js'
import { glossaryFile } from './files.js'
import { textOrJson } from './here.js'

export async function evidence(paths: readonly string[], { format }: { format: string }): Promise<number> {
  const asJson = textOrJson(format)
  const own = paths.map((path) => resolve(path))
  const concepts = own.length > 0 ? entriesAlone(own.map(glossaryFile), shipped) : entriesOf([])
  const result = evidenceOf(
    concepts.map(({ concept, locate }) => {
      const { file } = locate([])
      return { concept, field: own.includes(file) ? shortPath(file) : basename(file, '.yaml') }
    }),
  )
  process.stdout.write(asJson ? `${JSON.stringify(result, null, 2)}\n` : textOf(result))
  return 0
}

/** A report reads the same in every terminal. */
const pageWidth = 120
const kinds = [...kindsOfSource, unknownKind]

function textOf({ fields, total, years, weak }: Evidence): string {
  const rows = [...fields, total]
  const seen = kinds.filter(({ short }) => (total.byKind[short] ?? 0) > 0)
  const shorts = seen.map(({ short }) => short)
  const ofKinds = (byKind: Record<string, number>) => shorts.map((short) => byKind[short] ?? 0)
  return [
    'Concepts and forms by field (zh: Chinese forms; a pattern counts as one form)',
    table(
      ['field', 'concepts', 'zh', ...statuses.map((s) => (s === 'deprecated' ? 'refused' : s))],
      rows.map((r) => [r.field, r.concepts, r.zh, ...statuses.map((s) => r.forms[s])]),
    ),
    'Sources by field and kind',
    table(
      ['field', 'sources', ...shorts],
      rows.map((r: FieldEvidence) => [r.field, r.sources, ...ofKinds(r.byKind)]),
    ),
    ...seen.map(({ short, name }) => `  ${short.padEnd(12)}${name}`),
    '',
    'Sources by year and kind',
    table(
      ['year', 'sources', ...shorts],
      years.map((y) => [y.year, y.sources, ...ofKinds(y.byKind)]),
    ),
    ...listed('Entries without a source', weak.without),
    ...listed(
      'Entries whose only sources repeat others, or are not in the table of publishers',
      weak.secondHand,
    ),
    ...byDocument('Entries that name a document but give no address', weak.noAddress),
  ].join('\n')
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const all = [head, ...rows].map((row) => row.map(String))
  const widths = head.map((_, i) => Math.max(...all.map((row) => columns(row[i] as string))))
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => {
        const gap = ' '.repeat((widths[i] as number) - columns(cell))
        return i === 0 ? cell + gap : gap + cell
      })
      .join('  ')
      .trimEnd()
  return `${all.map((row) => `  ${line(row)}`).join('\n')}\n`
}

function listed(title: string, entries: readonly WeakEntry[]): string[] {
  const lines = entries.flatMap(({ field, concept, preferred, sources }) => [
    `  ${field}: ${concept} (${preferred})`,
    ...sources.map((source) => `    ${source}`),
  ])
  return [`${title}: ${entries.length}`, ...lines, '']
}

/** They are many and their documents few: a document, then its entries. */
function byDocument(title: string, entries: readonly WeakEntry[]): string[] {
  const documents = new Map<string, string[]>()
  for (const { concept, sources } of entries) {
    const key = sources.join('; ')
    documents.set(key, [...(documents.get(key) ?? []), concept])
  }
  const lines = [...documents]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .flatMap(([document, concepts]) => [
      `  ${document}: ${concepts.length}`,
      `    ${wrap([concepts.join(', ').split(' ')], pageWidth, 4)}`,
    ])
  return [`${title}: ${entries.length}`, ...lines, '']
}
