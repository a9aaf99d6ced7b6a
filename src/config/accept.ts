/**
 * Decisions that leave a text untouched: findings that somebody looked at and accepted, with the reason, until a
 * date. After it the findings count again, and the run says that the decision is over; of one that matches nothing
 * in all the files that it names, it says that, too.
 */
import { dirname, resolve } from 'node:path'
import type { Finding } from '../findings/finding.js'
import type { Problem } from '../glossary/problem.js'
import { type Placed, problemAt } from './placed.js'
import type { Accepted } from './schema.js'

export interface Decisions {
  live: Placed<Accepted>[]
  /** What to say of each that is over. */
  expired: Problem[]
}

export function decisionsOf(all: readonly Placed<Accepted>[], today: string): Decisions {
  const over = all.filter(({ value }) => value.until !== undefined && value.until < today)
  return {
    live: all.filter((one) => !over.includes(one)),
    expired: over.map((one) => {
      const { until } = one.value
      return problemAt(one, `"${subjectOf(one.value)}" was accepted until ${until} and counts again`)
    }),
  }
}

/** As much of a finding as a decision goes by. */
export type Judged = Pick<Finding, 'ruleId' | 'concept' | 'actual'>

export function accepts(decision: Accepted, finding: Judged): boolean {
  const { concept, rule, found } = decision
  return (
    (concept === undefined || concept === finding.concept) &&
    (rule === undefined || rule === finding.ruleId || rule === `${finding.ruleId.split('/')[0]}/*`) &&
    (found === undefined || folded(found) === folded(finding.actual))
  )
}

/** What a run looked at. */
export interface Covered {
  files: readonly string[]
  /** All that the config holds for. */
  whole: boolean
}

/** Nothing where the run left out files that the decision speaks of. `info`: whether hints were looked for, too. */
export function idleProblem(decision: Placed<Accepted>, { files, whole }: Covered, info: boolean): Problem[] {
  const { value, file } = decision
  const named = value.files?.every((name) => files.includes(resolve(dirname(file), name))) ?? false
  if (!whole && !named) return []
  const what = info ? 'finding' : 'error or warning'
  return [problemAt(decision, `"${subjectOf(value)}" is accepted, but no ${what} there matches it`)]
}

function subjectOf({ found, concept, rule }: Accepted): string | undefined {
  return found ?? concept ?? rule
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ').trim()
}
