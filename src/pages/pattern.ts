/** What concepts and rules print alike: a pattern with its signs set back, and a labelled row. */
import { type Html, html, type Value } from './html.js'

/** The text stays as the glossary writes it, so that it can be looked for and copied. */
export function pattern(text: string): Value {
  return text.split(/([()[\]|~]+)/).map((part, i) => (i % 2 === 1 ? html`<i>${part}</i>` : part))
}

/** Nothing where there is nothing to say; one line for each thing that is said. */
export function row(label: string, ...values: readonly Value[]): Value {
  const said = values.filter(
    (value) => value !== undefined && value !== false && value !== '' && !isEmpty(value),
  )
  return said.length > 0 && html`<dt>${label}</dt>${said.map((value): Html => html`<dd>${value}</dd>\n`)}`
}

function isEmpty(value: Value): boolean {
  return Array.isArray(value) && value.length === 0
}
