/**
 * Glossary files (their texts, not their paths: this does no I/O) to compiled data. A later layer's entry lies on top of an
 * earlier one with its id and says only what it changes; the same id twice in one layer is an error. All problems at once.
 */
import { z } from 'zod'
import { compileGlossary, type PlacedConcept } from './compile.js'
import type { CompiledGlossary } from './compiled.js'
import { overlay } from './overlay.js'
import type { Problem } from './problem.js'
import type { LiteralWords } from './readings.js'
import { type Concept, conceptSchema } from './schema.js'
import { explain, readYaml } from './yaml.js'

export interface TextFile {
  path: string
  text: string
}

/** `strict` asks what the shipped glossary owes its readers: a source for every concept, a reason for every refusal. */
export interface LoadOptions {
  strict?: boolean
  /** Kind and preferred form of concepts for entries that leave them out and have none below. */
  known?: ReadonlyMap<string, { kind: string; preferred: string }>
  /** The glossary that the layers lie on, read before. */
  below?: ReadonlyMap<string, PlacedConcept>
}

export function loadGlossary(
  layers: readonly (readonly TextFile[])[],
  options: LoadOptions = {},
): { glossary: CompiledGlossary; concepts: PlacedConcept[]; words: LiteralWords; problems: Problem[] } {
  const { concepts, words, problems } = readGlossary(layers, options)
  const compiled = compileGlossary(concepts, words)
  return { glossary: compiled.glossary, concepts, words, problems: [...problems, ...compiled.problems] }
}

/** What the files say, layer on layer, before it is compiled: drafts, too, and nothing checked between concepts. */
export function readGlossary(
  layers: readonly (readonly TextFile[])[],
  options: LoadOptions = {},
): { concepts: PlacedConcept[]; words: LiteralWords; problems: Problem[] } {
  const problems: Problem[] = []
  const words: LiteralWords = { heads: {}, morphemes: {}, ordinary: [] }
  let concepts: ReadonlyMap<string, PlacedConcept> = options.below ?? new Map()
  for (const files of layers) {
    const below = concepts
    const now = new Map(below)
    concepts = now
    const seen = new Map<string, PlacedConcept>()
    for (const file of files)
      for (const one of readWords(file, words, problems) ? [] : readFile(file, below, problems, options)) {
        // A place is dear: it is asked for only where something is wrong.
        const first = seen.get(one.concept.id)?.locate([])
        const again = `the id "${one.concept.id}" stands twice, first at ${first?.file}:${first?.line}`
        if (first) problems.push({ ...one.locate([]), message: again })
        else seen.set(one.concept.id, one)
        if (options.strict) problems.push(...owed(one))
        now.set(one.concept.id, one)
      }
  }
  return { concepts: [...concepts.values()], words, problems }
}

const morphemesSchema = z.strictObject({
  heads: z.record(z.string(), z.array(z.string())),
  morphemes: z.record(z.string(), z.array(z.string())),
})
const ordinarySchema = z.array(z.string())

/** `morphemes.yaml` and `ordinary.yaml` hold no concepts but what literal readings are made of; a later layer adds to them. */
export function holdsWords({ path }: TextFile): boolean {
  return path.endsWith('morphemes.yaml') || path.endsWith('ordinary.yaml')
}

function readWords(file: TextFile, words: LiteralWords, problems: Problem[]): boolean {
  if (file.path.endsWith('morphemes.yaml')) {
    const { data, problems: own } = readYaml(file.path, file.text, morphemesSchema)
    problems.push(...own)
    words.heads = { ...words.heads, ...data?.heads }
    words.morphemes = { ...words.morphemes, ...data?.morphemes }
    return true
  }
  if (!holdsWords(file)) return false
  const { data, problems: own } = readYaml(file.path, file.text, ordinarySchema)
  problems.push(...own)
  words.ordinary = [...words.ordinary, ...(data ?? [])]
  return true
}

/** A file that holds nothing yet, or only comments, is a glossary without concepts. */
const fileSchema = z.preprocess(
  (value) => value ?? [],
  z.union([
    z.array(z.record(z.string(), z.unknown())),
    z.strictObject({
      defaults: z.record(z.string(), z.unknown()).optional(),
      concepts: z.array(z.record(z.string(), z.unknown())),
    }),
  ]),
)

type Row = Record<string, unknown>

function readFile(
  file: TextFile,
  layer: ReadonlyMap<string, PlacedConcept>,
  problems: Problem[],
  { known }: LoadOptions,
): PlacedConcept[] {
  const outer = readYaml(file.path, file.text, fileSchema)
  problems.push(...outer.problems)
  if (outer.data === undefined) return []
  const inList = Array.isArray(outer.data)
  const defaults = Array.isArray(outer.data) ? {} : (outer.data.defaults ?? {})
  const rows = Array.isArray(outer.data) ? outer.data : outer.data.concepts
  const base = inList ? [] : ['concepts']
  return rows.flatMap((row, i): PlacedConcept[] => {
    const locate: PlacedConcept['locate'] = (path) => ({
      file: file.path,
      ...outer.locate([...base, i, ...path]),
    })
    const below = layer.get(String(row.id))
    const result = conceptSchema.safeParse(
      below
        ? completed(row, defaults, below.concept)
        : { ...mandatory(known?.get(String(row.id))), ...defaults, ...row },
    )
    if (!result.success) {
      for (const { path, message } of explain(result.error.issues))
        problems.push({ ...locate(path), message })
      return []
    }
    const own = { concept: result.data, locate }
    return [below ? overlay(below, own) : own]
  })
}

/** The file's defaults hold where the entry below says nothing either. */
function completed(row: Row, defaults: Row, below: Concept): Row {
  const open = Object.entries(defaults).filter(([key]) => !Object.hasOwn(below, key))
  return { ...Object.fromEntries(open), ...mandatory(below), ...row }
}

/** What an entry must say and need not repeat. */
function mandatory(known: { kind: string; preferred: string } | undefined): Row {
  return known ? { kind: known.kind, preferred: known.preferred } : {}
}

function owed({ concept, locate }: PlacedConcept): Problem[] {
  const problems: Problem[] = []
  if (!concept.source?.length) problems.push({ ...locate([]), message: `${concept.id}: no source` })
  if (!concept.zh?.length) problems.push({ ...locate([]), message: `${concept.id}: no Chinese` })
  for (const [term, said] of Object.entries(concept.deprecated ?? {}))
    if (typeof said !== 'string' && !said.why)
      problems.push({
        ...locate(['deprecated', term]),
        message: `${concept.id}: "${term}" is refused without a reason`,
      })
  return problems
}
