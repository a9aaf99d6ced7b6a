/**
 * The inside of `<!-- zhengming-disable RULE[, RULE] -- reason -->`, in one place for all formats.
 * Which rules exist, and whether a directive was of use, is not asked here. Other comments are left alone.
 */
import type { Directive } from './source.js'

const shape = /^\s*zhengming-(disable-next-line|disable|enable)(?![\w-])([\s\S]*)$/

/** `comment` is what stands between `<!--` and `-->`; the range is that of the whole comment. */
export function readDirective(comment: string, start: number, end: number): Directive | undefined {
  const match = shape.exec(comment)
  if (!match) return undefined
  const [rules = '', ...rest] = match[2]!.split(/(?<=^|\s)--(?=\s|$)/)
  const reason = rest.join('--').trim()
  const directive: Directive = {
    kind: match[1] as Directive['kind'],
    rules: rules.split(/[\s,]+/).filter(Boolean),
    start,
    end,
  }
  if (reason) directive.reason = reason
  return directive
}

/** The directives among the comments of a stretch of Markdown, whose lines may have prefixes. */
export function findDirectives(source: string, from: number, to: number): Directive[] {
  const found: Directive[] = []
  for (const match of source.slice(from, to).matchAll(/<!--([\s\S]*?)-->/g)) {
    const start = from + match.index
    const inside = match[1]!.replace(/[\r\n][\s>]*/g, ' ')
    const directive = readDirective(inside, start, start + match[0].length)
    if (directive) found.push(directive)
  }
  return found
}
