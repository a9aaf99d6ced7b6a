/**
 * Findings as errors of MQM (Multidimensional Quality Metrics 2.0, https://themqm.org/error-types-2/typology): for each
 * rule or family the error type of MQM Core, and what a finding costs. The rule wins over its family; an unknown family is
 * a house's own rule and so a matter of its style.
 *
 * Severity multipliers are MQM's 0, 1, 5 and 25 (https://themqm.org/error-types-2/the-mqm-scoring-models), and 0.1 for minor
 * punctuation as in Freitag et al. 2021, "Experts, Errors, and Context", TACL 9. Error is major, warning minor, info neutral.
 */
import type { Severity } from '../glossary/compiled.js'

export interface ErrorType {
  /** Unique; names its dimension first. */
  id: string
  name: string
  dimension: string
}

export type MqmSeverity = 'neutral' | 'minor' | 'major' | 'critical'

export interface MqmError {
  /** None for remarks about our own comments in a text. */
  type: ErrorType | undefined
  severity: MqmSeverity
  /** Penalty points. */
  penalty: number
}

/** What a finding of this rule and severity is worth. */
export function mqmOf({ ruleId, severity }: { ruleId: string; severity: Severity }): MqmError {
  const family = ruleId.split('/', 1)[0] as string
  const key = [ruleId, family].find((one) => Object.hasOwn(types, one)) ?? 'style'
  const id = types[key]
  if (id === undefined) return { type: undefined, severity: 'neutral', penalty: 0 }
  const type = byId.get(id) as ErrorType
  const plain = severities[severity]
  if (id === punctuation && plain !== 'neutral') return { type, severity: 'minor', penalty: minorPunctuation }
  const worth = misleading.has(ruleId) ? raised[plain] : plain
  return { type, severity: worth, penalty: multipliers[worth] }
}

const multipliers: Record<MqmSeverity, number> = { neutral: 0, minor: 1, major: 5, critical: 25 }
const minorPunctuation = 0.1
const severities: Record<Severity, MqmSeverity> = { error: 'major', warning: 'minor', info: 'neutral' }

/**
 * What misleads a reader about who acted or when is critical where the rule is sure (an error), major where it warns:
 * another body named, a day that never was.
 */
const misleading = new Set(['term/confusable', 'date/impossible'])
const raised: Record<MqmSeverity, MqmSeverity> = {
  neutral: 'neutral',
  minor: 'major',
  major: 'critical',
  critical: 'critical',
}

const core: Record<string, readonly string[]> = {
  Terminology: ['Inconsistent with terminology resource', 'Inconsistent use of terminology', 'Wrong term'],
  Accuracy: ['Mistranslation', 'Addition', 'Untranslated'],
  'Linguistic conventions': ['Grammar', 'Punctuation', 'Spelling'],
  Style: ['Organizational style', 'Awkward style', 'Unidiomatic style', 'Inconsistent style'],
  'Locale conventions': ['Number format', 'Date format'],
  'Design and markup': ['Markup tag'],
}

const punctuation = 'linguistic-conventions/punctuation'

/** Rule or family → error type; undefined for what is none. */
const types: Record<string, string | undefined> = {
  term: 'terminology/inconsistent-with-terminology-resource',
  'term/inconsistent': 'terminology/inconsistent-use-of-terminology',
  'term/garbled': 'terminology/wrong-term',
  'term/confusable': 'terminology/wrong-term',
  'term/unlisted': 'terminology/wrong-term',
  'term/case': 'linguistic-conventions/spelling',
  'term/acronym': 'style/organizational-style',
  garble: 'linguistic-conventions/grammar',
  'garble/repeated-passage': 'accuracy/addition',
  'garble/cognate': 'style/awkward-style',
  'garble/x-and-x': 'style/awkward-style',
  'garble/capital': 'linguistic-conventions/spelling',
  calque: 'style/unidiomatic-style',
  casing: 'style/organizational-style',
  'casing/internet': 'style/inconsistent-style',
  punctuation,
  'punctuation/figure': 'locale-conventions/number-format',
  residue: 'accuracy/addition',
  'residue/chinese': 'accuracy/untranslated',
  'residue/markup': 'design-and-markup/markup-tag',
  date: 'locale-conventions/date-format',
  'date/impossible': 'accuracy/mistranslation',
  style: 'style/organizational-style',
  'style/spelling': 'style/inconsistent-style',
  'style/party-name': 'style/inconsistent-style',
  'style/cybersecurity': 'style/inconsistent-style',
  directive: undefined,
}

/** Every error type of MQM Core that a finding may have, in the order of the typology. */
export const errorTypes: readonly ErrorType[] = Object.entries(core).flatMap(([dimension, names]) =>
  names.map((name) => ({ id: `${slug(dimension)}/${slug(name)}`, name, dimension })),
)

const byId = new Map(errorTypes.map((type) => [type.id, type]))

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
