/**
 * The formats of exchange by name: how bytes become drafts and drafts bytes. Each is loaded when it is asked for, so
 * that nobody waits for a workbook's library who has a table of text.
 */

import { type Draft, Losses, type Reading } from './draft.js'
import { spellings } from './spellings.js'

export const readable = ['xlsx', 'csv', 'tsv', 'tbx'] as const
export const writable = ['xlsx', 'csv', 'tsv', 'deepl', 'tbx', 'tbx-dct'] as const
export type Readable = (typeof readable)[number]
export type Writable = (typeof writable)[number]

/** By its first bytes, else by the ending of its name. */
export function formatOf(file: string, bytes: Uint8Array): Readable {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'xlsx'
  const start = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 200))
    .replace(/^[\xef\xbb\xbf\xff\xfe\s\0]+/, '')
  if (/\.(tbx|xml|mtf)$/i.test(file) || /^<(\0?)[?!a-z]/i.test(start)) return 'tbx'
  return /\.xlsx$/i.test(file) ? 'xlsx' : 'csv'
}

export async function read(
  file: string,
  bytes: Uint8Array,
  format = formatOf(file, bytes),
): Promise<Reading> {
  const { textOf } = await import('./encoding.js')
  if (format === 'tbx') return (await import('./tbx-read.js')).readTbx(file, textOf(file, bytes))
  const { draftsOf } = await import('./table.js')
  const losses = new Losses()
  const rows =
    format === 'xlsx'
      ? await (await import('./xlsx.js')).readXlsx(file, bytes, losses)
      : (await import('./csv.js')).readCsv(file, textOf(file, bytes))
  return draftsOf(file, rows, losses)
}

export async function write(
  drafts: readonly Draft[],
  format: Writable,
  losses: Losses,
): Promise<string | Uint8Array> {
  if (format === 'tbx' || format === 'tbx-dct')
    return (await import('./tbx-write.js')).writeTbx(drafts, format === 'tbx' ? 'dca' : 'dct', losses)
  if (format === 'deepl') return (await import('./csv.js')).writeCsv(pairs(drafts, losses), ',', false)
  const rows = (await import('./table.js')).rowsOf(drafts)
  if (format === 'xlsx') return (await import('./xlsx.js')).writeXlsx(rows, widths(rows))
  return (await import('./csv.js')).writeCsv(rows, format === 'csv' ? ',' : '\t', true)
}

/** Two columns without a header, each Chinese once: what DeepL takes as a glossary. */
function pairs(drafts: readonly Draft[], losses: Losses): string[][] {
  const seen = new Map<string, string>()
  for (const { key, zh, facts, forms } of drafts) {
    const head = forms.find(({ status }) => status === 'preferred')
    for (const { term, status } of forms)
      if (status !== 'preferred') losses.add('forms besides the preferred one, not held by two columns', term)
    for (const fact of Object.keys(facts))
      if (fact !== 'kind')
        losses.add('notes, sources and other facts, not held by two columns', `${fact} of ${key}`)
    const [english] = head === undefined ? [] : head.pattern ? (spellings(head.term) ?? []) : [head.term]
    if (english === undefined)
      losses.add('preferred forms that are patterns, left out', head?.term ?? key ?? '')
    else if (facts.approved) losses.add('drafts that are not approved, left out', english)
    else for (const chinese of zh) pair(chinese, english)
  }
  return [...seen]

  function pair(chinese: string, english: string): void {
    const before = seen.get(chinese)
    if (before !== undefined && before !== english)
      losses.add('Chinese with two renderings, the first kept', `${chinese}: ${before}, ${english}`)
    else if (/^['=+\-@]/.test(chinese) || /^['=+\-@]/.test(english))
      losses.add('terms that a spreadsheet takes for a formula, left out', english)
    else seen.set(chinese, english)
  }
}

/** For people: wide enough to read, never wider than a third of a screen. */
function widths(rows: readonly (readonly string[])[]): number[] {
  return (rows[0] ?? []).map((_, at) => {
    const longest = rows.slice(0, 500).reduce((most, row) => Math.max(most, width(row[at] ?? '')), 0)
    return Math.min(Math.max(longest + 2, 8), 60)
  })
}

function width(text: string): number {
  return text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0)
}
