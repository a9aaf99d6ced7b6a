/**
 * The report as one HTML file that needs nothing from outside: the data as JSON, from which the script builds the view that
 * is asked for, as text only.
 */
import { head } from '../pages/head.js'
import { Html, html, json } from '../pages/html.js'
import type { Dress } from '../pages/page.js'
import { fitted } from './fitted.js'
import type { Report } from './report.js'

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
