/**
 * Decisions that leave a text untouched: findings that somebody looked at and accepted, with the reason, until a
 * date. After it the findings count again, and the run says that the decision is over.
 */
import type { Finding } from '../findings/finding.js'
import type { Problem } from '../glossary/problem.js'
import type { Placed } from './read.js'
import type { Accepted } from './schema.js'

export interface Decisions {
  live: Accepted[]
  /** What to say of each that is over. */
  expired: Problem[]
}

export function decisionsOf(all: readonly Placed<Accepted>[], today: string): Decisions {
  const over = all.filter(({ value }) => value.until !== undefined && value.until < today)
  return {
    live: all.filter((one) => !over.includes(one)).map(({ value }) => value),
    expired: over.map(({ value, problem }) => {
      const what = value.found ?? value.concept ?? value.rule
      return problem(`"${what}" was accepted until ${value.until} and counts again`)
    }),
  }
}

export function accepts(decision: Accepted, finding: Finding): boolean {
  const { concept, rule, found } = decision
  return (
    (concept === undefined || concept === finding.concept) &&
    (rule === undefined || rule === finding.ruleId || rule === `${finding.ruleId.split('/')[0]}/*`) &&
    (found === undefined || folded(found) === folded(finding.actual))
  )
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim()
}
