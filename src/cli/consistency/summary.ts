/** What a report says on the terminal: its size, the concepts that waver most, and where the files are. */
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
