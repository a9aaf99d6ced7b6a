/**
 * Nodes of a tree that counts from the beginning of its own stretch of text, as they stand in the whole: the same nodes
 * with their positions moved. Those at the top are moved when somebody looks into them, so that a stretch that nobody
 * looks into costs nothing; who only wants to walk the leaves asks for the origin.
 */
import type { Nodes, Root, RootContent } from 'nlcst'
import type { Point, Position } from 'unist'

/** Where a stretch begins: line and column from 1. */
export interface Base {
  line: number
  column: number
  offset: number
}

export interface Origin {
  node: RootContent
  offset: number
}

/** The node that a moved one was made of, and how far it moved. */
export function originOf(node: RootContent): Origin | undefined {
  return node instanceof Late ? node.origin : undefined
}

/** The children of a tree as those of a larger one. The tree itself is not changed and may be moved again. */
export function placed({ children }: Root, base: Base): RootContent[] {
  if (base.offset === 0) return children
  return children.map((node) =>
    'children' in node ? (new Late(node, base) as RootContent) : movedNode(node, base),
  )
}

/** A copy, positions moved. */
export function movedNode<N extends Nodes>(node: N, base: Base): N {
  const copy = { ...node, position: movedPosition(node.position as Position, base) }
  if ('children' in copy) copy.children = copy.children.map((child) => movedNode(child, base)) as never
  return copy
}

type Parent = Extract<RootContent, { children: unknown[] }>

class Late {
  readonly type: Parent['type']
  readonly position: Position
  readonly origin: Origin
  private copy: Parent | undefined

  constructor(
    node: Parent,
    private readonly base: Base,
  ) {
    this.type = node.type
    this.position = movedPosition(node.position as Position, base)
    this.origin = { node, offset: base.offset }
  }

  get children(): Parent['children'] {
    this.copy ??= movedNode(this.origin.node as Parent, this.base)
    return this.copy.children
  }
}

function movedPosition({ start, end }: Position, base: Base): Position {
  return { start: movedPoint(start, base), end: movedPoint(end, base) }
}

function movedPoint({ line, column, offset = 0 }: Point, base: Base): Point {
  return {
    line: line + base.line - 1,
    column: line === 1 ? column + base.column - 1 : column,
    offset: offset + base.offset,
  }
}
