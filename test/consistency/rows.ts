/** Rows as an article yields them, with only what a test speaks of. */
import { gatherer } from '../../src/consistency/gather.js'
import { type Report, type ReportOptions, reportOf } from '../../src/consistency/report.js'
import type { ArticleRow, FactRow, TermRow } from '../../src/consistency/rows.js'

const preferred = 'Harbour Office'

/** Rendering → status; what is not named is refused. */
const standing: Record<string, [TermRow['status'], string]> = {
  'Harbour Office': ['preferred', preferred],
  HO: ['admitted', preferred],
  'Port Office': ['admitted', 'Port Office'],
  'Dock Bureau': ['superseded', 'dock bureau'],
}

export function article(name: string, group: string, date: string, ...renderings: string[]): FactRow[] {
  const row: ArticleRow = {
    row: 'article',
    article: name,
    group,
    date,
    words: 200,
    hash: name,
    sketch: name.padEnd(512, '.'),
    findings: {},
  }
  return [row, ...renderings.map((rendering, i) => term(rendering, i, row))]
}

function term(rendering: string, i: number, { article, group, date }: ArticleRow): TermRow {
  const [status, folded] = standing[rendering] ?? ['deprecated', rendering.toLowerCase()]
  return {
    row: 'term',
    concept: 'harbour-office',
    zh: '港务处',
    preferred,
    vary: false,
    rendering,
    status,
    usage: '',
    class: folded,
    article,
    offset: 100 * i,
    line: i + 1,
    sentence: `The ${rendering} said so.`,
    at: 4,
    date,
    group,
    headline: false,
    quotation: 'none',
    listed: true,
    ambiguous: false,
    until: status === 'superseded' ? '2018-03' : '',
  }
}

export function folded(rows: readonly FactRow[], options: Partial<ReportOptions> = {}): Report {
  const gathered = gatherer()
  for (const row of rows) gathered.add(row)
  return reportOf(gathered.result(), {
    labels: 'judging',
    keepCopies: false,
    hash: (text) => text,
    made: '2024-01-01',
    command: 'zhengming report',
    ...options,
  })
}
