/**
 * What `--fix` makes of one article, and what a person sees of it beforehand: only edits that cannot change meaning,
 * with the BOM put back.
 */
import type { Finding } from '../findings/finding.js'
import type { Edit } from '../reporters/reporter.js'
import { type Row, rowsOf } from '../reporters/row.js'
import type { ArticleInput, Session } from '../session.js'

export interface FixedText {
  before: readonly Row[]
  after: readonly Row[]
  /** Undefined where nothing changes. */
  output: string | undefined
  edits: Edit[]
  /** Without BOM, as the findings point into them. */
  texts: { before: string; after: string }
  /** Of its prose, mended. */
  words: number
}

export async function fixedText(article: ArticleInput, session: Session): Promise<FixedText> {
  const before = await session.lint(article)
  const fixed = await session.fix(article)
  const bom = article.text.startsWith('\uFEFF') ? '\uFEFF' : ''
  return {
    before: rowsOf(before),
    after: rowsOf(fixed),
    output: fixed.applied > 0 ? bom + fixed.text : undefined,
    edits: before.findings.flatMap((finding) => editOf(finding, before.text)),
    texts: { before: before.text, after: fixed.text },
    words: fixed.words,
  }
}

function editOf({ fix, line = 1, column = 1 }: Finding, text: string): Edit[] {
  if (fix?.class !== 'safe') return []
  const lead = /\S{0,24}[^\S\n]?$/.exec(text.slice(0, fix.start))?.[0] ?? ''
  const tail = /^[^\S\n]?\S{0,24}/.exec(text.slice(fix.end))?.[0] ?? ''
  const put = (middle: string) => (lead + middle + tail).trim()
  return [{ line, column, from: put(text.slice(fix.start, fix.end)), to: put(fix.text) }]
}
