/** Rule and house files (texts) to compiled data, all problems at once. A house `extends` another by name. */
import { compileContext, compileSequences } from '../glossary/compile.js'
import type { TextFile } from '../glossary/load.js'
import type { Problem } from '../glossary/problem.js'
import { readYaml } from '../glossary/yaml.js'
import type { CompiledHouse, CompiledPhrase, CompiledRule } from './compiled.js'
import { type HouseSource, houseSchema, type RuleSource, ruleSchema } from './schema.js'

/** `path` of each file is its id with `.yaml`: `term/case.yaml`. */
export function loadRules(files: readonly TextFile[]): { rules: CompiledRule[]; problems: Problem[] } {
  const problems: Problem[] = []
  const rules = files.flatMap((file): CompiledRule[] => {
    const { data, problems: own, locate } = readYaml(file.path, file.text, ruleSchema)
    problems.push(...own)
    if (data === undefined) return []
    const say = (path: readonly PropertyKey[], message: string) => {
      problems.push({ file: file.path, ...locate(path), message })
    }
    return [ruleOf(idOf(file.path), data, say)]
  })
  return { rules, problems }
}

function ruleOf(
  id: string,
  data: RuleSource,
  say: (path: readonly PropertyKey[], message: string) => void,
): CompiledRule {
  const { patterns, lists: named, ...rest } = data
  const lists = Object.fromEntries(
    Object.entries(named ?? {}).map(([name, list]) => [
      name,
      list.flatMap((pattern, i) => compileSequences(pattern, ['lists', name, i], say)),
    ]),
  )
  const phrases = Object.entries(patterns ?? {}).map(([pattern, said]): CompiledPhrase => {
    const path = ['patterns', pattern]
    const o = typeof said === 'string' ? { expected: [said] } : said
    const sequences = compileSequences(pattern, path, say)
    const context = typeof said === 'string' ? undefined : compileContext(said, path, say)
    const exact = 'case' in o && o.case !== undefined
    return {
      pattern,
      sequences,
      expected: o.expected ?? [],
      ...('why' in o && o.why ? { why: o.why } : {}),
      ...('severity' in o && o.severity ? { severity: o.severity } : {}),
      ...(exact ? { exact } : {}),
      ...(context ? { context } : {}),
    }
  })
  return { id, options: {}, ...rest, phrases, lists }
}

export function loadHouses(files: readonly TextFile[]): {
  houses: Record<string, CompiledHouse>
  problems: Problem[]
} {
  const problems: Problem[] = []
  const sources = new Map<string, HouseSource>()
  for (const file of files) {
    const { data, problems: own } = readYaml(file.path, file.text, houseSchema)
    problems.push(...own)
    if (data) sources.set(idOf(file.path), data)
  }
  const houses: Record<string, CompiledHouse> = {}
  for (const name of sources.keys()) houses[name] = houseOf(name, sources, problems)
  return { houses, problems }
}

function houseOf(
  name: string,
  sources: Map<string, HouseSource>,
  problems: Problem[],
  above: string[] = [],
): CompiledHouse {
  const source = sources.get(name)
  if (source === undefined || above.includes(name)) {
    const message = source === undefined ? `no house "${name}"` : `house "${name}" extends itself`
    problems.push({ file: `${above.at(-1) ?? name}.yaml`, line: 1, column: 1, message })
    return { name, summary: '', refuse: [], contested: false, style: {}, rules: {} }
  }
  const base = source.extends ? houseOf(source.extends, sources, problems, [...above, name]) : undefined
  return {
    name,
    summary: source.summary,
    refuse: source.refuse ?? base?.refuse ?? [],
    contested: source.contested ?? base?.contested ?? false,
    style: { ...base?.style, ...source.style },
    rules: { ...base?.rules, ...source.rules },
  }
}

function idOf(path: string): string {
  return path.replace(/\.ya?ml$/, '')
}
