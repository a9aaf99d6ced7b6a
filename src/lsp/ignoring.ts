/**
 * The comment that switches a rule off for one line of Markdown or HTML. Inside a paragraph it stands at the end of the
 * line before, so that the paragraph stays one; and it is offered only where a lint of the result shows that it takes away this line's findings of the
 * rule and does nothing else.
 */
import type { TextEdit } from 'vscode-languageserver/node'
import type { Finding } from '../findings/finding.js'
import type { Look } from './look.js'

export async function ignoring(finding: Finding, look: Look): Promise<TextEdit | undefined> {
  const { article } = look
  if (article.format === 'plain' || finding.ruleId.startsWith('directive/')) return undefined
  const edit = commentFor(article.text, finding)
  const text = article.text.slice(0, edit.at) + edit.text + article.text.slice(edit.at)
  const after = await look.lint(text)
  const [start, end] = lineOf(article.text, finding.start)
  const kept = look.findings.filter(
    (f) => !(f.ruleId === finding.ruleId && f.start >= start && f.start <= end),
  )
  if (names(after) !== names(kept)) return undefined
  return { range: look.range({ start: edit.at, end: edit.at }), newText: edit.text }
}

function commentFor(text: string, { start, ruleId }: Finding): { at: number; text: string } {
  const comment = `<!-- zhengming-disable-next-line ${ruleId} -->`
  const [line] = lineOf(text, start)
  const [before, end] = line > 0 ? lineOf(text, line - 1) : [0, 0]
  const previous = text.slice(before, end).trimEnd()
  const indent = /^[ \t]*/.exec(text.slice(line))?.[0] ?? ''
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const opensBlock = /^[ \t]*(#|[-*+] |\d+[.)] |>|\|)/.test(text.slice(line))
  if (previous === '' || opensBlock || /^[ \t]*(#{1,6} |```|---|===)/.test(previous))
    return { at: line, text: `${indent}${comment}${newline}` }
  return { at: before + previous.length, text: ` ${comment}` }
}

/** Without its line break. */
function lineOf(text: string, offset: number): [start: number, end: number] {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return [start, end < 0 ? text.length : end]
}

function names(findings: readonly Finding[]): string {
  return findings.map((f) => `${f.ruleId} ${f.actual}`).join('\n')
}
