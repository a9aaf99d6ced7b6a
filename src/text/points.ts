/** Lines and columns of source offsets, from 1, in UTF-16 units; a line ends at \n, \r\n or a lone \r. */
import type { Point, Position } from 'unist'
import { type Document, memo } from './document.js'
import { linesOf } from './lines.js'

export function positionOf(document: Document, start: number, end: number): Position {
  return { start: pointAt(document, start), end: pointAt(document, end) }
}

function pointAt(document: Document, offset: number): Point {
  return { ...memo(document, linesOf, ({ source }) => linesOf(source)).at(offset), offset }
}
