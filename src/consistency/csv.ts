/** The report as CSV, a row for each rendering, for spreadsheets: guarded against formulas, with a BOM for the Chinese. */
import { guarded } from '../exchange/cells.js'
import { writeCsv } from '../exchange/csv.js'
import type { ConceptReport } from './concept.js'
import type { Report } from './report.js'

const header = [
  'concept',
  'zh',
  'preferred',
  'rendering',
  'counts as',
  'label',
  'used by',
  'occurrences',
  'articles',
  'share',
  'concept occurrences',
  'concept articles',
  'preferred share',
  'preferred low',
  'preferred high',
  'accepted share',
  'dominance',
  'dominance low',
  'dominance high',
  'HHI',
  'effective renderings',
  'pairwise agreement',
  'agreement in articles',
  'agreement between articles',
  'first rendering',
  'purity',
  'edits',
]

export function csvOf({ concepts, labels }: Report): string {
  const names = labels === 'judging' ? header : header.map((name) => name.replace(/^accepted/, 'official'))
  return writeCsv([names, ...concepts.flatMap(rowsOf)], ',', true)
}

function rowsOf(concept: ConceptReport): string[][] {
  const { id, zh, preferred, folded, adherence, dominance, edits } = concept
  const own = [adherence?.preferred.interval, dominance?.interval]
  const measures = [
    folded?.occurrences,
    folded?.articles,
    adherence?.preferred.share,
    own[0]?.[0],
    own[0]?.[1],
    adherence?.accepted.share,
    dominance?.share,
    own[1]?.[0],
    own[1]?.[1],
    folded?.hhi,
    folded?.effective,
    folded?.pairwise,
    folded?.within,
    folded?.between,
    folded?.first,
    folded?.purity,
    edits?.count,
  ].map(number)
  return concept.renderings
    .filter(({ count }) => count > 0)
    .map(({ text, folded: as, label, usage, count, articles, share }) => [
      ...[id, zh, preferred, text, as, label, usage].map(guarded),
      ...[count, articles, share].map(number),
      ...measures,
    ])
}

/** Six digits: more would pretend. */
function number(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(6)))
}
