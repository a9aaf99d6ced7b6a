/**
 * The article itself with its findings beside it, for people who work in Word or a CMS: each concept once, with what should
 * stand there and a button that copies it. One file that needs nothing from outside; nothing that an article says
 * becomes markup. Without its text an article is only its findings.
 */
import { head } from '../pages/head.js'
import { Html, html as markup, prose, type Value } from '../pages/html.js'
import { linesOf } from '../text/lines.js'
import { annotationsOf } from './annotation.js'
import { fold } from './fold.js'
import { script, scriptHash, style } from './html-dress.js'
import type { FileReport, Reporter } from './reporter.js'
import type { Row } from './row.js'
import { counted } from './summary.js'
import { visible } from './width.js'

export const html: Reporter = (reports) => {
  const problems = reports.reduce((sum, { findings }) => sum + findings.length, 0)
  return markup`<!doctype html>
<html lang="en">
${head({ title: `${counted(problems, 'problem')} in ${counted(reports.length, 'file')} · zhengming`, style, hash: scriptHash })}
<body>
<header><h1><span lang="zh-Hans">正名</span> ${counted(reports.length, 'file')}, ${counted(problems, 'problem')}</h1>
<p id="said" role="status"></p></header>
${reports.length > 1 && contents(reports)}
<main>
${reports.map(articleOf)}</main>
<script>${new Html(script)}</script>
</body>
</html>
`.text
}

function contents(reports: readonly FileReport[]): Html {
  const items = reports.map(
    ({ path, findings }, i) => markup`<li><a href="#a${i}">${visible(path)}</a> ${findings.length}</li>\n`,
  )
  return markup`<nav aria-label="Articles"><ul>
${items}</ul></nav>`
}

function articleOf(report: FileReport, number: number): Html {
  const blocks = fold(report.findings)
  const ids = new Map<Row, string>()
  for (const [b, { findings }] of blocks.entries())
    for (const [i, row] of findings.entries()) ids.set(row, `a${number}b${b}f${i}`)
  const { text, path, findings } = report
  return markup`<article id="a${number}">
<h2>${visible(path)}</h2>
<div class="sides">
${text !== undefined && markup`<div class="text" lang="en">${marked(text, findings, ids)}</div>`}
<ol class="findings" aria-label="Findings">
${annotationsOf([report]).map(({ block, notes }, b) => {
  const [first] = block.findings as [Row]
  return markup`<li class="${block.severity}" id="a${number}b${b}">
<p><b>${block.severity}</b> ${first.zh && prose(first.zh)} ${foundIn(block.actual, first)}</p>
${first.expected.map(wanted)}
${notes.map((note) => markup`<p class="note">${prose(note)}</p>`)}
<p class="where">${block.findings.map((row) => placeOf(row, ids, text !== undefined))} <span>${block.rules.join(', ')}</span></p>
</li>
`
})}${findings.length === 0 && markup`<li class="clean">no problems</li>`}</ol>
</div>
</article>
`
}

function foundIn(actual: ReadonlyMap<string, number>, { message, expected }: Row): Value {
  if (expected.length === 0) return prose(visible(message))
  return [...actual].map(([text, n]) => markup`<q>${visible(text)}</q>${n > 1 && ` ×${n}`} `)
}

function wanted(text: string): Html {
  if (text === '') return markup`<p class="wanted">→ nothing</p>`
  return markup`<p class="wanted">→ <ins>${visible(text)}</ins> <button type="button" data-copy="${text}" aria-label="Copy ${text}">Copy</button></p>
`
}

function placeOf(row: Row, ids: ReadonlyMap<Row, string>, linked: boolean): Html {
  const place = `${row.line}:${row.column}`
  return linked ? markup`<a href="#${ids.get(row) as string}">${place}</a> ` : markup`${place} `
}

/** The text, cut at every edge of a finding; a piece under several is marked as the worst of them. */
function marked(text: string, findings: readonly Row[], ids: ReadonlyMap<Row, string>): Value {
  const lines = linesOf(text)
  const spans = findings.map((row) => {
    const start = lines.offset(row.line, row.column)
    return { row, start, end: Math.max(start, lines.offset(row.endLine, row.endColumn)) }
  })
  spans.sort((a, b) => a.start - b.start)
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const pieces: Value[] = []
  let next = 0
  let over: typeof spans = []
  for (const [i, from] of edges.entries()) {
    over = over.filter(({ end }) => end > from)
    for (; spans[next]?.start === from; next++) {
      const span = spans[next] as (typeof spans)[number]
      pieces.push(markup`<a class="at" id="${ids.get(span.row) as string}"></a>`)
      if (span.end > from) over.push(span)
    }
    const piece = text.slice(from, edges[i + 1] ?? from)
    if (piece === '') continue
    const [worst] = fold(over.map(({ row }) => row))
    if (worst === undefined) pieces.push(piece)
    else {
      const [row] = worst.findings as [Row]
      const target = (ids.get(row) as string).replace(/f\d+$/, '')
      pieces.push(markup`<mark class="${worst.severity}"><a href="#${target}">${piece}</a></mark>`)
    }
  }
  return pieces
}
