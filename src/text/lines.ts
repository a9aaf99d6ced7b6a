/** Lines and columns of a text to offsets and back, all in UTF-16 units; lines and columns count from 1. */
export interface Lines {
  text: string
  offset(line: number, column: number): number
  at(offset: number): { line: number; column: number }
}

export function linesOf(text: string): Lines {
  const starts = startsOf(text)
  return {
    text,
    offset: (line, column) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length),
    at(offset) {
      let low = 0
      let high = starts.length - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] as number) <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: offset - (starts[low] as number) + 1 }
    },
  }
}

/** As unified counts lines: a lone CR ends one, too. */
function startsOf(text: string): number[] {
  const starts = [0]
  if (text.includes('\r'))
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length)
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
