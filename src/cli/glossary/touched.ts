/**
 * The articles in which a concept stands in any form, with how often in which, and what the linter says of it there
 * under the glossary as it is now.
 */
import type { TermFact } from '../../matching/facts.js'
import type { FileReport, Paper } from '../../reporters/reporter.js'
import { rowOf } from '../../reporters/row.js'
import { stylish } from '../../reporters/stylish.js'
import { counted } from '../../reporters/summary.js'
import { visible, wrap } from '../../reporters/width.js'
import { articlesOf, corpusRun } from '../corpus.js'
import { paperFor } from '../terminal.js'
import { configAt } from './here.js'

interface FormCount {
  text: string
  status: TermFact['status']
  count: number
}

export async function touched(
  concept: string,
  paths: readonly string[],
  flags: { config?: string; color?: boolean },
): Promise<number> {
  const run = corpusRun(configAt(flags.config))
  const paper = paperFor(process.stdout, flags)
  const lines: string[] = []
  const reports: FileReport[] = []
  let articles = 0
  let times = 0
  for await (const { path, absolute, project, article } of articlesOf(paths, run)) {
    articles++
    const { facts, findings } = await (await project.session()).survey(article)
    const forms = counts(facts.terms.filter((t) => t.concept.id === concept && t.status !== 'unlisted'))
    const own = findings.filter((finding) => finding.concept === concept)
    if (forms.length + own.length === 0) continue
    times += forms.reduce((sum, { count }) => sum + count, 0)
    lines.push(lineOf(path, forms, paper))
    reports.push({ path, absolute, findings: own.map(rowOf) })
  }
  const where = `${lines.length} of ${counted(articles, 'article')}`
  const head =
    lines.length === 0
      ? `It stands in none of ${counted(articles, 'article')}.`
      : `It stands in ${where}, ${counted(times, 'time')}:`
  const said =
    stylish(reports, { ...paper, terminal: false }) || 'The linter has nothing to say of it there.\n'
  process.stdout.write([`\n${head}\n${lines.join('')}`, ...(lines.length > 0 ? [said] : [])].join('\n'))
  return run.failed ? 2 : 0
}

/** The most frequent first; capitals make no difference. */
function counts(terms: readonly TermFact[]): FormCount[] {
  const forms = new Map<string, FormCount>()
  for (const { rendering, status } of terms) {
    const key = rendering.toLowerCase().replaceAll('’', "'")
    const form = forms.get(key) ?? { text: rendering, status, count: 0 }
    form.count++
    forms.set(key, form)
  }
  return [...forms.values()].sort((a, b) => b.count - a.count)
}

function lineOf(path: string, forms: readonly FormCount[], { paint, width }: Paper): string {
  const phrases = forms.map(({ text, status, count }, i) => {
    const label = status === 'deprecated' ? paint.red('refused') : status
    return `"${visible(text)}" ×${count} ${label}${i < forms.length - 1 ? ',' : ''}`.split(' ')
  })
  // An empty word is one more space behind the path.
  const gap = phrases.length > 0 ? [''] : []
  return `  ${wrap([[paint.underline(visible(path)), ...gap], ...phrases], width, 6)}\n`
}
