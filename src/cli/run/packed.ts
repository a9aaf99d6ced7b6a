/**
 * Rows as the cache keeps them, in two parts: what is said, which a corpus says over and over and which is kept once, and
 * where. What comes out has its fields in the order in which a lint puts them, so that reports are the same to the byte.
 */
import type { Row } from '../../reporters/row.js'

/** What is said, wherever it is said. */
export type Saying = Pick<
  Row,
  'ruleId' | 'severity' | 'message' | 'actual' | 'expected' | 'when' | 'note' | 'concept' | 'zh' | 'url'
>

export type Packed = [
  saying: string,
  place: [line: number, column: number, endLine: number, endColumn: number],
  marks: [sentence: string | null, fingerprint: string],
  rest?: Pick<Row, 'fix' | 'related' | 'suppressed'>,
]

/** `nameOf`: keeps a saying and names it. */
export function packed(row: Row, nameOf: (saying: Saying) => string): Packed {
  const { line, column, endLine, endColumn, fix, related, suppressed, sentence, fingerprint, ...said } = row
  const all: Packed = [
    nameOf(said),
    [line, column, endLine, endColumn],
    [sentence ?? null, fingerprint as string],
  ]
  if (fix ?? related ?? suppressed) all.push({ fix, related, suppressed })
  return all
}

export function unpacked([, place, marks, rest]: Packed, said: Saying): Row {
  return {
    ruleId: said.ruleId,
    severity: said.severity,
    message: said.message,
    line: place[0],
    column: place[1],
    endLine: place[2],
    endColumn: place[3],
    actual: said.actual,
    expected: said.expected,
    when: said.when,
    note: said.note,
    concept: said.concept,
    zh: said.zh,
    url: said.url,
    fix: rest?.fix,
    related: rest?.related,
    sentence: marks[0] ?? undefined,
    fingerprint: marks[1],
    ...(rest?.suppressed && { suppressed: rest.suppressed }),
  }
}
