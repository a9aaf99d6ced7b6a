/**
 * The quality of a batch by MQM's calibrated linear scoring model (https://themqm.org/error-types-2/the-mqm-scoring-models):
 * penalty points per 1,000 words, put on a scale on which no penalty is 100 and the penalty that a desk tolerates is the
 * passing score. Small samples say little: below 500 words a score is only indicative and decides nothing.
 * The words are those of the translation, and only what a rule can find is counted.
 */

import type { Severity } from '../glossary/compiled.js'
import { mqmOf } from './mqm.js'

export interface Scale {
  /** Penalty points per 1,000 words, more than 0, that are worth `passing`. */
  tolerated: number
  /** The score that passes here. */
  wanted: number
}

/** The end of the scale that `tolerated` fixes; the other is 100 for no penalty. */
const passing = 95

/** No standard says what a desk tolerates: it says so itself (`--tolerate`, `--min-score`). */
export const usualScale: Scale = { tolerated: 10, wanted: passing }

export interface Score {
  words: number
  /** Penalty points. */
  penalty: number
  /** Per 1,000 words. */
  rate: number
  /** 0 to 100. */
  score: number
  /** Too few words for a verdict. */
  indicative: boolean
  passed: boolean
}

export const fewestWords = 500
const best = 100
const reference = 1000

type Counted = readonly { ruleId: string; severity: Severity }[]

export function scoreOf(findings: Counted, words: number, { tolerated, wanted }: Scale = usualScale): Score {
  const tenths = findings.reduce((sum, finding) => sum + Math.round(mqmOf(finding).penalty * 10), 0)
  const penalty = tenths / 10
  const rate = words === 0 ? 0 : (penalty * reference) / words
  const score = Math.max(0, best - (rate * (best - passing)) / tolerated)
  return { words, penalty, rate, score, indicative: words < fewestWords, passed: score >= wanted }
}
