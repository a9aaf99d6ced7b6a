/**
 * Where Markdown may be cut so that its parts read as they do in the whole: behind a blank line, before a line that is not
 * indented. No paragraph, list, quote or table goes on there; front matter, comments and what looks like them are not cut. Where
 * something may reach over blank lines or name what stands elsewhere (fences, raw html, definitions, footnotes), nothing is.
 */
import { type Part, partsOf } from './paragraphs.js'

const reaching = /\]:|`{3}|~{3}|<(?:script|pre|style|textarea|\?|!\[|![a-z])/i

/** Whether markers of lists and quotes with nothing behind them open one depends on what stands before. */
const bare = /(?:[-+*>]|\d{1,9}[.)]|[ \t])+(?=[\r\n]|$)/y

export function markdownParts(source: string): Part[] {
  if (reaching.test(source)) return [{ base: { line: 1, column: 1, offset: 0 }, end: source.length }]
  const matter = endOfMatter(source)
  const isComment = commentsIn(source)
  return partsOf(source, (at) => {
    bare.lastIndex = at
    return !isComment(at) && at >= matter && /[\r\n]/.test(source[at - 1] as string) && !bare.test(source)
  })
}

/** Whether a comment is open at an offset; to be asked of one line's beginning after the other. */
function commentsIn(source: string): (at: number) => boolean {
  let [from, open, close] = [0, -1, -1]
  return (at) => {
    const text = source.slice(from, at)
    const [begun, ended] = [text.lastIndexOf('<!--'), text.lastIndexOf('-->')]
    if (begun >= 0) open = from + begun
    if (ended >= 0) close = from + ended
    from = at
    return open > close
  }
}

/** Front matter, or what is no more than two rules; all of it where the second is missing, for the parser looks for it to the end. */
function endOfMatter(source: string): number {
  if (!source.startsWith('---')) return 0
  const close = /[\r\n]---[ \t]*(?=[\r\n]|$)/g
  close.lastIndex = '---'.length
  return close.exec(source) ? close.lastIndex : source.length
}
