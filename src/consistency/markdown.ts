/** The report as Markdown, to read in a pull request or a mail: what wavers, how, and what to edit. */
import type { ConceptReport } from './concept.js'
import { shortZh } from './labels.js'
import { sum } from './measures.js'
import type { Tally } from './quality.js'
import type { Report } from './report.js'
import type { Standing } from './standing.js'

const mostConcepts = 40
const mostEdits = 20
const mostGroups = 30

export function markdownOf(report: Report): string {
  const { totals, concepts, quality, head } = report
  const wavering = concepts.filter(({ classes }) => classes.length > 1)
  const parts = [
    '# Consistency',
    overview(report),
    concepts.length > 0 ? `## Concepts\n\n${conceptTable(report)}` : '',
    rest(concepts.length),
    ...wavering.slice(0, mostConcepts).map((one) => section(one, report)),
    report.compared ? comparison(report) : '',
    quality && totals.words > 0 ? '## Quality' : '',
    quality ? tallies('Family', quality.families) : '',
    quality ? tallies('Group', quality.groups.slice(0, 20)) : '',
    quality ? tallies('Worst articles', quality.worst) : '',
    proposals(report),
    groups(report),
    months(report),
    `## How to make this again\n\n${head.commands.map((one) => `    ${one.replace(/[\r\n]+/g, ' ')}`).join('\n')}\n\nzhengming ${head.versions.join(', ')}; glossary ${head.glossaries.join(', ')}; house ${head.houses.map(cell).join(', ')}; corpus ${head.corpus}; made ${head.made}.`,
  ]
  return `${parts.filter(Boolean).join('\n\n')}\n`
}

function overview({ totals, labels }: Report): string {
  const { articles, copies, dated, words, occurrences, wavering, edits, adherence } = totals
  const lines = [
    `${many(articles, 'article')} (${many(copies, 'near copy', 'near copies')} left out, ${dated} with a date), ${many(words, 'word')}, ${many(occurrences, 'measured occurrence')}.`,
  ]
  if (adherence)
    lines.push(
      `${percent(adherence.preferred)} in the preferred form, its short forms or acronyms; ${percent(adherence.accepted)} ${acceptedAs(labels)}.`,
    )
  lines.push(
    `${many(wavering, 'concept has', 'concepts have')} more than one rendering${edits === undefined ? '' : `; ${many(edits, 'edit')} would make all uniform`}.`,
  )
  return lines.join('\n')
}

function rest(count: number): string {
  return count > mostConcepts ? `And ${count - mostConcepts} more, in the JSON and the CSV.` : ''
}

function conceptTable({ concepts, labels }: Report): string {
  const accepted = labels === 'judging' ? 'Accepted' : 'Official'
  const header = [
    'Concept',
    'Occurrences',
    'Articles',
    'Renderings',
    'Effective',
    accepted,
    'Dominance (95 %)',
  ]
  if (labels === 'judging') header.push('Edits')
  return table(header, concepts.slice(0, mostConcepts).map(conceptRow))
}

/** Preferred and admitted forms are called official where nothing is judged. */
function acceptedAs(labels: Report['labels']): string {
  return labels === 'judging' ? 'accepted' : 'official'
}

function conceptRow({
  zh,
  preferred,
  folded,
  classes,
  adherence,
  dominance,
  edits,
}: ConceptReport): string[] {
  return [
    `${cell(shortZh(zh))} ${cell(preferred)}`,
    String(folded?.occurrences ?? 0),
    String(folded?.articles ?? 0),
    String(classes.length),
    folded ? folded.effective.toFixed(2) : '',
    adherence ? percent(adherence.accepted.share) : '',
    dominance
      ? `${percent(dominance.share)}${dominance.interval ? ` (${dominance.interval.map(percent).join('–')})` : ''}`
      : '',
    ...(edits ? [String(edits.count)] : []),
  ]
}

