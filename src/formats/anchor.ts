/**
 * Moves a tree from the text of a block to the source that the text was read from: every leaf covers exactly the
 * stretch that decodes to its value, every parent reaches from its first leaf to its last.
 * A leaf that markup runs through (`**W**ord`) becomes several in the same parent; nothing else is rearranged.
 */
import type { Nodes, Parents, Root } from 'nlcst'
import type { Prose, Segment } from './prose.js'

type Leaf = Exclude<Nodes, Parents>
type Point = NonNullable<Root['position']>['start']

export function anchor(root: Root, prose: Prose, source: string, pointAt: (offset: number) => Point): void {
  const { segments } = prose
  let at = 0
  let index = 0
  let last: Point | undefined
  walk(root)

  function walk(parent: Parents): void {
    const { children } = parent
    let rebuilt: Nodes[] | undefined
    for (let i = 0; i < children.length; i++) {
      const child = children[i]!
      if ('children' in child) {
        walk(child)
        rebuilt?.push(child)
        continue
      }
      const pieces = place(child)
      if (pieces) rebuilt ??= children.slice(0, i)
      if (rebuilt) rebuilt.push(...(pieces ?? [child]))
    }
    if (rebuilt) parent.children = rebuilt as typeof children
    const first = parent.children[0]
    if (first) parent.position = { start: first.position!.start, end: parent.children.at(-1)!.position!.end }
  }

  /** Sets the leaf's position, or returns what it has to be cut into. */
  function place(leaf: Leaf): Leaf[] | undefined {
    const begin = at
    let from = at
    at += leaf.value.length
    if (from < at && isInside(from, at)) {
      const { start, at: base } = segments[index]!
      leaf.position = reach(start + from - base, start + at - base)
      return undefined
    }
    const pieces: Leaf[] = []
    while (from < at) {
      while (endOf(segments[index]!) <= from) index++
      const first = segments[index]!
      let last = first
      // Stretches that touch are one stretch: `caf&eacute;s` is a single word.
      while (endOf(last) < at && joins(last, segments[index + 1]!)) last = segments[++index]!
      const to = Math.min(at, endOf(last))
      const start = first.kind === 'same' ? first.start + from - first.at : first.start
      const end = last.kind === 'same' ? last.start + to - last.at : last.end
      const position = reach(start, end)
      const piece: Leaf =
        first.kind === 'source'
          ? { type: 'SourceNode', value: source.slice(start, end), position }
          : { ...leaf, value: leaf.value.slice(from - begin, to - begin), position }
      if (pieces.length === 0 && to === at && first.kind !== 'source') {
        leaf.position = position
        return undefined
      }
      pieces.push(piece)
      from = to
    }
    return pieces
  }

  /** Nearly every leaf is: of a stretch that stands for itself. */
  function isInside(from: number, to: number): boolean {
    while (endOf(segments[index]!) <= from) index++
    const { kind, at, length } = segments[index]!
    return kind === 'same' && to <= at + length
  }

  /** Leaves mostly begin where the last one ended. */
  function reach(start: number, end: number): { start: Point; end: Point } {
    const begin = last?.offset === start ? last : pointAt(start)
    last = pointAt(end)
    return { start: begin, end: last }
  }
}

const endOf = (segment: Segment) => segment.at + segment.length

const joins = (left: Segment, right: Segment) =>
  left.end === right.start && left.kind !== 'source' && right.kind !== 'source'

/** Line and column of offsets that mostly ascend: the line is looked for from where the last one was found. */
export function pointer(source: string): (offset: number) => Point {
  const starts = [0]
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (code === 10 || (code === 13 && source.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  let line = 0
  return (offset) => {
    while (line > 0 && starts[line]! > offset) line--
    while (line + 1 < starts.length && starts[line + 1]! <= offset) line++
    return { line: line + 1, column: offset - starts[line]! + 1, offset }
  }
}
