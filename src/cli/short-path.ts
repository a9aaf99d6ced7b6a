/** Paths as people should read them: below the folder where they stand, relative; far elsewhere in full. */
import { relative } from 'node:path'
import { type Problem, problemLine } from '../glossary/problem.js'

export function shortPath(path: string): string {
  const short = relative(process.cwd(), path)
  return short.startsWith('../../..') ? path : short || '.'
}

export function problemHere(problem: Problem): string {
  return problemLine({ ...problem, file: shortPath(problem.file) })
}
