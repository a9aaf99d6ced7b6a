/**
 * HTML, documents and fragments → nlcst with exact positions.
 * Every block element, cells and list items too, is a paragraph of its own; a run of white space is one space and
 * `<br>` a line break. Left alone: attributes, deleted text, footnote signs in `<sup>`, and elements of code, style
 * and formulas; inline code stays in its sentence as a SourceNode.
 * rehype gives the structure and retext-english the words; hast-util-to-nlcst would lose the positions.
 */
import type { Element, Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { align } from './align.js'
import { readDirective } from './directives.js'
import { parseEnglish, textOf } from './english.js'
import { blocks, textSyntax } from './html-syntax.js'
import { Page } from './page.js'
import type { Parse, Range } from './source.js'

export const parseHtml: Parse = (file) => {
  const source = textOf(file)
  const page = new Page(source, 'html')
  file.data.zhengming = page.facts
  const whole = /<(?:!doctype|html|head|body)[\s>]/i.test(source)
  try {
    read((whole ? document : fragment).parse(source), page)
    return page.root()
  } catch (error) {
    // Thousands of elements in each other are deeper than the call stack.
    if (!(error instanceof RangeError)) throw error
    return parseEnglish(source.replace(/<[^>]*>/g, (tag) => tag.replace(/[^\r\n]/g, ' ')))
  }
}

const document = unified().use(rehypeParse).freeze()
const fragment = unified().use(rehypeParse, { fragment: true }).freeze()

const names = (list: string) => new Set(list.split(' '))
const ignored = names('script style template pre textarea svg math del noembed noframes iframe object xmp')
const code = names('code kbd samp')
const headings = names('h1 h2 h3 h4 h5 h6 title caption figcaption')

function read(node: Nodes, page: Page): void {
  const range = rangeOf(node)
  if (node.type === 'element') readElement(node, page)
  else if (node.type === 'root') readChildren(node.children, page)
  else if (node.type === 'comment' && range) {
    const directive = readDirective(node.value, range.start, range.end)
    if (directive) page.facts.directives.push(directive)
  } else if (node.type === 'text' && range) {
    if (range.start < page.prose.end) page.flush()
    align(page.prose, node.value, page.source, range.start, range.end, textSyntax)
  }
}

function readElement(node: Element, page: Page): void {
  const name = node.tagName
  const range = rangeOf(node)
  const { dataNlcst } = node.properties
  readMeta(node, page)
  if (ignored.has(name) || dataNlcst === 'ignore' || (name === 'sup' && isSign(node))) {
    if (blocks.has(name)) page.flush()
    return
  }
  if (name === 'br') {
    if (range && range.start >= page.prose.end) page.prose.unit('\n', range.start, range.end)
    return
  }
  if (code.has(name) || dataNlcst === 'source') {
    if (range && range.start < page.prose.end) page.flush()
    if (range) page.prose.source(range.start, range.end)
    return
  }
  if (range && headings.has(name)) page.facts.headings.push(range)
  if (range && name === 'cite') page.facts.cited.push(range)
  if (blocks.has(name)) page.flush()
  readChildren(node.children, page)
  if (blocks.has(name)) page.flush()
}

function readChildren(nodes: Nodes[], page: Page): void {
  for (const node of nodes) read(node, page)
}

const dates =
  /^(?:date|pubdate|publishdate|publish_date|datepublished|og:published_time|article:published_time|dc\.date|dc\.date\.issued|dcterms\.(?:date|created|issued))$/

/** The first date that the page states about itself; a `<time>` only where no `<meta>` does. */
function readMeta({ tagName, properties, children }: Element, page: Page): void {
  const { meta } = page.facts
  if (tagName === 'meta' && properties.content !== undefined) {
    const name = [properties.name ?? properties.property ?? properties.itemProp ?? []]
      .flat()
      .join(' ')
      .toLowerCase()
    const content = String(properties.content).trim()
    if (name && name !== '__proto__') meta[name] ??= content
    if (dates.test(name)) meta.date ??= content
  } else if (tagName === 'time' && properties.dateTime) meta.date ??= String(properties.dateTime).trim()
  else if (tagName === 'title') meta.title = textIn(children).replace(/\s+/g, ' ').trim()
}

/** A footnote's number or asterisk; the "th" of "19th" is prose. */
const isSign = (node: Element) => !/\p{L}/u.test(textIn(node.children))

function textIn(nodes: Nodes[]): string {
  return nodes
    .map((node) => ('children' in node ? textIn(node.children) : node.type === 'text' ? node.value : ''))
    .join('')
}

function rangeOf(node: Nodes): Range | undefined {
  const start = node.position?.start.offset
  const end = node.position?.end.offset
  return start === undefined || end === undefined ? undefined : { start, end }
}
