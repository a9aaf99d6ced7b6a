/**
 * The report as one HTML file that needs nothing from outside: the data as JSON, from which the script builds the view that
 * is asked for, as text only. What does not fit into 6 MB is left out from the examples, never from the counts, and the
 * page says so.
 */
import { head } from '../pages/head.js'
import { Html, html, json } from '../pages/html.js'
import type { Dress } from '../pages/page.js'
import type { Report } from './report.js'

const budget = 6_000_000
const mostEdits = 500

/** `base` leads from the page to the folder that articles' paths are relative to. */
export function pageOf(report: Report, { script, style, hash }: Dress, base: string): string {
  return html`<!doctype html>
<html lang="en">
${head({ title: 'Consistency · zhengming', style, hash, generator: `zhengming ${report.head.versions.join(', ')}` })}
<body>
<header>
<h1><a href="#"><span lang="zh-Hans">正名</span> Consistency</a></h1>
<form role="search" hidden>
<input type="search" id="search" aria-label="Search concepts and renderings in Chinese or English" placeholder="Search 中文 or English" autocomplete="off" autocapitalize="off" spellcheck="false" aria-describedby="count">
<kbd aria-hidden="true">/</kbd>
</form>
</header>
<main id="main" tabindex="-1">
<noscript><p class="lead">This page needs its script. The same report stands beside it as consistency.md, .csv and .json.</p></noscript>
</main>
<script type="application/json" id="report">${json({ base, ...fitted(report) })}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.text
}

/** With as many examples of each rendering as fit, and only the articles that these name. */
function fitted(report: Report): Report & { examples: number } {
  for (const examples of [60, 30, 15, 8, 4, 2, 1]) {
    const small = { ...trimmed(report, examples), examples }
    if (examples === 1 || JSON.stringify(small).length <= budget) return small
  }
  throw new Error('unreachable')
}

function trimmed(report: Report, examples: number): Report {
  const numbers = new Map<number, number>()
  const renumbered = (article: number) => {
    const number = numbers.get(article) ?? numbers.size
    numbers.set(article, number)
    return number
  }
  const concepts = report.concepts.map((concept) => {
    const seen = new Map<number, number>()
    const occurrences = concept.occurrences
      .filter(({ rendering }) => {
        const count = (seen.get(rendering) ?? 0) + 1
        seen.set(rendering, count)
        return count <= examples
      })
      .map((one) => ({ ...one, article: renumbered(one.article) }))
    const edits = concept.edits && {
      ...concept.edits,
      places: concept.edits.places
        .slice(0, Math.min(mostEdits, 20 * examples))
        .map(([article, line, r]) => [renumbered(article), line, r] as [number, number, number]),
    }
    const late = concept.course.late
      .slice(0, mostEdits)
      .map((one) => ({ ...one, article: renumbered(one.article) }))
    return { ...concept, occurrences, edits, course: { ...concept.course, late } }
  })
  const articles = [...numbers.keys()].map((i) => report.articles[i] as Report['articles'][number])
  return { ...report, concepts, articles: articles.map(({ copyOf: _, ...one }) => one) }
}
