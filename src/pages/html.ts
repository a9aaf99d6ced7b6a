/**
 * HTML as a template: html`<p>${text}</p>` escapes every value that is not HTML already, so that nothing which a glossary
 * says can become markup. The only way in without escaping is a template of ours.
 */
export class Html {
  constructor(readonly text: string) {}
}

export type Value = string | number | Html | undefined | false | readonly Value[]

export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.map((part, i) => part + textOf(values[i])).join(''))
}

/** English with the Chinese in it marked as Chinese. */
export function prose(text: string): Value {
  return text
    .split(/(\p{sc=Han}[\p{sc=Han}，、。：；（）《》“”]*)/u)
    .map((part, i) => (i % 2 === 1 ? zh(part) : part))
}

export function zh(text: string): Html {
  return html`<span lang="zh-Hans">${text}</span>`
}

/** An address becomes a link only where it is one of the web; anything else stays text. */
export function link(address: string | undefined, text: Value): Value {
  if (address === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return text
  return html`<a href="${address}" rel="noreferrer">${text}</a>`
}

/** Data for a script element: no `<` can stand in it. */
export function json(data: unknown): Html {
  return new Html(JSON.stringify(data).replace(/[<\u2028\u2029]/g, (c) => `\\u${hex(c)}`))
}

function hex(c: string): string {
  return c.charCodeAt(0).toString(16).padStart(4, '0')
}

function textOf(value: Value): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(textOf).join('')
  return String(value).replace(/[&<>"'\0]/g, (c) => entities[c] as string)
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '\uFFFD',
}
