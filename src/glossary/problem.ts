/** Something wrong in a file of data, where it stands, in one line. Lines and columns count from 1. */
export interface Problem {
  file: string
  line: number
  column: number
  message: string
}

export class DataError extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map(problemLine).join('\n'))
  }
}

export function problemLine({ file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}: ${message}`
}
