/**
 * The shipped glossary with a desk's own on top, by concept id. Compiled from YAML, since a layer may override any
 * part of the one below; that costs time, so only a config that names glossaries pays, and once per content.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PlacedConcept } from '../glossary/compile.js'
import type { CompiledGlossary } from '../glossary/compiled.js'
import { loadGlossary, readGlossary, type TextFile } from '../glossary/load.js'
import { DataError, type Problem } from '../glossary/problem.js'
import type { Concept } from '../glossary/schema.js'
import type { Shipped } from '../rules/compiled.js'
import { lean } from '../rules/lean.js'
import { loadRules } from '../rules/load.js'
import { cached } from './cache.js'
import { packageFolder } from './package.js'

export function layeredData(base: Shipped, own: readonly TextFile[]): Shipped {
  const parts = [shippedBytes(), ...own.flatMap(({ path, text }) => [path, text])]
  return { ...base, ...cached(parts, () => compile(base, own)) }
}

/** The shipped data as they were built: a new build is a new key. */
function shippedBytes(): Uint8Array {
  return readFileSync(join(packageFolder('dist'), 'shipped.js'))
}

/** What is wrong with a desk's own files on top of the shipped ones; nothing is kept. */
export function problemsOf(own: readonly TextFile[]): { concepts: number; problems: Problem[] } {
  const { glossary, problems } = loadGlossary([shippedFiles(), own])
  return { concepts: glossary.concepts.length, problems }
}

/** The entries on top of the shipped ones, as they are written; drafts, too. */
export function entriesOf(own: readonly TextFile[]): PlacedConcept[] {
  return sound(readGlossary([shippedFiles(), own]))
}

/** The entries by themselves. One that leaves out what the shipped one says has its kind and preferred form of it. */
export function entriesAlone(own: readonly TextFile[], { glossary }: Shipped): PlacedConcept[] {
  const known = new Map(glossary.concepts.map((concept) => [concept.id, concept]))
  return sound(readGlossary([own], { known }))
}

function sound({ concepts, problems }: { concepts: PlacedConcept[]; problems: Problem[] }): PlacedConcept[] {
  if (problems.length > 0) throw new DataError(problems)
  return concepts
}

/** The concepts as they are written, a desk's own on top, and what they compile to. */
export function writtenConcepts(own: readonly TextFile[]): {
  concepts: Concept[]
  glossary: CompiledGlossary
} {
  const { concepts, glossary, problems } = loadGlossary([shippedFiles(), own])
  if (problems.length > 0) throw new DataError(problems)
  return { concepts: concepts.map(({ concept }) => concept), glossary }
}

function shippedFiles(): TextFile[] {
  return yamlOf('glossary')
    .filter((file) => !file.path.startsWith('houses/'))
    .map((file) => ({ ...file, path: `shipped/${file.path}` }))
}

/** What a layer changes. The rules stay those that ship, but their phrases lie in the same trie as the terms. */
function compile({ version, houses }: Shipped, own: readonly TextFile[]): Pick<Shipped, 'glossary' | 'trie'> {
  const { glossary, problems } = loadGlossary([shippedFiles(), own])
  if (problems.length > 0) throw new DataError(problems)
  const { rules } = loadRules(yamlOf('rules'))
  const made = lean({ version, glossary, rules, houses })
  return { glossary: made.glossary, ...(made.trie && { trie: made.trie }) }
}

function yamlOf(name: string): TextFile[] {
  const folder = packageFolder(name)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
}
