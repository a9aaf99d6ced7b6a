/**
 * What CI puts beside a line: one annotation for each concept and file, at its first place, the others named in it.
 * The worst first, over all files.
 */
import { bySeverity } from '../findings/finding.js'
import { type Block, fold } from './fold.js'
import type { FileReport } from './reporter.js'
import type { Row } from './row.js'
import { visible } from './width.js'

export interface Annotation {
  /** Relative to where the run stands, with slashes. */
  path: string
  block: Block
  /** Where it stands, and whose message speaks. */
  first: Row
  /** `Unexpected "theme education" for 主题教育, expected "education campaign" (×3, also 3:5, 7:12)`. */
  message: string
  /** Reasons, and which of several names is right when. */
  notes: string[]
}

export function annotationsOf(reports: readonly FileReport[]): Annotation[] {
  return reports
    .flatMap(({ path, findings }) => fold(findings).map((block) => annotationOf(slashed(path), block)))
    .sort((a, b) => bySeverity(a.block.severity, b.block.severity))
}

export function slashed(path: string): string {
  return path.replaceAll('\\', '/')
}

const mostPlaces = 8

function annotationOf(path: string, block: Block): Annotation {
  const [first, ...others] = block.findings as [Row, ...Row[]]
  const places = others.slice(0, mostPlaces).map(({ line, column }) => `${line}:${column}`)
  if (others.length > mostPlaces) places.push('…')
  const also = others.length > 0 ? ` (×${others.length + 1}, also ${places.join(', ')})` : ''
  const { notes, when } = block
  return {
    path,
    block,
    first,
    message: `${visible(first.message)}${also}`,
    notes: [...notes, ...(when === undefined ? [] : [when])].map(visible),
  }
}
