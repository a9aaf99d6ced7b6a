/**
 * The glossary that a desk's layer lies on, as far as compiling the layer needs it. Nothing of it is compiled again: what
 * is written in it is asked of its trie, and the rest comes from what the build wrote beside the compiled data.
 */
import { formsWritten } from '../matching/lookup.js'
import type { Trie } from '../matching/packed.js'
import type { PlacedConcept } from './compile.js'
import type { CompiledConcept, CompiledForm, CompiledGlossary } from './compiled.js'
import type { Names } from './literal.js'
import { type LiteralWords, namesOf } from './readings.js'
import type { Concept } from './schema.js'

export interface Below {
  /** As they are written, drafts, too. */
  concepts: ReadonlyMap<string, PlacedConcept>
  words: LiteralWords
  names: Names
  written: (sequence: string) => readonly Written[]
}

export interface Written {
  form: CompiledForm
  concept: CompiledConcept
  /** Only as a plural that was derived. */
  plural: boolean
}

/** What the build writes: plain data. */
export interface Source {
  concepts: { file: string; concept: Concept }[]
  words: LiteralWords
  names: [zh: string, sequences: readonly string[]][]
}

export function sourceOf(
  concepts: readonly PlacedConcept[],
  words: LiteralWords,
  glossary: CompiledGlossary,
): Source {
  return {
    concepts: concepts.map(({ concept, locate }) => ({ file: locate([]).file, concept })),
    words,
    names: [...namesOf(glossary)],
  }
}

/** `locate` finds a part of a concept in its file, which is read only if something is wrong. */
export function belowOf(
  { concepts, words, names }: Source,
  glossary: CompiledGlossary,
  trie: Trie,
  locate: (file: string, id: string) => PlacedConcept['locate'],
): Below {
  const written = formsWritten(trie, glossary)
  return {
    concepts: new Map(
      concepts.map(({ file, concept }) => [
        concept.id,
        { concept, locate: (path) => locate(file, concept.id)(path) },
      ]),
    ),
    words,
    names: new Map(names),
    written: (sequence) =>
      written(sequence).map((one) => ({
        ...one,
        concept: glossary.concepts[one.form.concept] as CompiledConcept,
      })),
  }
}
