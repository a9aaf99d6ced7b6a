/**
 * How HTML writes text: character references, white space that collapses, and stray tags that a browser drops from
 * the middle of a text. It follows what parse5 does to the text of an element.
 */
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { type Place, readReference, remember, type Syntax, type Unit } from './align.js'

export const textSyntax: Syntax = {
  special: new Set([...' \t\n\f\r&<\0'].map((sign) => sign.charCodeAt(0))),
  read: readText,
}

/** Elements that end the sentence before them. Names that nobody knows are inline, as browsers have it. */
export const blocks: ReadonlySet<string> = new Set(
  `address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset
  figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li listing main
  menu nav noscript ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead
  title tr ul xmp`.split(/\s+/),
)

const decode = remember((reference) => {
  const [text] = rehype.parse(reference).children
  return text?.type === 'text' ? text.value : reference
})
const rehype = unified().use(rehypeParse, { fragment: true }).freeze()

const white = /[ \t\n\f\r]*/y
const dropped =
  /<(?:\/([a-z][^\s/>]*)|(?:html|head|body)(?=[\s>]))(?:"[^"]*"|'[^']*'|[^"'>])*>|<\/[^a-z][^>]*>|<[!?][^>]*>/iy

function readText(place: Place): Unit | undefined {
  const { source, at, end, value, index, prose } = place
  const sign = source[at]!
  if (sign === '&') {
    const unit = readReference(place, decode)
    return unit?.text && /^[\t\n\f\r ]$/.test(unit.text) ? { ...unit, text: space(prose.last) } : unit
  }
  if (sign === '\0') return { end: at + 1, used: value[index] === '\ufffd' ? 1 : 0, text: '' }
  if (sign === '<') {
    dropped.lastIndex = at
    const tag = dropped.exec(source)
    if (!tag) return undefined
    const text = blocks.has(tag[1]?.toLowerCase() ?? '') ? space(prose.last) : ''
    return { end: dropped.lastIndex, used: 0, text }
  }
  const stop = Math.min(end, run(source, at))
  const used = run(value, index) - index
  if (stop - at === 1 && sign === ' ' && used === 1 && space(prose.last)) return undefined
  // The parser drops white space in some places, so the two runs may differ.
  return stop > at ? { end: stop, used, text: space(prose.last) } : undefined
}

function run(text: string, at: number): number {
  white.lastIndex = at
  white.exec(text)
  return white.lastIndex
}

/** White space after white space, or before anything else, does not show. */
const space = (before: string) => (before === '' || /[ \n]$/.test(before) ? '' : ' ')
