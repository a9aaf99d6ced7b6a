/**
 * The glossary in force in a folder as people wrote it, not as a run needs it: the shipped concepts with those of the
 * nearest config's glossaries on top.
 */
import { resolve } from 'node:path'
import type { CompiledGlossary } from '../glossary/compiled.js'
import type { Concept } from '../glossary/schema.js'
import { glossaryFiles } from './check.js'
import { textOf } from './files.js'
import { writtenConcepts } from './layers.js'
import { nearestConfig } from './project.js'
import { readConfig } from './read.js'

/** `config`: a path; false for the shipped glossary alone; undefined to look. */
export function writtenInForce(config: string | false | undefined): {
  concepts: Concept[]
  glossary: CompiledGlossary
} {
  const path = config === undefined ? nearestConfig(resolve('.')) : config && resolve(config)
  return writtenConcepts(path ? glossaryFiles(readConfig(path), textOf) : [])
}
