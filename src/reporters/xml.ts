/**
 * XML as a template, as `pages/html.ts` does for HTML: xml`<a b="${text}"/>` escapes every value that is not XML
 * already. Characters that no XML 1.0 document may hold are shown by their number.
 */
import { visible } from './width.js'

export class Xml {
  constructor(readonly text: string) {}
}

type Value = string | number | Xml | readonly Xml[]

export function xml(parts: TemplateStringsArray, ...values: readonly Value[]): Xml {
  return new Xml(
    parts.map((part, i) => part + (i < values.length ? textOf(values[i] as Value) : '')).join(''),
  )
}

function textOf(value: Value): string {
  if (value instanceof Xml) return value.text
  if (typeof value === 'object') return value.map(({ text }) => text).join('')
  return String(value)
    .replace(noXml, (c) => (c === '\t' ? ' ' : visible(c)))
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"'\n]/g, (c) => signs[c] as string)
}

/** Control characters but the line break: most are none in XML 1.0. */
const noXml = /[^\P{Cc}\n]/gu

const signs: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
}
