/**
 * The shipped glossary with a desk's own on top, by concept id. Compiled from YAML, since a layer may override any
 * part of the one below; that costs time, so only a config that names glossaries pays, and once per process.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadGlossary, type TextFile } from '../glossary/load.js'
import { DataError, type Problem } from '../glossary/problem.js'
import type { Shipped } from '../rules/compiled.js'
import { loadRules } from '../rules/load.js'
import { packageFolder } from './house.js'

const compiled = new Map<string, Shipped>()

/** Without the shipped trie, which holds only what ships: a session makes its own. */
export function layeredData(base: Shipped, own: readonly TextFile[]): Shipped {
  const key = JSON.stringify(own)
  const made = compiled.get(key) ?? compile(base, own)
  compiled.set(key, made)
  return made
}

/** What is wrong with a desk's own files on top of the shipped ones; nothing is kept. */
export function problemsOf(own: readonly TextFile[]): { concepts: number; problems: Problem[] } {
  const { glossary, problems } = loadGlossary([shippedFiles(), own])
  return { concepts: glossary.concepts.length, problems }
}

function shippedFiles(): TextFile[] {
  return yamlOf('glossary').filter((file) => !file.path.startsWith('houses/'))
}

function compile({ version, houses }: Shipped, own: readonly TextFile[]): Shipped {
  const { glossary, problems } = loadGlossary([shippedFiles(), own])
  if (problems.length > 0) throw new DataError(problems)
  const { rules } = loadRules(yamlOf('rules'))
  return { version, glossary, rules, houses }
}

function yamlOf(name: string): TextFile[] {
  const folder = packageFolder(name)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(folder, path), 'utf8') }))
}
