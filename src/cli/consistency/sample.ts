/**
 * Rows for hand coding, as CSV with two empty columns: drawn by hash, so that the same corpus gives the same sample. Where
 * nothing is judged, the status says who writes a form.
 */
import { type Labels, labelOf } from '../../consistency/labels.js'
import { lowest } from '../../consistency/lowest.js'
import type { FactRow, TermRow } from '../../consistency/rows.js'
import { hashOf } from '../../consistency/sketch.js'
import { guarded } from '../../exchange/cells.js'
import { writeCsv } from '../../exchange/csv.js'

const columns = [
  'concept',
  'zh',
  'preferred',
  'rendering',
  'status',
  'article',
  'line',
  'date',
  'group',
  'sentence',
] as const

export function sampler(most: number, labels: Labels): { add(row: FactRow): void; csv(): string } {
  const kept = lowest<TermRow>(most)
  return {
    add(row) {
      if (most > 0 && row.row === 'term')
        kept.add(hashOf(`sample\n${row.article}\n${row.offset}\n${row.concept}`), row)
    },
    csv() {
      const rows = kept.all().map((row) => {
        const status = labels === 'describing' ? labelOf(row, labels) : row.status
        return [...columns.map((name) => guarded(String(name === 'status' ? status : row[name]))), '', '']
      })
      return writeCsv([[...columns, 'code', 'comment'], ...rows], ',', true)
    },
  }
}