function section(one: ConceptReport, { articles }: Report): string {
  const { zh, preferred, renderings, edits, split, course } = one
  const rows = renderings
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ text, label, folded, count, share, articles }) => [
      cell(text),
      label,
      folded === text ? '' : cell(folded),
      String(count),
      share === undefined ? 'not measured' : percent(share),
      String(articles),
    ])
  const lines = [
    `### ${cell(shortZh(zh))} ${cell(preferred)}`,
    table(['Rendering', 'Standing', 'Counts as', 'Occurrences', 'Share', 'Articles'], rows),
  ]
  if (split && split.articles + split.between + split.groups > 0)
    lines.push(
      `Of the waver ${percent(split.articles)} is inside articles, ${percent(split.between)} between the articles of a group, ${percent(split.groups)} between groups.`,
    )
  if (course.change)
    lines.push(
      `From ${course.change.month} on "${cell(course.change.to)}", before that "${cell(course.change.from)}".`,
    )
  for (const { text, until, date, article, line } of course.late.slice(0, mostEdits))
    lines.push(
      `"${cell(text)}" was the name until ${until}; written on ${cell(date)} in ${cell(articles[article]?.article ?? '')}:${line}.`,
    )
  if (edits && edits.count > 0) {
    const places = edits.places
      .slice(0, mostEdits)
      .map(
        ([article, line, r]) =>
          `- ${cell(articles[article]?.article ?? '')}:${line} ${cell(renderings[r]?.text ?? '')}${wanted(renderings[r])}`,
      )
    const more = edits.count > mostEdits ? `\n- and ${edits.count - mostEdits} more, in the JSON` : ''
    const other = edits.to === preferred ? '' : ` (to "${cell(preferred)}": ${edits.toPreferred})`
    lines.push(`${many(edits.count, 'edit')} to "${cell(edits.to)}"${other}:\n\n${places.join('\n')}${more}`)
  }
  return lines.join('\n\n')
}

/** Where it is not what the others are changed to. */
function wanted(rendering: ConceptReport['renderings'][number] | undefined): string {
  return rendering?.expected ? ` → ${cell(rendering.expected.join(' or '))}` : ''
}

function comparison({ compared, labels }: Report): string {
  if (!compared) return ''
  const { made, points, accepted, concepts } = compared
  const state = (one: (typeof concepts)[number]['before']) =>
    one
      ? `${percent(one.accepted)} of ${one.occurrences}, ${one.effective.toFixed(2)} effective`
      : 'not there'
  const rows = concepts
    .slice(0, 20)
    .map(({ zh, preferred, before, after }) => [
      `${cell(shortZh(zh))} ${cell(preferred)}`,
      state(before),
      state(after),
    ])
  const number = (value: number | undefined, text: (n: number) => string) =>
    value === undefined ? '–' : text(value)
  return [
    `## Since ${cell(made)}`,
    `${labels === 'judging' ? 'Accepted' : 'Official'}: ${number(accepted.before, percent)} → ${number(accepted.after, percent)}. Points per 1,000 words: ${number(points.before, fixed)} → ${number(points.after, fixed)}.`,
    rows.length > 0 ? table(['Concept', 'Before', 'Now'], rows) : 'No concept moved.',
  ].join('\n\n')
}

function proposals({ proposals = [] }: Report): string {
  if (proposals.length === 0) return ''
  const rows = proposals.map(({ term, count, articles, concept, places: [place] }) => [
    cell(term),
    String(count),
    String(articles),
    cell(concept?.concept.preferred ?? ''),
    place ? cell(`${place.file}:${place.line}`) : '',
    cell(place?.sentence ?? ''),
  ])
  return `## Names that no concept lists\n\n${table(['Name', 'Seen', 'Articles', 'Like', 'Where', 'Sentence'], rows)}`
}

function groups({ groups, labels }: Report): string {
  if (groups.length < 2) return ''
  return `## By group\n\n${table(
    ['Group', 'Articles', 'Near copies', 'Words', ...standingHead(labels)],
    groups
      .slice(0, mostGroups)
      .map(({ group, articles, copies, words, standing }) => [
        cell(group),
        ...[articles, copies, words].map(String),
        ...standingCells(standing),
      ]),
  )}`
}

function standingHead(labels: Report['labels']): string[] {
  return ['Occurrences', labels === 'judging' ? 'Accepted' : 'Official']
}

function standingCells(standing: Standing): string[] {
  const all = sum(Object.values(standing))
  const accepted = sum(['preferred', 'admitted', 'official'].map((label) => standing[label] ?? 0))
  return [String(all), all === 0 ? '' : percent(accepted / all)]
}

function months({ months, labels }: Report): string {
  if (months.length === 0) return ''
  return `## By month\n\n${table(
    ['Month', 'Articles', 'Words', ...standingHead(labels)],
    months.map(({ month, articles, words, standing }) => [
      cell(month),
      String(articles),
      String(words),
      ...standingCells(standing),
    ]),
  )}`
}

function tallies(title: string, all: readonly Tally[]): string {
  if (all.length === 0) return ''
  return table(
    [title, 'Articles', 'Errors', 'Warnings', 'Points per 1,000 words'],
    all.map(({ name, articles, errors, warnings, points }) => [
      cell(name),
      String(articles),
      String(errors),
      String(warnings),
      fixed(points),
    ]),
  )
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

/** Text of articles stays text: no markup, no new cell. */
function cell(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>|#&~]/g, '\\$&')
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`
}

function many(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`
}

function fixed(value: number): string {
  return value.toFixed(1)
}
