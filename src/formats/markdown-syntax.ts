/**
 * How Markdown writes text: backslash escapes, character references, and lines that go on in quotes and lists.
 * It follows what micromark does to the text of a paragraph, and takes `$…$` that can only be a formula for one.
 */
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Place, readReference, remember, type Syntax, type Unit } from './align.js'

/** Text nodes. */
export const textSyntax: Syntax = { special: codes('\\&\r\n$\0'), read: readText }

/** The alternative of an image, whose value has lost the markup inside it. */
export const labelSyntax: Syntax = {
  special: codes('\\&\r\n\0'),
  read: (place) => readText(place) ?? passMarkup(place),
}

/**
 * Where the content of a line starts: after the indents and `>` of what it stands in. `value` goes on at `index`;
 * a `>` that is indented like code is content.
 */
function linePrefix(source: string, at: number, value: string, index: number): number {
  let end = at
  while (source[end] === ' ' || source[end] === '\t' || source[end] === '>') end++
  if (value[index] !== '>' || source[end] === '&') return end
  const own = matchAt(signs, value, index)![0]
  return source.slice(at, end).endsWith(own) ? end - own.length : end
}

const signs = /[ \t>]*/y

const decode = remember((reference) => {
  const [paragraph] = remark.parse(`x${reference}`).children
  const [text] = paragraph?.type === 'paragraph' ? paragraph.children : []
  return text?.type === 'text' ? text.value.slice(1) : reference
})
const remark = unified().use(remarkParse).freeze()

const lineEnd = /[ \t]*(\r\n|\r|\n)/y
const labelBreak = /(?:[ \t]*|\\)(?:\r\n|\r|\n)[ \t>]*/y
// As pandoc has it, but with a sign that prices do not have: "$5 (US$)" is no formula.
const formula =
  /\$\$[^$]{0,400}[\\^_{}=][^$]{0,400}\$\$|\$(?![\s$])[^$\n]{0,200}[\\^_{}=][^$\n]{0,200}(?<!\s)\$(?!\d)/y

function readText(place: Place): Unit | undefined {
  const { source, at, end, value, index } = place
  const sign = source[at]!
  if (sign === '\\') {
    const escaped = source[at + 1] ?? ''
    if (!/[!-/:-@[-`{-~]/.test(escaped) || escaped !== value[index]) return undefined
    return { end: at + 2, used: 1, text: escaped }
  }
  if (sign === '&') return readReference(place, decode)
  if (sign === '\0') return { end: at + 1, used: 1, text: value[index]! }
  if (sign === '$') {
    const length = matchAt(formula, source, at)?.[0].length ?? 0
    const used = length > 0 && at + length <= end ? matchAt(formula, value, index)?.[0].length : undefined
    return used ? { end: at + length, used, text: undefined } : undefined
  }
  const eol = matchAt(lineEnd, source, at)?.[1]
  // An indent at the start is not in the value.
  if (!eol && /[ \t]/.test(sign) && sign !== value[index]) return { end: at + 1, used: 0, text: '' }
  if (!eol || !value.startsWith(eol, index)) return undefined
  const next = linePrefix(source, lineEnd.lastIndex, value, index + eol.length)
  return { end: Math.min(end, next), used: eol.length, text: eol }
}

function passMarkup({ source, at, end, value, index }: Place): Unit | undefined {
  if (source[at] === value[index]) return undefined
  if (/[*_~`[\]!]/.test(source[at]!)) return { end: at + 1, used: 0, text: '' }
  const hardBreak = matchAt(labelBreak, source, at)
  return hardBreak ? { end: Math.min(end, labelBreak.lastIndex), used: 0, text: '\n' } : undefined
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function codes(signs: string): ReadonlySet<number> {
  return new Set([...signs].map((sign) => sign.charCodeAt(0)))
}
