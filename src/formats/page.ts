/**
 * Collects the blocks of prose and the facts of one marked-up source, and makes the nlcst root of them.
 * Each block is parsed by itself, so no sentence runs from one into the next. Between two blocks stands white
 * space with a line break; where the source has markup there, its value is not that of its slice.
 */
import type { Root, RootContent, WhiteSpace } from 'nlcst'
import type { Point } from 'unist'
import { anchor, pointer } from './anchor.js'
import { parseEnglish } from './english.js'
import { Prose } from './prose.js'
import type { SourceFacts } from './source.js'

export class Page {
  readonly facts: SourceFacts
  /** The block that is being collected. */
  prose = new Prose()
  private readonly blocks: Prose[] = []

  constructor(
    readonly source: string,
    format: SourceFacts['format'],
  ) {
    this.facts = { format, headings: [], cited: [], directives: [], meta: {} }
  }

  /** Ends the block. What comes next shares no sentence with what came before. */
  flush(): void {
    if (this.prose.segments.length === 0) return
    this.blocks.push(this.prose)
    this.prose = new Prose()
  }

  root(): Root {
    this.flush()
    const { source } = this
    const pointAt = pointer(source)
    const root: Root = { type: 'RootNode', children: [] }
    // Browsers lift misplaced text out of tables; here it stays where it is written.
    this.blocks.sort((left, right) => left.segments[0]!.start - right.segments[0]!.start)
    for (const block of this.blocks) {
      const tree = parseEnglish(block.text.replace(/[ \t\r\n]+$/, ''))
      if (tree.children.length === 0) continue
      anchor(tree, block, source, pointAt)
      append(root, tree.children, source)
    }
    root.position = { start: pointAt(0), end: pointAt(source.length) }
    return root
  }
}

/** Blocks behind those that are there, with white space between them. */
export function append(root: Root, blocks: readonly RootContent[], source: string): void {
  const start = root.children.at(-1)?.position?.end
  const next = blocks[0]?.position?.start
  if (start && next) root.children.push(separator(source, start, next.offset! < start.offset! ? start : next))
  for (const block of blocks) root.children.push(block)
}

function separator(source: string, start: Point, end: Point): WhiteSpace {
  const gap = source.slice(start.offset, end.offset)
  const value = /^[ \t\r\n]*[\r\n][ \t\r\n]*$/.test(gap) ? gap : '\n\n'
  return { type: 'WhiteSpaceNode', value, position: { start: { ...start }, end: { ...end } } }
}
