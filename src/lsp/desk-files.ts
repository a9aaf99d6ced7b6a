/**
 * The desk's own YAML while it is written: what is wrong with its shape at once, and what the configs' last reading found in
 * it. What only the whole glossary can tell is said when the file is saved. A rule stands for itself.
 */
import { textOf } from '../config/files.js'
import type { Problem } from '../glossary/problem.js'
import { readYaml } from '../glossary/yaml.js'
import { loadRules } from '../rules/load.js'
import type { Desk } from './desk.js'
import { roleOf, schemas } from './roles.js'
import { defaults } from './settings.js'

/** Nothing for a file that is none of the desk's. */
export async function problemsIn(path: string, text: string, desk: Desk): Promise<Problem[]> {
  const role = roleOf(path, text, desk.configOf(path))
  if (role === undefined) return []
  const own = text.replace(/^\uFEFF/, '')
  if (role === 'rule') return loadRules([{ path, text: own }]).problems
  // An empty glossary is one without concepts.
  const shape = own.trim() === '' ? [] : readYaml(path, own, schemas[role]).problems
  if (shape.length > 0 || textOf(path) !== own) return shape
  await desk.projectOf(path, defaults)
  return desk.problems().filter(({ file }) => file === path)
}
