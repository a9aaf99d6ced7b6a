/** What a config says, each value with the place where it stands: plain data, which can be kept and complained about later. */
import { dirname, resolve } from 'node:path'
import type { Problem } from '../glossary/problem.js'

export interface Placed<T> extends Omit<Problem, 'message'> {
  value: T
}

export function problemAt({ file, line, column }: Placed<unknown>, message: string): Problem {
  return { file, line, column, message }
}

/** Absolute: paths in a config are relative to it. */
export function pathOf({ file, value }: Placed<string>): string {
  return resolve(dirname(file), value)
}
