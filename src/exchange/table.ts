/**
 * Rows of cells to drafts and back. A table has a header whose words `words.ts` knows, in any order; or it has no
 * header and two columns, Chinese and English in either order. One row may be a term or a whole concept: rows of one
 * id, or of the same Chinese, come together. Every value that is left out is counted, every wrong one is placed.
 */
import { DataError, type Problem } from '../glossary/problem.js'
import { guarded, hasHan, isEmpty, joinCell, splitCell, unguarded } from './cells.js'
import {
  allFacts,
  type Draft,
  type Fact,
  type Facts,
  Losses,
  oneLine,
  type Reading,
  type Status,
  statuses,
} from './draft.js'
import { type Column, columnOf, statusOf } from './words.js'

export function draftsOf(file: string, rows: readonly (readonly string[])[], losses = new Losses()): Reading {
  const { columns, start } = layoutOf(file, rows, losses)
  const problems: Problem[] = []
  const drafts: Draft[] = []
  for (let i = start; i < rows.length; i++) {
    const row = rows[i] as readonly string[]
    if (row.every(isEmpty)) continue
    const say = (column: Column, message: string) =>
      problems.push({ file, line: i + 1, column: columns.indexOf(column) + 1, message })
    const draft = draftOf(row, columns, say)
    if (draft.zh.length === 0 && draft.forms.length === 0)
      losses.add('rows without a term, left out', `row ${i + 1}`)
    else drafts.push(draft)
  }
  if (problems.length > 0) throw new DataError(problems)
  return { drafts, losses }
}

const titles: Partial<Record<Column, string>> = { zh: 'Chinese', en: 'English' }

/** One row for each term; what is said of the concept stands in the row of its preferred term. */
export function rowsOf(drafts: readonly Draft[]): string[][] {
  const said = new Set(drafts.flatMap((d) => [d.facts, ...d.forms.map((f) => f.facts)]).flatMap(Object.keys))
  const facts = allFacts.filter((fact) => said.has(fact))
  const patterns = drafts.some((d) => d.forms.some((f) => f.pattern))
  const columns: Column[] = ['id', 'zh', 'en', 'status', ...(patterns ? ['pattern' as const] : []), ...facts]
  const rows = drafts.flatMap((draft) =>
    draft.forms.map((form) => {
      const own: Facts = form.status === 'preferred' ? draft.facts : form.facts
      const cells: Partial<Record<Column, string>> = {
        id: draft.key,
        zh: joinCell(draft.zh),
        en: joinCell([form.term]),
        status: form.status,
        pattern: form.pattern ? 'yes' : '',
      }
      for (const fact of facts)
        cells[fact] = single.has(fact) ? own[fact]?.join(' ') : joinCell(own[fact] ?? [])
      return columns.map((column) => guarded(cells[column] ?? ''))
    }),
  )
  return [columns.map((column) => titles[column] ?? column), ...rows]
}

/** Texts that are one value, whatever stands in them. */
const single = new Set<Column>(['note', 'why', 'when', 'insert'])

interface Layout {
  columns: (Column | undefined)[]
  /** The first row of terms. */
  start: number
}

function layoutOf(file: string, rows: readonly (readonly string[])[], losses: Losses): Layout {
  for (let i = 0; i < Math.min(rows.length, 10); i++) {
    const columns = (rows[i] as readonly string[]).map((cell) => columnOf(cell))
    // A bare "source" is where a term stands in a file from a translator, where it was found in others.
    if (columns.includes('second') && !columns.includes('first') && columns.includes('source'))
      columns[columns.indexOf('source')] = 'first'
    const terms = columns.filter((c) => c !== undefined && isTerm(c))
    if (terms.length < 1 || columns.filter((c) => c !== undefined).length < 2) continue
    const layout = { columns: turned(file, columns, rows, i + 1), start: i + 1 }
    report(rows, layout, i, losses)
    return layout
  }
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex((cell) => !isEmpty(cell)) + 1), 0)
  const isPair = width === 2 || (width > 2 && rows.every((row) => row.slice(2).every(isLanguage)))
  if (!isPair)
    throw new DataError([
      {
        file,
        line: 1,
        column: 1,
        message:
          width < 2
            ? 'has no two columns'
            : 'has no header that names a column of Chinese and one of English',
      },
    ])
  return { columns: turned(file, ['first', 'second'], rows, 0), start: 0 }
}

function isTerm(column: Column): boolean {
  return ['zh', 'en', 'first', 'second'].includes(column) || (statuses as readonly string[]).includes(column)
}

