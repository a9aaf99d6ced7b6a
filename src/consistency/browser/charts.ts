/** Occurrences as columns by month and as bars by group, each with what it is counted over. */
interface MonthOf {
  month: string
  parts: Part[]
}

const mostGaps = 240

/** Months without an occurrence stand, too, so that a gap is seen as one. */
function monthChart(months: readonly MonthOf[], shades?: Map<string, string>): HTMLElement {
  const size = ({ parts }: MonthOf) => parts.reduce((sum, { count }) => sum + count, 0)
  const highest = Math.max(...months.map(size))
  const columns = withGaps(months).map((one) => {
    const whole = size(one)
    const column = whole > 0 && bar(one.parts, whole, shades)
    if (column) column.style.height = `${(100 * whole) / highest}%`
    const articles = report.months.find(({ month }) => month === one.month)?.articles ?? 0
    return el(
      'li',
      { title: `${one.month}: ${many(whole, 'occurrence')} in ${many(articles, 'article')} of the month` },
      el('span', { class: 'column' }, column),
      el('small', {}, one.month),
      el('small', {}, `${grouped(whole)} / ${grouped(articles)}`),
    )
  })
  return el(
    'div',
    {},
    el('ol', { class: 'months', tabindex: '0', 'aria-label': 'Occurrences by month' }, ...columns),
    el('p', { class: 'note' }, 'Occurrences / articles of the month.'),
  )
}

function withGaps(months: readonly MonthOf[]): MonthOf[] {
  const there = new Map(months.map((one) => [one.month, one]))
  const number = (month: string) => 12 * Number(month.slice(0, 4)) + Number(month.slice(5)) - 1
  const [first, last] = [number(months[0]?.month ?? ''), number(months.at(-1)?.month ?? '')]
  if (!(last - first < mostGaps)) return [...months]
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const [year, rest] = [Math.floor((first + i) / 12), (first + i) % 12]
    const month = `${year}-${String(rest + 1).padStart(2, '0')}`
    return there.get(month) ?? { month, parts: [] }
  })
}

/** A bar a group, as long as the others: shares are compared, the count stands beside it. */
function groupChart(
  groups: readonly { name: Child; parts: Part[]; note?: string }[],
  shades?: Map<string, string>,
): HTMLElement {
  const lines = groups.map(({ name, parts, note }) => {
    const whole = parts.reduce((sum, { count }) => sum + count, 0)
    return el(
      'li',
      {},
      el('span', {}, name),
      bar(parts, whole, shades),
      el('small', {}, note ?? many(whole, 'occurrence')),
    )
  })
  return el('ol', { class: 'chart' }, ...lines)
}

/** The standing of all occurrences, in the order of the legend. */
function standingParts(standing: Record<string, number>): Part[] {
  return standings.flatMap((label) => {
    const count = standing[label] ?? 0
    return count > 0 ? [{ text: label, label, count }] : []
  })
}

function acceptedIn(parts: readonly Part[]): number | undefined {
  const add = (some: readonly Part[]) => some.reduce((sum, { count }) => sum + count, 0)
  const accepted = parts.filter(({ label }) => /^(preferred|admitted|official)$/.test(label))
  return parts.length === 0 ? undefined : add(accepted) / add(parts)
}
