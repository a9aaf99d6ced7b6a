/**
 * The shape of a glossary file, in zod: what the loader accepts, what the JSON Schema says, and the types of both.
 * Loaded only where YAML is read; a run with the compiled glossary never pays for it.
 */
import { z } from 'zod'

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a year, year-month or date, in quotes')
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected words in lower case joined by hyphens')
const text = z.string().min(1)
const some = z.union([text.transform((t) => [t]), z.array(text)])

export const users = ['foreign-press', 'academic', 'former-official', 'party-press', 'local'] as const
export const kinds = [
  'organization',
  'person',
  'title',
  'document',
  'law',
  'event',
  'place',
  'slogan',
  'thought',
  'policy',
  'term',
] as const
export const severities = ['error', 'warning', 'info'] as const

/** Where a form counts only beside certain words; every value is a pattern or several. */
const context = z.strictObject({
  after: some.optional().describe('stands directly before the form'),
  before: some.optional().describe('stands directly behind the form'),
  with: some.optional().describe('stands somewhere in its sentence'),
  without: some.optional().describe('stands nowhere in its sentence'),
  about: some.optional().describe('stands somewhere in the article; beside `with`, either is enough'),
})

const rendering = z.union([
  text,
  z.strictObject({
    term: text,
    when: text.optional().describe('the condition under which it is right, for the reader'),
    'used-by': z.union([text, z.array(text)]).optional(),
    expand: z.enum(['first', 'never']).optional(),
    note: text.optional(),
  }),
])

const attested = z.strictObject({
  term: text,
  'used-by': z.array(z.enum(users)).min(1),
  note: text.optional(),
})

const superseded = z.strictObject({
  term: text,
  until: date.describe('the last date on which it was official'),
  note: text.optional(),
})

export const refused = z.union([
  text,
  context.extend({
    why: text.optional(),
    severity: z.enum(severities).optional(),
    case: z.literal('exact').optional().describe('only in these capitals'),
    expected: some.optional().describe('what should stand there, where it is not the preferred form'),
  }),
])

const confusable = z.union([
  id,
  context.extend({
    concept: id.describe('the sibling that is meant where the words around show it'),
    because: text,
  }),
])

const source = z.union([
  text,
  z.strictObject({
    title: text.optional(),
    by: text.optional(),
    year: z.union([z.number(), text]).optional(),
    url: text.optional(),
  }),
])

export const conceptSchema = z.strictObject({
  id,
  zh: some.optional().describe('Chinese, the full form first'),
  kind: z.enum(kinds),
  preferred: text,
  insert: text.optional().describe('what a fix writes, where it differs from the preferred form'),
  admitted: z.array(rendering).optional(),
  short: z
    .array(rendering)
    .optional()
    .describe('short forms and acronyms, counted as one with the full form'),
  attested: z.array(attested).optional().describe('forms that some real desk uses deliberately'),
  superseded: z.array(superseded).optional(),
  deprecated: z.record(text, refused).optional().describe('refused rendering or pattern: why'),
  formula: z
    .strictObject({
      slots: z.array(text).min(3).describe('the parts in their order; after | what garbled texts put there'),
      least: z.number().int().min(2).describe('how many parts make a near miss'),
      needs: some.optional().describe('parts of which one must be there'),
      without: some.optional().describe('words whose presence in the sentence makes it another thing'),
    })
    .optional(),
  confusable: z.array(confusable).optional(),
  vary: z.boolean().optional().describe('several approved renderings may stand in one article'),
  since: date.optional(),
  until: date.optional(),
  contested: z.boolean().optional(),
  approved: z.boolean().optional().describe('false: a draft, never enforced'),
  replaces: z.array(id).optional(),
  note: text.optional(),
  source: z.union([source.transform((s) => [s]), z.array(source)]).optional(),
  decisions: z.array(z.strictObject({ date, by: text, because: text })).optional(),
})

/** An entry on top of another with its id says only what it changes. */
const entry = conceptSchema.partial({ kind: true, preferred: true })

export const glossarySchema = z.union([
  z.array(entry),
  z.strictObject({
    defaults: conceptSchema.partial().omit({ id: true, preferred: true }).optional(),
    concepts: z.array(entry),
  }),
])

export type Concept = z.output<typeof conceptSchema>
export type Rendering = z.output<typeof rendering>
export type Context = z.output<typeof context>
