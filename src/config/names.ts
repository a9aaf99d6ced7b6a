/** Names in a config that nothing answers to: rules, style switches, concepts, each where it stands and with the nearest. */
import type { Problem } from '../glossary/problem.js'
import { distance } from '../glossary/yaml.js'
import type { Shipped } from '../rules/compiled.js'
import type { Config, Placed } from './read.js'

export function unknownNames(config: Config, shipped: Shipped): Problem[] {
  const rules = [...new Set(shipped.rules.flatMap(({ id }) => [id, `${id.split('/')[0]}/*`]))]
  const switches = [
    ...new Set(
      [...Object.values(shipped.houses), ...shipped.rules].flatMap(({ style }) => Object.keys(style ?? {})),
    ),
  ]
  const concepts = shipped.glossary.concepts.map(({ id }) => id)
  const check = (
    names: readonly string[],
    known: readonly string[],
    what: string,
    problem: Placed<unknown>['problem'],
  ) =>
    names
      .filter((name) => !known.includes(name))
      .map((name) => problem(`no ${what} "${name}"${near(name, known)}`))
  return [
    ...[...config.rules].flatMap(([id, { problem }]) => check([id], rules, 'rule', problem)),
    ...[...config.style].flatMap(([id, { problem }]) => check([id], switches, 'style switch', problem)),
    ...config.overrides.flatMap(({ value, problem }) => [
      ...check(Object.keys(value.rules ?? {}), rules, 'rule', problem),
      ...check(Object.keys(value.style ?? {}), switches, 'style switch', problem),
    ]),
    ...config.accept.flatMap(({ value: { rule, concept }, problem }) => [
      ...check(rule ? [rule] : [], rules, 'rule', problem),
      ...check(concept ? [concept] : [], concepts, 'concept', problem),
    ]),
  ]
}

/** `, did you mean "…"?`, or nothing. */
export function near(word: string, known: readonly string[]): string {
  const [best] = known.map((one) => ({ one, far: distance(word, one) })).sort((a, b) => a.far - b.far)
  return best && best.far <= Math.max(2, word.length / 3) ? `, did you mean "${best.one}"?` : ''
}
