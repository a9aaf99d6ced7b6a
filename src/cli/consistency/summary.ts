/** What a report says on the terminal: its size, the concepts that waver most, and where the files are. */
import type { Care } from '../../consistency/edits.js'
import { shortZh } from '../../consistency/labels.js'
import type { Report } from '../../consistency/report.js'
import { counted } from '../../reporters/summary.js'
import { visible } from '../../reporters/width.js'

const shown = 5

export function summary({ totals, concepts, labels }: Report, files: readonly string[]): string {
  const { articles, copies, occurrences, wavering, edits } = totals
  const measured = concepts.filter(({ folded }) => folded).length
  const copied = copies > 0 ? ` (${counted(copies, 'near copy', 'near copies')} left out)` : ''
  const lines = [
    `${counted(articles, 'article')}${copied}, ${counted(measured, 'concept')}, ${counted(occurrences, 'occurrence')}`,
  ]
  if (wavering > 0) {
    const few = edits === undefined ? '' : `; ${counted(edits, 'edit')} would make all uniform`
    lines.push(`${counted(wavering, 'concept has', 'concepts have')} more than one rendering${few}`)
    const most = concepts.filter(({ classes }) => classes.length > 1).slice(0, shown)
    for (const { zh, preferred, classes } of most) {
      const said = classes
        .slice(0, 4)
        .map(({ text, count, label }) => `"${visible(text)}" ×${count} ${label}`)
      lines.push(`  ${shortZh(zh) || preferred}  ${said.join(', ')}${classes.length > 4 ? ' …' : ''}`)
    }
  } else if (measured > 0)
    lines.push(`Every concept has one ${labels === 'judging' ? 'folded ' : ''}rendering throughout`)
  lines.push(`Wrote ${files.join(', ')}`)
  return `${lines.join('\n')}\n`
}

/** What the selection holds, what it leaves to a person, and how it is applied. */
export function selectionSummary(
  file: string,
  count: number,
  left: ReadonlyMap<Care, number>,
  copies: number,
  flags: { house?: string; config?: string },
): string {
  const said = (['quoted', 'headline', 'former', 'choice'] as const).flatMap((care) => {
    const n = left.get(care) ?? 0
    return n === 0 ? [] : [counted(n, ...names[care])]
  })
  const person = said.length === 0 ? '' : `; left to a person: ${said.join(', ')}`
  const rest =
    copies === 0
      ? person
      : `${person}; without ${counted(copies, 'near copy', 'near copies')} (--keep-copies)`
  const same = (['house', 'config'] as const).flatMap((name) =>
    flags[name] ? ` --${name} ${flags[name]}` : [],
  )
  const how = count === 0 ? '' : `; zhengming lint --fix --only ${file}${same.join('')} makes them`
  return `Wrote ${file}: ${counted(count, 'edit')}${rest}${how}\n`
}

const names: Record<Exclude<Care, ''>, [string, string]> = {
  quoted: ['quotation', 'quotations'],
  headline: ['headline', 'headlines'],
  former: ['former name', 'former names'],
  choice: ['choice between forms', 'choices between forms'],
}
