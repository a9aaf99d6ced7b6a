/**
 * The shipped glossary with a desk's own on top, by concept id. Compiled from YAML, since a layer may override any
 * part of the one below; that costs time, so only a config that names glossaries pays, and once per process.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CompiledGlossary } from '../glossary/compiled.js'
import { loadGlossary, type TextFile } from '../glossary/load.js'
import { DataError } from '../glossary/problem.js'
import { packageFolder } from './house.js'

const compiled = new Map<string, CompiledGlossary>()

export function layeredGlossary(own: readonly TextFile[]): CompiledGlossary {
  const key = JSON.stringify(own)
  const made = compiled.get(key) ?? compile(own)
  compiled.set(key, made)
  return made
}

function compile(own: readonly TextFile[]): CompiledGlossary {
  const { glossary, problems } = loadGlossary([shippedFiles(), own])
  if (problems.length > 0) throw new DataError(problems)
  return glossary
}

function shippedFiles(): TextFile[] {
  const folder = packageFolder('glossary')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml') && !path.startsWith('houses/'))
    .sort()
    .map((path) => ({ path: `glossary/${path}`, text: readFileSync(join(folder, path), 'utf8') }))
}
