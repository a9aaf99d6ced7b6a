/**
 * The shape of `zhengming.config.yaml`, in zod. Paths are relative to the config that names them; globs to the
 * config that is in force.
 */
import { z } from 'zod'
import { severities } from '../glossary/schema.js'

const text = z.string().min(1)
const some = z.union([text.transform((t) => [t]), z.array(text)])
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date like "2026-12-31", in quotes')
const severity = z.enum(severities)
const rules = z.record(text, z.enum([...severities, 'off'])).describe('severity by rule id or family/*')
const style = z.record(text, text).describe('a value by switch; wins over the house')
const house = text.describe('a house that ships, or the path of a house file')

const size = z.union([z.number().int().positive(), text]).transform((given, context) => {
  const match = /^\s*(\d+(?:\.\d+)?)\s*(bytes|kb|mb)?\s*$/i.exec(String(given))
  if (match === null) {
    context.addIssue({
      code: 'custom',
      message: 'expected a size like "2 MB", "500 kB" or a number of bytes',
    })
    return z.NEVER
  }
  const unit = { kb: 1000, mb: 1_000_000 }[match[2]?.toLowerCase() ?? ''] ?? 1
  return Math.floor(Number(match[1]) * unit)
})

const override = z.strictObject({
  files: some.describe('globs; of several that fit, the later wins'),
  house: house.optional(),
  rules: rules.optional(),
  style: style.optional(),
  info: z.boolean().optional(),
})

const accepted = z
  .strictObject({
    files: some.optional(),
    concept: text.optional(),
    rule: text.optional().describe('an id or family/*'),
    found: text.optional().describe('what stands in the text'),
    reason: z.string({ error: 'a decision needs its reason' }).min(1),
    by: text.optional(),
    until: day.optional().describe('the last day on which it holds'),
  })
  .refine((a) => a.concept ?? a.rule ?? a.found, 'a decision names a concept, a rule or what was found')

const settings = z.strictObject({
  extends: some.optional().describe('configs that this one builds on'),
  files: some.optional().describe('what a run without arguments looks at'),
  house: house.optional(),
  glossary: some.optional().describe('glossary files on top of the shipped one'),
  pages: text
    .optional()
    .describe('the glossary as HTML (glossary html), an address or a path: findings point there'),
  rules: rules.optional(),
  style: style.optional(),
  info: z.boolean().optional(),
  failOn: severity.optional(),
  maxWarnings: z.number().int().min(0).optional(),
  maxFileSize: size.optional(),
  baseline: text
    .optional()
    .describe('findings known already (zhengming baseline); default: zhengming-baseline.tsv'),
  ignore: some.optional(),
  overrides: z.array(override).optional(),
  accept: z.array(accepted).optional(),
  dates: z
    .strictObject({
      pattern: text.optional().describe("a regular expression on the file's name, with a group (?<date>…)"),
      metadata: text
        .optional()
        .describe('a CSV or TSV file with the columns file (or path) and date; group or outlet, for reports'),
    })
    .optional(),
})

/** An empty file is a config that says nothing. */
export const configSchema = z.preprocess((value) => value ?? {}, settings)

export type ConfigSource = z.output<typeof settings>
export type Override = z.output<typeof override>
export type Accepted = z.output<typeof accepted>
