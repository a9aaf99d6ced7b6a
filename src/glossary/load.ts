/**
 * Glossary files (their texts, not their paths: this does no I/O) to compiled data. Later files override earlier
 * ones by concept id; the same id twice in one layer is an error. All problems at once.
 */
import { z } from 'zod'
import { compileGlossary, type PlacedConcept } from './compile.js'
import type { CompiledGlossary } from './compiled.js'
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
}

export function loadGlossary(
  layers: readonly (readonly TextFile[])[],
  options: LoadOptions = {},
): { glossary: CompiledGlossary; words: LiteralWords; problems: Problem[] } {
  const problems: Problem[] = []
  const placed: PlacedConcept[] = []
  const words: LiteralWords = { heads: {}, morphemes: {}, ordinary: [] }
  layers.forEach((files) => {
    const seen = new Map<string, string>()
    for (const file of files)
      for (const one of readWords(file, words, problems) ? [] : readFile(file, problems)) {
        const place = one.locate([])
        const first = seen.get(one.concept.id)
        if (first)
          problems.push({
            file: file.path,
            ...place,
            message: `the id "${one.concept.id}" stands twice, first at ${first}`,
          })
        else seen.set(one.concept.id, `${file.path}:${place.line}`)
        if (options.strict) problems.push(...owed(one))
        placed.push(one)
      }
  })
  const compiled = compileGlossary(placed, words)
  return { glossary: compiled.glossary, words, problems: [...problems, ...compiled.problems] }
}

const morphemesSchema = z.strictObject({
  heads: z.record(z.string(), z.array(z.string())),
  morphemes: z.record(z.string(), z.array(z.string())),
})
const ordinarySchema = z.array(z.string())

/** `morphemes.yaml` and `ordinary.yaml` hold no concepts but what literal readings are made of; a later layer adds to them. */
function readWords(file: TextFile, words: LiteralWords, problems: Problem[]): boolean {
  if (file.path.endsWith('morphemes.yaml')) {
    const { data, problems: own } = readYaml(file.path, file.text, morphemesSchema)
    problems.push(...own)
    words.heads = { ...words.heads, ...data?.heads }
    words.morphemes = { ...words.morphemes, ...data?.morphemes }
    return true
  }
  if (!file.path.endsWith('ordinary.yaml')) return false
  const { data, problems: own } = readYaml(file.path, file.text, ordinarySchema)
  problems.push(...own)
  words.ordinary = [...words.ordinary, ...(data ?? [])]
  return true
}

const fileSchema = z.union([
  z.array(z.record(z.string(), z.unknown())),
  z.strictObject({
    defaults: z.record(z.string(), z.unknown()).optional(),
    concepts: z.array(z.record(z.string(), z.unknown())),
  }),
])

function readFile(file: TextFile, problems: Problem[]): PlacedConcept[] {
  const outer = readYaml(file.path, file.text, fileSchema)
  problems.push(...outer.problems)
  if (outer.data === undefined) return []
  const inList = Array.isArray(outer.data)
  const defaults = Array.isArray(outer.data) ? {} : (outer.data.defaults ?? {})
  const rows = Array.isArray(outer.data) ? outer.data : outer.data.concepts
  const base = inList ? [] : ['concepts']
  return rows.flatMap((row, i): PlacedConcept[] => {
    const locate = (path: readonly PropertyKey[]) => outer.locate([...base, i, ...path])
    const result = checkConcept({ ...defaults, ...row })
    problems.push(...result.problems.map((p) => ({ file: file.path, ...locate(p.path), message: p.message })))
    return result.concept ? [{ concept: result.concept, file: file.path, locate }] : []
  })
}

function checkConcept(row: Record<string, unknown>): {
  concept?: Concept
  problems: { path: readonly PropertyKey[]; message: string }[]
} {
  const result = conceptSchema.safeParse(row)
  if (result.success) return { concept: result.data, problems: [] }
  return { problems: explain(result.error.issues) }
}

function owed({ concept, file, locate }: PlacedConcept): Problem[] {
  const problems: Problem[] = []
  if (!concept.source?.length) problems.push({ file, ...locate([]), message: `${concept.id}: no source` })
  if (!concept.zh?.length) problems.push({ file, ...locate([]), message: `${concept.id}: no Chinese` })
  for (const [term, said] of Object.entries(concept.deprecated ?? {}))
    if (typeof said !== 'string' && !said.why)
      problems.push({
        file,
        ...locate(['deprecated', term]),
        message: `${concept.id}: "${term}" is refused without a reason`,
      })
  return problems
}
