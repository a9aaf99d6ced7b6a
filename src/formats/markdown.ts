/**
 * Markdown (CommonMark, GFM, front matter) → nlcst with exact positions.
 * Linted: headings, paragraphs, list items, quotes, footnotes, table cells, link text, image alternatives. Left
 * alone: blocks of code, raw html, link targets, definitions. Inline code, bare URLs and formulas stay in their
 * sentence as a SourceNode.
 * remark gives the structure and retext-english the words. The bridge between them, mdast-util-to-nlcst, leaves
 * out tables and adds up the lengths of decoded values, so what it does is done here from the source.
 */
import type { Html, Image, ImageReference, Nodes, PhrasingContent } from 'mdast'
import type { Root } from 'nlcst'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { align } from './align.js'
import { findDirectives } from './directives.js'
import { parseEnglish, textOf } from './english.js'
import { readScalars } from './front-matter.js'
import { markdownParts } from './markdown-parts.js'
import { labelSyntax, textSyntax } from './markdown-syntax.js'
import type { Memory } from './memory.js'
import { placed } from './moved.js'
import { append, Page } from './page.js'
import type { Parse, Range, SourceFacts } from './source.js'

export const parseMarkdown: Parse = (file, memory) => {
  const source = textOf(file)
  try {
    const { root, facts } = memory ? inParts(source, memory) : read(source, remark)
    file.data.zhengming = facts
    return root
  } catch (error) {
    // Thousands of quotes in each other are deeper than the call stack.
    if (!(error instanceof RangeError)) throw error
    file.data.zhengming = new Page(source, 'markdown').facts
    return parseEnglish(source)
  }
}

interface Read {
  root: Root
  facts: SourceFacts
}

// Not a copy of one that is frozen: it would be given every extension twice.
const gfm = () => unified().use(remarkParse).use(remarkGfm).use(keepPositions)
const body = gfm().freeze()
const remark = gfm().use(remarkFrontmatter).freeze()

function read(source: string, parser: typeof body): Read {
  const page = new Page(source, 'markdown')
  readBlock(parser.parse(source), page)
  return { root: page.root(), facts: page.facts }
}

function inParts(source: string, memory: Memory): Read {
  const page = new Page(source, 'markdown')
  const { facts } = page
  const root = page.root()
  for (const { base, end } of markdownParts(source)) {
    const text = source.slice(base.offset, end)
    const first = base.offset === 0
    const part = memory.recall(`${first ? 'first' : 'later'} ${text}`, () =>
      read(text, first ? remark : body),
    )
    append(root, placed(part.root, base), source)
    moveFacts(facts, part.facts, base.offset)
  }
  return { root, facts }
}

/** Only the first part has metadata. */
function moveFacts(facts: SourceFacts, { headings, cited, directives, meta }: SourceFacts, by: number): void {
  const moved = <R extends Range>(range: R): R => ({ ...range, start: range.start + by, end: range.end + by })
  facts.headings.push(...headings.map(moved))
  facts.cited.push(...cited.map(moved))
  facts.directives.push(...directives.map(moved))
  Object.assign(facts.meta, meta)
}

/** After the parse, gfm looks for URLs once more and puts nodes without positions into the tree. */
function keepPositions(this: Processor): void {
  for (const extension of this.data().fromMarkdownExtensions?.flat() ?? []) extension.transforms = []
}

function readBlock(node: Nodes, page: Page): void {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    if (node.type === 'heading') page.facts.headings.push(rangeOf(node))
    const inline: Inline = { page, comment: false, code: undefined, cite: undefined }
    readAll(node.children, inline)
    page.flush()
  } else if (node.type === 'html') {
    const { start, end } = rangeOf(node)
    page.facts.directives.push(...findDirectives(page.source, start, end))
  } else if (node.type === 'yaml') {
    page.facts.meta = readScalars(node.value)
  } else if ('children' in node) {
    for (const child of node.children) readBlock(child, page)
  }
}

/** Raw html at some point of a paragraph: a comment just before; an open element of code, an open `<cite>`. */
interface Inline {
  page: Page
  comment: boolean
  code: string | undefined
  cite: number | undefined
}

function readAll(nodes: PhrasingContent[], inline: Inline): void {
  for (let i = 0; i < nodes.length; i++) readInline(nodes[i]!, nodes[i + 1], inline)
}

function readInline(node: PhrasingContent, next: PhrasingContent | undefined, inline: Inline): void {
  const { page } = inline
  const { source } = page
  const { start, end } = rangeOf(node)
  switch (node.type) {
    case 'text':
      if (inline.code) page.prose.source(start, end)
      else {
        // A comment between two spaces shows as one space.
        const skip = inline.comment && node.value[0] === ' ' && /[ \n]$/.test(page.prose.last) ? 1 : 0
        align(page.prose, node.value.slice(skip), source, start + skip, end, textSyntax)
      }
      inline.comment = false
      break
    case 'inlineCode':
      page.prose.source(start, end)
      break
    case 'break':
      page.prose.unit('\n', start, next ? rangeOf(next).start : end)
      break
    case 'html':
      readHtml(node, inline)
      break
    case 'image':
    case 'imageReference':
      readImage(node, next, page)
      break
    case 'link':
      // Without a bracket it is a URL that stands for itself.
      if (source[start] === '[') readAll(node.children, inline)
      else page.prose.source(start, end)
      break
    default:
      if ('children' in node) readAll(node.children, inline)
  }
}

/** An image on a line of its own is no part of the sentence of its neighbours. */
function readImage(node: Image | ImageReference, next: PhrasingContent | undefined, page: Page): void {
  if (!node.alt) return
  const { start, end } = rangeOf(node)
  const opensLine = /(?:^|[\r\n])$/.test(page.prose.last)
  const endsLine = !next || next.type === 'break' || (next.type === 'text' && /^[\r\n]/.test(next.value))
  if (opensLine && endsLine) page.flush()
  align(page.prose, node.alt, page.source, start + '!['.length, end, labelSyntax)
  if (opensLine && endsLine) page.flush()
}

function readHtml(node: Html, inline: Inline): void {
  const { page } = inline
  const { start, end } = rangeOf(node)
  if (node.value.startsWith('<!--')) {
    page.facts.directives.push(...findDirectives(page.source, start, end))
    inline.comment = true
    return
  }
  const [, close, tag] = /^<(\/?)([a-z][\w-]*)/i.exec(node.value) ?? []
  const name = tag?.toLowerCase()
  if (name === 'br') page.prose.unit('\n', start, end)
  else if (name === 'cite' && !close) inline.cite = start
  else if (name === 'cite' && inline.cite !== undefined) {
    page.facts.cited.push({ start: inline.cite, end })
    inline.cite = undefined
  } else if (close && name === inline.code) inline.code = undefined
  else if (!close && !inline.code && /^(?:code|kbd|samp|pre|script|style|math)$/.test(name ?? ''))
    inline.code = name
}

function rangeOf(node: Nodes) {
  return { start: node.position!.start.offset!, end: node.position!.end.offset! }
}
