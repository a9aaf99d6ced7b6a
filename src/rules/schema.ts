/**
 * The shape of a rule file and of a house file, in zod. A rule's id is its path: `rules/term/case.yaml` is `term/case`.
 */
import { z } from 'zod'
import { refused, severities, users } from '../glossary/schema.js'

const text = z.string().min(1)

const inlineHouse = z.union([
  text,
  z.strictObject({
    extends: text,
    style: z.record(text, text).optional(),
    refuse: z.array(z.enum(users)).optional(),
    contested: z.boolean().optional(),
  }),
])

const bad = z.strictObject({
  text,
  found: z
    .union([text.transform((t) => [t]), z.array(text)])
    .describe('what the findings of this rule cover, in order'),
  expected: text.optional().describe('what the first of them says should stand there'),
  fixed: text.optional().describe('the text after its fixes'),
  house: inlineHouse.optional(),
  date: text.optional(),
})

const sound = z.union([text, z.strictObject({ text, house: inlineHouse.optional(), date: text.optional() })])

export const ruleSchema = z.strictObject({
  check: text.describe('the check in src/checks that looks'),
  severity: z.enum(severities),
  message: text.describe('with {actual}, {expected}, {zh} and what the check offers'),
  summary: text.describe('what it finds, in one sentence'),
  note: text.optional().describe('the reason it gives where the finding brings none of its own'),
  style: z.record(text, text).optional().describe('only under a house with these switches'),
  options: z.record(text, z.unknown()).optional(),
  lists: z.record(text, z.array(text)).optional().describe('patterns that the check asks for by name'),
  patterns: z.record(text, refused).optional(),
  examples: z.strictObject({
    bad: z.array(bad).min(1),
    good: z.array(sound).min(1).describe('how it should read'),
    ok: z.array(sound).min(1).describe('what looks alike and must be left alone'),
  }),
})

export const houseSchema = z.strictObject({
  summary: text,
  extends: text.optional(),
  refuse: z.array(z.enum(users)).optional().describe('whose attested forms become findings'),
  contested: z.boolean().optional().describe('whether contested concepts speak'),
  style: z.record(text, text).optional(),
  rules: z.record(text, z.enum([...severities, 'off'])).optional(),
})

export type RuleSource = z.output<typeof ruleSchema>
export type HouseSource = z.output<typeof houseSchema>
