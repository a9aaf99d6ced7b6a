/** Lines and columns of source offsets, from 1, in UTF-16 units; a line ends at \n, \r\n or a lone \r. */
import type { Point, Position } from 'unist'
import { type Document, memo } from './document.js'

export function positionOf(document: Document, start: number, end: number): Position {
  return { start: pointAt(document, start), end: pointAt(document, end) }
}

function pointAt(document: Document, offset: number): Point {
  const starts = memo(document, pointAt, lineStarts)
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (starts[low] as number) + 1, offset }
}

function lineStarts({ source }: Document): number[] {
  const starts = [0]
  if (source.includes('\r'))
    for (const { index, 0: mark } of source.matchAll(/\r\n|\n|\r/g)) starts.push(index + mark.length)
  else for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
