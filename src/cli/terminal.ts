/** What a stream can show: colours (flag, then NO_COLOR and FORCE_COLOR, then whether it is a terminal) and columns. */
import { createColors } from 'picocolors'
import type { Paper } from '../reporters/reporter.js'

export function paperFor(stream: NodeJS.WriteStream, options: { color?: boolean; all?: boolean }): Paper {
  const terminal = stream.isTTY === true
  const { red, yellow, blue, green, dim, bold, underline } = createColors(wantsColor(options.color, terminal))
  return {
    width: Math.max(40, stream.columns ?? 80),
    terminal,
    all: options.all ?? false,
    paint: { red, yellow, blue, green, dim, bold, underline },
  }
}

function wantsColor(flag: boolean | undefined, terminal: boolean): boolean {
  if (flag !== undefined) return flag
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env
  if (NO_COLOR) return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return terminal && TERM !== 'dumb'
}
