/** Names in a config that nothing answers to: rules, style switches, concepts, each where it stands and with the nearest. */
import type { Problem } from '../glossary/problem.js'
import { distance } from '../glossary/yaml.js'
import type { Shipped } from '../rules/compiled.js'
import { type Placed, problemAt } from './placed.js'
import type { Config } from './read.js'

export function unknownNames(config: Config, shipped: Shipped): Problem[] {
  const rules = [...new Set(shipped.rules.flatMap(({ id }) => [id, `${id.split('/')[0]}/*`]))]
  const switches = [
    ...new Set(
      [...Object.values(shipped.houses), ...shipped.rules].flatMap(({ style }) => Object.keys(style ?? {})),
    ),
  ]
  const concepts = shipped.glossary.concepts.map(({ id }) => id)
  const check = (names: readonly string[], known: readonly string[], what: string, at: Placed<unknown>) =>
    names
      .filter((name) => !known.includes(name))
      .map((name) => problemAt(at, `no ${what} "${name}"${near(name, known)}`))
  return [
    ...Object.entries(config.rules).flatMap(([id, one]) => check([id], rules, 'rule', one)),
    ...Object.entries(config.style).flatMap(([id, one]) => check([id], switches, 'style switch', one)),
    ...config.overrides.flatMap((one) => [
      ...check(Object.keys(one.value.rules ?? {}), rules, 'rule', one),
      ...check(Object.keys(one.value.style ?? {}), switches, 'style switch', one),
    ]),
    ...config.accept.flatMap((one) => {
      const { rule, concept } = one.value
      return [
        ...check(rule ? [rule] : [], rules, 'rule', one),
        ...check(concept ? [concept] : [], concepts, 'concept', one),
      ]
    }),
  ]
}

/** `, did you mean "…"?`, or nothing. */
export function near(word: string, known: readonly string[]): string {
  const [best] = known.map((one) => ({ one, far: distance(word, one) })).sort((a, b) => a.far - b.far)
  return best && best.far <= Math.max(2, word.length / 3) ? `, did you mean "${best.one}"?` : ''
}
