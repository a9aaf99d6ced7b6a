/** Paths as people should read them: below the folder where they stand, relative; far elsewhere in full. */
import { relative, sep } from 'node:path'
import { type Problem, problemLine } from '../glossary/problem.js'

export function shortPath(path: string): string {
  const here = process.cwd()
  // What most paths are; a corpus has thousands, and `relative` takes them apart.
  if (path.startsWith(here + sep) && !path.includes('..')) return path.slice(here.length + 1)
  const short = relative(here, path)
  return short.startsWith('../../..') ? path : short || '.'
}

export function problemHere(problem: Problem): string {
  return problemLine({ ...problem, file: shortPath(problem.file) })
}