/** The columns that DeepL allows behind the pair. */
function isLanguage(cell: string): boolean {
  return /^\s*([a-z]{2}([-_][a-z]+)?)?\s*$/i.test(cell)
}

/** Columns called only "source", "term" or "translation" are Chinese or English by what stands in them. */
function turned(
  file: string,
  columns: readonly (Column | undefined)[],
  rows: readonly (readonly string[])[],
  start: number,
): (Column | undefined)[] {
  const result = columns.map((column) => (column === 'first' || column === 'second' ? undefined : column))
  const chinese = (at: number) => rows.slice(start).filter((row) => hasHan(row[at] ?? '')).length
  const open = columns
    .flatMap((column, at) => (column === 'first' || column === 'second' ? [at] : []))
    .sort((a, b) => chinese(b) - chinese(a))
  const [most, least] = [open[0], open.at(-1)]
  const named = (column: 'zh' | 'en') => result.includes(column)
  if (most === undefined || least === undefined || (named('zh') && named('en'))) return result
  if (open.length === 1 && !named('zh') && !named('en')) result[most] = chinese(most) > 0 ? 'zh' : 'en'
  else if (named('en')) result[most] = 'zh'
  else if (named('zh')) result[least] = 'en'
  else {
    if (chinese(most) === chinese(least) && rows.length > start)
      throw new DataError([
        {
          file,
          line: start + 1,
          column: 1,
          message: 'no telling which column is Chinese, name them in a header',
        },
      ])
    result[most] = 'zh'
    result[least] = 'en'
  }
  return result
}

function report(
  rows: readonly (readonly string[])[],
  { columns, start }: Layout,
  header: number,
  losses: Losses,
): void {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  for (let at = 0; at < width; at++) {
    if (columns[at] !== undefined && columns.indexOf(columns[at]) === at) continue
    const filled = rows.slice(start).filter((row) => !isEmpty(row[at])).length
    if (filled > 0)
      losses.add(
        'cells of unknown columns, left out',
        oneLine(rows[header]?.[at] ?? '') || `column ${at + 1}`,
        filled,
      )
  }
}

type Say = (column: Column, message: string) => void

function draftOf(row: readonly string[], columns: readonly (Column | undefined)[], say: Say): Draft {
  const cell = (column: Column) => unguarded((row[columns.indexOf(column)] ?? '').trim())
  const values = (column: Column, enumeration = false) => splitCell(cell(column), enumeration)
  const facts: Facts = {}
  for (const fact of allFacts) {
    const found = single.has(fact) ? [oneLine(cell(fact))].filter((v) => v !== '') : values(fact)
    if (found.length > 0) facts[fact] = found
  }
  const word = oneLine(cell('status'))
  const status = isEmpty(word) ? undefined : statusOf(word)
  if (status === undefined && !isEmpty(word))
    say('status', `unknown status "${word}", known are ${statuses.join(', ')} and other words for them`)
  if (status === 'draft') facts.approved = ['no']
  const own = status === 'draft' ? undefined : status
  const pattern = !isEmpty(cell('pattern'))
  const main = values('en').map((term, i) => ({
    term,
    status: i > 0 && own === 'preferred' ? 'admitted' : own,
    pattern,
  }))
  const lists = statuses.flatMap((listed) =>
    values(listed, listed !== 'preferred').map((term) => ({
      term,
      status: listed as Status,
      pattern: false,
    })),
  )
  const aside = own !== undefined && own !== 'preferred'
  const zh = values('zh')
  const key = cell('id') || undefined
  const forms = [
    ...main.map((form) => ({ ...form, facts: aside ? { ...facts } : {} })),
    ...lists.map((form) => ({ ...form, facts: taken(facts, form.status) })),
  ]
  for (const { status: listed } of lists) for (const fact of meant[listed] ?? []) delete facts[fact]
  return { key, zh, facts: aside && main.length > 0 ? {} : facts, forms }
}

/** In a row that is a whole concept, what is said of the forms in a column of theirs. */
const meant: Partial<Record<Status, Fact[]>> = {
  deprecated: ['why', 'severity', 'case', 'expected'],
  superseded: ['until'],
  attested: ['used-by'],
}

function taken(facts: Facts, status: Status): Facts {
  const picked = (meant[status] ?? []).filter((fact) => facts[fact] !== undefined)
  return Object.fromEntries(picked.map((fact) => [fact, facts[fact]]))
}
