/**
 * What every parser of `formats/` promises about positions, checked over a whole tree.
 * `decode` is the test's own idea of how a slice of source reads, so that parser and test can disagree.
 */
import type { Nodes, Root } from 'nlcst'
import { VFile } from 'vfile'
import type { Parse, SourceFacts } from '../../src/formats/source.js'

export interface Parsed {
  tree: Root
  facts: SourceFacts
  /** The values of the leaves in order, without white space that stands for markup between blocks. */
  leaves: string[]
  /** The words and signs, without white space and without what is not prose. */
  prose: string
}

export function parseExactly(
  parse: Parse,
  source: string,
  decode: (slice: string, value: string) => string,
): Parsed {
  const file = new VFile(source)
  const tree = parse(file)
  const starts = [0, ...[...source.matchAll(/\r\n|\r|\n/g)].map((match) => match.index + match[0].length)]
  const leaves: string[] = []
  let prose = ''
  let last = 0
  check(tree, undefined)
  return { tree, facts: file.data.zhengming!, leaves, prose }

  function check(node: Nodes, parent: Nodes | undefined): void {
    if (node.type === 'RootNode' && node.children.length === 0) return
    const { start, end } = node.position!
    for (const { line, column, offset } of [start, end]) {
      const lineStart = starts[line - 1]!
      const inLine = offset! >= lineStart && offset! < (starts[line] ?? source.length + 1)
      if (!inLine || column !== offset! - lineStart + 1)
        fail(node, 'line and column disagree with the offset')
    }
    if ('children' in node) {
      for (const child of node.children) check(child, node)
      const [first, final] = [node.children[0]!.position!, node.children.at(-1)!.position!]
      if (parent && (start.offset !== first.start.offset || end.offset !== final.end.offset))
        fail(node, 'a parent does not span its children')
      return
    }
    if (start.offset! < last || end.offset! < start.offset!) fail(node, 'positions run backwards')
    last = end.offset!
    const slice = source.slice(start.offset, end.offset)
    const between = parent?.type === 'RootNode'
    if (between && node.value === '\n\n' && slice !== node.value) return
    leaves.push(node.value)
    if (between && slice === node.value) return
    if ((node.type === 'SourceNode' ? slice : decode(slice, node.value)) !== node.value)
      fail(node, 'slice and value differ')
    if (node.type !== 'SourceNode' && node.type !== 'WhiteSpaceNode') prose += node.value
  }

  function fail(node: Nodes, why: string): never {
    const slice = source.slice(node.position?.start.offset, node.position?.end.offset)
    throw new Error(`${why}: ${JSON.stringify({ node, slice, source })}`)
  }
}

/** The references that the tests use. */
export function decodeReferences(text: string): string {
  const named: Record<string, string> = {
    amp: '&',
    not: '¬',
    shy: '\u00ad',
    nbsp: '\u00a0',
    eacute: 'é',
    lt: '<',
    '#8217': '’',
    '#x1F600': '😀',
  }
  return text.replace(/&([#\w]+);?/g, (whole, name: string) => named[name] ?? whole)
}

/** Paragraphs of a tree as strings, with a bar between sentences. */
export function outline(tree: Root): string[] {
  return tree.children
    .filter((node) => node.type === 'ParagraphNode')
    .map((paragraph) =>
      paragraph.children
        .filter((node) => node.type === 'SentenceNode')
        .map(textOf)
        .join(' | '),
    )
}

function textOf(node: Nodes): string {
  return 'children' in node ? node.children.map(textOf).join('') : node.value
}

/** Without shared points, and looked into from end to end. */
export function unfolded(node: Nodes): unknown {
  const { type, position } = node
  return 'children' in node
    ? { type, position, children: node.children.map(unfolded) }
    : { type, position, value: node.value }
}
