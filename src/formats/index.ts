/**
 * Which format a path has, and the parser of a format.
 * Parsers are imported when asked for: a plain text must not wait for remark or rehype to load, and findings kept from before wait for none.
 */
import type { Parse, SourceFacts } from './source.js'

export function formatOf(path: string): SourceFacts['format'] {
  if (/\.(?:md|markdown|mdx)$/i.test(path)) return 'markdown'
  if (/\.(?:html?|xhtml)$/i.test(path)) return 'html'
  return 'plain'
}

export async function loadParser(format: SourceFacts['format']): Promise<Parse> {
  if (format === 'markdown') return (await import('./markdown.js')).parseMarkdown
  if (format === 'html') return (await import('./html.js')).parseHtml
  return (await import('./plain.js')).parsePlain
}
