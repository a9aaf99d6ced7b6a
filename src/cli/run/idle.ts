/** Decisions of the configs that had nothing to decide, said on stderr; asked only where the run saw all that they hold for. */
import { dirname, resolve } from 'node:path'
import { complain } from '../fail.js'
import { below } from '../paths.js'
import { problemHere } from '../short-path.js'
import type { Linted } from './collect.js'

export function sayIdle(args: readonly string[], results: readonly Linted[]): void {
  const folders = args.map((arg) => resolve(arg))
  for (const project of new Set(results.map((r) => r.project))) {
    if (project.path === undefined) continue
    const base = dirname(project.path)
    const whole =
      args.length === 0
        ? project.files !== undefined || base === resolve('.')
        : folders.some((folder) => folder === base || below(folder, base) !== undefined)
    const files = results.filter((r) => r.project === project).map((r) => r.absolute)
    for (const problem of project.idle({ files, whole })) complain(problemHere(problem))
  }
}
