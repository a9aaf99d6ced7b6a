/**
 * `zhengming glossary check [files]`: glossary files on top of the shipped one, every problem at once as file:line:column.
 * Exit 1 where there is one, 2 where a file cannot be read.
 */
import shipped from '#shipped'
import { problemsOf } from '../../config/layers.js'
import { problemHere } from '../short-path.js'
import { glossaryFile } from './files.js'

export async function check(paths: readonly string[]): Promise<number> {
  const { concepts, problems } = problemsOf(shipped, paths.map(glossaryFile))
  for (const problem of problems) process.stdout.write(`${problemHere(problem)}\n`)
  const count =
    problems.length === 0 ? 'no problem' : `${problems.length} problem${problems.length > 1 ? 's' : ''}`
  process.stdout.write(`${concepts} concepts, ${count}\n`)
  return problems.length > 0 ? 1 : 0
}
