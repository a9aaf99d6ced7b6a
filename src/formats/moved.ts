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

const origins = new WeakMap<object, Origin>()

/** The node that a moved one was made of, and how far it moved. */
export function originOf(node: RootContent): Origin | undefined {
  return origins.get(node)
}

/** The children of a tree as those of a larger one. The tree itself is not changed and may be moved again. */
export function placed({ children }: Root, base: Base): RootContent[] {
  if (base.offset === 0) return children
  return children.map((node) => {
    const late = 'children' in node ? lately(node, base) : movedNode(node, base)
    origins.set(late, { node, offset: base.offset })
    return late
  })
}

/** A copy, positions moved. */
export function movedNode<N extends Nodes>(node: N, base: Base): N {
  const copy = { ...node, position: movedPosition(node.position as Position, base) }
  if ('children' in copy) copy.children = copy.children.map((child) => movedNode(child, base)) as never
  return copy
}

function lately(node: RootContent & { children: unknown[] }, base: Base): RootContent {
  let copy: RootContent | undefined
  return {
    type: node.type,
    get children() {
      copy ??= movedNode(node, base)
      return (copy as typeof node).children
    },
    position: movedPosition(node.position as Position, base),
  } as RootContent
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
