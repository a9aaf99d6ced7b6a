/**
 * The edits of a report as a table to look through, to cut down and to hand to the fixer (`lint --fix --only`): a row an
 * edit, with the hash of its article, so that none is made in a text that has changed. What wants a person (a quotation,
 * a headline, a former name) is counted and left out.
 */
import { guarded, unguarded } from '../exchange/cells.js'
import { readCsv, writeCsv } from '../exchange/csv.js'
import { DataError } from '../glossary/problem.js'
import type { Care } from './edits.js'
import type { Report } from './report.js'

export interface Selected {
  file: string
  line: number
  concept: string
  found: string
  write: string
  /** UTF-16 units into the text without its BOM. */
  offset: number
  /** Of the text, as its article row has it. */
  hash: string
}

const columns = ['file', 'line', 'concept', 'zh', 'found', 'write', 'sentence', 'offset', 'hash'] as const

export interface Selection {
  csv: string
  count: number
  left: Map<Care, number>
}

export function selectionOf({ concepts, articles }: Report): Selection {
  const rows: { article: number; offset: number; cells: string[] }[] = []
  const left = new Map<Care, number>()
  for (const { id, zh, edits, renderings, occurrences } of concepts) {
    const sentences = new Map(occurrences.map((o) => [`${o.article} ${o.offset}`, o.sentence]))
    for (const [article, line, rendering, offset, care] of edits?.places ?? []) {
      if (care !== '') left.set(care, (left.get(care) ?? 0) + 1)
      else {
        const { article: file = '', hash = '' } = articles[article] ?? {}
        const { text: found = '', expected } = renderings[rendering] ?? {}
        const to = expected?.[0] ?? edits?.to ?? ''
        const sentence = sentences.get(`${article} ${offset}`) ?? ''
        const cells = [file, String(line), id, zh, found, to, sentence, String(offset), hash]
        rows.push({ article, offset, cells: cells.map(guarded) })
      }
    }
  }
  rows.sort((a, b) => a.article - b.article || a.offset - b.offset)
  const csv = writeCsv([[...columns], ...rows.map(({ cells }) => cells)], ',', true)
  return { csv, count: rows.length, left }
}

/** Rows that are none are problems, all at once: what is asked for must be clear before a file is touched. */
export function readSelection(path: string, text: string): Selected[] {
  const [head = [], ...rows] = readCsv(path, text.replace(/^\uFEFF/, ''))
  const at = new Map(head.map((name, i) => [name.trim(), i]))
  const missing = ['file', 'line', 'concept', 'found', 'write', 'offset', 'hash'].filter((n) => !at.has(n))
  const problem = (line: number, message: string) => ({ file: path, line, column: 1, message })
  if (missing.length > 0)
    throw new DataError([problem(1, `is no selection of report --fix-selection: no column ${missing[0]}`)])
  const problems: ReturnType<typeof problem>[] = []
  const selected = rows.flatMap((cells, i): Selected[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const cell = (name: (typeof columns)[number]) => unguarded(cells[at.get(name) ?? -1]?.trim() ?? '')
    const [file, concept, found, write, hash] = [
      cell('file'),
      cell('concept'),
      cell('found'),
      cell('write'),
      cell('hash'),
    ]
    const [line, offset] = [Number(cell('line')), /^\d+$/.test(cell('offset')) ? Number(cell('offset')) : -1]
    if ([file, concept, found, write, hash].includes('') || offset < 0) {
      problems.push(problem(i + 2, 'is no edit: a cell of it is empty or no number'))
      return []
    }
    return [{ file, line, concept, found, write, offset, hash }]
  })
  if (problems.length > 0) throw new DataError(problems)
  return selected
}
