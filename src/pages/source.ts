/** A source as a reader follows it: its title leads to it where it has an address. */
import type { Concept } from '../glossary/schema.js'
import { html, link, prose, type Value } from './html.js'

export type Source = NonNullable<Concept['source']>[number]

export function sourceLine(source: Source): Value {
  if (typeof source === 'string') return link(source, prose(source))
  const { title, by, year, url } = source
  const name = title ?? by ?? url ?? ''
  const rest = [title === undefined ? undefined : by, year].filter(Boolean).join(', ')
  return html`${link(url, prose(String(name)))}${rest && `, ${rest}`}${url && name !== url && html` <span class="host">${hostOf(url)}</span>`}`
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : ''
}
