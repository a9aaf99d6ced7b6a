/**
 * The glossary as one HTML file that needs nothing from outside. Every page stands in it once, as HTML, inside
 * `noscript`: without JavaScript it is the document; with it, the text from which the script cuts the page that is asked
 * for. The same book gives the same bytes.
 */
import type { Book, Field } from './book.js'
import { conceptPage } from './concept.js'
import { finderOf } from './finder.js'
import { head } from './head.js'
import { Html, html, json, type Value } from './html.js'
import { rulePage } from './rule.js'

/** Text of the script and the style sheet, ours and no data, and the script's hash for the policy. */
export interface Dress {
  script: string
  style: string
  /** `sha256-…` */
  hash: string
}

export function pageOf(book: Book, { script, style, hash }: Dress): string {
  return html`<!doctype html>
<html lang="en">
${head({ title: 'Glossary · zhengming', style, hash, generator: `zhengming ${book.version}` })}
<body>
<header>
<h1><a href="#"><span lang="zh-Hans">正名</span> Glossary</a></h1>
<form role="search" hidden>
<input type="search" id="search" aria-label="Search in Chinese or English" placeholder="Search 中文 or English" autocomplete="off" autocapitalize="off" spellcheck="false" aria-controls="list" aria-describedby="count">
<kbd aria-hidden="true">/</kbd>
</form>
</header>
<nav id="list" aria-label="Entries" hidden><p id="count" role="status"></p><div></div></nav>
<main id="main" tabindex="-1">
${start(book)}
<div id="page"></div>
<noscript id="all">
${book.concepts.map((field) => section(field, 'field', (entry) => conceptPage(entry, book.houses)))}
${book.rules.map((field) => section(field, 'family', (entry) => rulePage(entry, book)))}
</noscript>
</main>
<script type="application/json" id="finder">${json(finderOf(book))}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.text
}

function section<T>(field: Field<T>, kind: Kind, page: (one: T) => Html): Html {
  return html`<section id="${anchorOf(field, kind)}">
<h2><a href="#${anchorOf(field, kind)}">${kind === 'family' && 'Rules: '}${field.name}</a>${field.own && html` <b class="mark own">own glossary</b>`}</h2>
${field.members.map(page)}</section>
`
}

type Kind = 'field' | 'family'

/** The script looks for it in the text, so nothing that would be escaped stands in it. */
function anchorOf({ name }: Field<unknown>, kind: Kind): string {
  return `${kind}/${name.toLowerCase().replace(/[^\p{L}\p{N}./_]+/gu, '-')}`
}

function start({ concepts, rules, houses, inForce, version }: Book): Html {
  const count = concepts.reduce((sum, { members }) => sum + members.length, 0)
  const ruleCount = rules.reduce((sum, { members }) => sum + members.length, 0)
  const here = inForce && html` In force here: <b>${inForce}</b>.`
  return html`<div id="start">
<p class="lead">The official English of ${count} Chinese terms, what else may stand, and what may not and why; and the ${ruleCount} rules by which articles are read.${here}</p>
<p class="keys" hidden><span><kbd>/</kbd> search, <kbd>↓</kbd> <kbd>↑</kbd> through what is found, <kbd>Enter</kbd> opens, <kbd>Esc</kbd> goes back.</span> <a href="#all">Everything on one page</a>, to print or to look through.</p>
<h2>Fields</h2>
<ul class="fields">${concepts.map((field) => fieldItem(field, 'field'))}</ul>
<h2>Rules</h2>
<ul class="fields">${rules.map((field) => fieldItem(field, 'family'))}</ul>
<h2>Houses</h2>
<dl class="houses">${houses.map((house) => html`<dt>${house.name}</dt><dd>${house.summary}</dd>`)}</dl>
<h2>How an entry reads</h2>
<dl class="houses">${legend.map(([label, text]) => html`<dt>${label}</dt><dd>${text}</dd>`)}</dl>
<p class="note">zhengming ${version}</p>
</div>`
}

function fieldItem(field: Field<unknown>, kind: Kind): Value {
  const own = field.own && html` <b class="mark own">own glossary</b>`
  return html`<li><a href="#${anchorOf(field, kind)}">${field.name}</a> <span class="note">${field.members.length}</span>${own}</li>`
}

const legend: readonly [string, string][] = [
  ['(a|b)', 'one of them'],
  ['[a]', 'with or without it'],
  ['word~', 'any inflected form of the word'],
  ['{name}, {number}', 'a place or a person; a number'],
  ['{noun}', 'a word of that class: {noun}, {verb}, {adjective}, {adverb}'],
  ['{word}, {words}', 'any word; one to five of them'],
  ['after, before', 'refused only where these words stand directly beside it'],
  ['with, not with', 'refused only where one of these words, or none, stands in the same sentence'],
]
