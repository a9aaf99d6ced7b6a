/**
 * The shipped glossary with a desk's own on top, by concept id. Only the desk's part is compiled, once per content, and
 * becomes a layer that is searched beside the shipped one. A desk that brings morphemes of its own has all literal
 * readings made anew, and so the whole compiled.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Below, belowOf, type Source } from '../glossary/below.js'
import { compileGlossary, type PlacedConcept } from '../glossary/compile.js'
import type { CompiledGlossary } from '../glossary/compiled.js'
import { holdsWords, loadGlossary, readGlossary, type TextFile } from '../glossary/load.js'
import { DataError, type Problem } from '../glossary/problem.js'
import type { Concept } from '../glossary/schema.js'
import type { Layer, Shipped } from '../rules/compiled.js'
import { lean, leanLayer } from '../rules/lean.js'
import { loadRules } from '../rules/load.js'
import { trieOf } from '../setup.js'
import { cached } from './cache.js'
import { build, packageFolder } from './package.js'

type Whole = Pick<Shipped, 'glossary' | 'trie'>
interface OnTop {
  layer: Layer
  replaced: string[]
}

export function layeredData(base: Shipped, own: readonly TextFile[]): Shipped {
  const parts = [build(), ...own.flatMap(({ path, text }) => [path, text])]
  const made = cached<Whole | OnTop>(parts, () =>
    own.some(holdsWords) ? compileWhole(base, own) : compileOnTop(base, own),
  )
  return 'layer' in made ? stacked(base, made) : { ...base, ...made }
}

/** What is wrong with a desk's own files on top of the shipped ones; nothing is kept. */
export function problemsOf(
  base: Shipped,
  own: readonly TextFile[],
): { concepts: number; problems: Problem[] } {
  if (own.length === 0 || own.some(holdsWords)) {
    const { glossary, problems } = loadGlossary([shippedFiles(), own])
    return { concepts: glossary.concepts.length, problems }
  }
  const { glossary, replaced, problems } = onTop(base, own)
  return { concepts: base.glossary.concepts.length - replaced.length + glossary.concepts.length, problems }
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

function compileOnTop(base: Shipped, own: readonly TextFile[]): OnTop {
  const { glossary, replaced, problems } = onTop(base, own)
  if (problems.length > 0) throw new DataError(problems)
  return { layer: leanLayer(glossary, trieOf(base, base.rules)), replaced }
}

function onTop(base: Shipped, own: readonly TextFile[]) {
  const below = belowFor(base)
  const read = readGlossary([own], { below: below.concepts })
  const fresh = read.concepts.filter((one) => below.concepts.get(one.concept.id) !== one)
  const { glossary, problems } = compileGlossary(fresh, below.words, below)
  const replaced = fresh.map(({ concept }) => concept.id).filter((id) => below.concepts.has(id))
  return { glossary, replaced, problems: [...read.problems, ...problems] }
}

/** The rules stay those that ship, but their phrases lie in the same trie as the terms. */
function compileWhole({ version, houses }: Shipped, own: readonly TextFile[]): Whole {
  const { glossary, problems } = loadGlossary([shippedFiles(), own])
  if (problems.length > 0) throw new DataError(problems)
  const { rules } = loadRules(yamlOf('rules'))
  const made = lean({ version, glossary, rules, houses })
  return { glossary: made.glossary, ...(made.trie && { trie: made.trie }) }
}

function stacked(base: Shipped, { layer, replaced }: OnTop): Shipped {
  const lower = { ...base, replaced }
  return { ...base, glossary: together(lower, layer), layers: [lower, layer] }
}

/** One glossary of both, for who reads and does not search. */
function together({ glossary: lower, replaced }: Layer, { glossary: upper }: Layer): CompiledGlossary {
  const gone = new Set(replaced)
  const concepts = lower.concepts.filter(({ id }) => !gone.has(id))
  const places = new Map(concepts.map((concept, at) => [concept, at]))
  const kept = <T extends { concept: number }>(all: T[]) =>
    all.flatMap((one) => {
      const at = places.get(lower.concepts[one.concept] as (typeof concepts)[number])
      return at === undefined ? [] : [{ ...one, concept: at }]
    })
  const moved = <T extends { concept: number }>(all: T[]) =>
    all.map((one) => ({ ...one, concept: one.concept + concepts.length }))
  return {
    concepts: [...concepts, ...upper.concepts],
    forms: [...kept(lower.forms), ...moved(upper.forms)],
    readings: [...kept(lower.readings), ...moved(upper.readings)],
  }
}

function belowFor(base: Shipped): Below {
  const source: Source = JSON.parse(readFileSync(built('source.json'), 'utf8'))
  return belowOf(source, base.glossary, trieOf(base, base.rules), inShippedFile)
}

function inShippedFile(file: string, id: string): PlacedConcept['locate'] {
  const path = file.replace(/^glossary\//, 'shipped/')
  const { concepts } = readGlossary([shippedFiles().filter((one) => one.path === path)])
  const found = concepts.find(({ concept }) => concept.id === id)
  return found?.locate ?? (() => ({ file: path, line: 1, column: 1 }))
}

function built(name: string): string {
  return join(packageFolder('dist'), name)
}

function shippedFiles(): TextFile[] {
  return yamlOf('glossary')
    .filter((file) => !file.path.startsWith('houses/'))
    .map((file) => ({ ...file, path: `shipped/${file.path}` }))
}

function yamlOf(name: string): TextFile[] {
  const folder = packageFolder(name)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
}
