/** Glossary files as the tools read them: by path, below a folder, and the one in which a desk's decision goes. */
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hasEntry } from '../../glossary/edit.js'
import type { TextFile } from '../../glossary/load.js'
import { reasonOf, UsageError } from '../fail.js'
import { readText } from '../read.js'
import { shortPath } from '../short-path.js'

export interface GlossaryFile extends TextFile {
  /** The text on the disk begins with one. */
  bom: boolean
}

const limit = 50_000_000

export function glossaryFile(path: string): GlossaryFile {
  try {
    const text = readText(path, limit)
    return { path, text: text.replace(/^\uFEFF/, ''), bom: text.startsWith('\uFEFF') }
  } catch (error) {
    throw new UsageError(`${shortPath(path)}: ${reasonOf(error)}`)
  }
}

/** A file, or every YAML file below a folder except its houses. */
export function glossaryFiles(path: string): TextFile[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [glossaryFile(path)]
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name) && !/^houses[/\\]/.test(name))
    .sort()
  if (names.length === 0) throw new UsageError(`${path}: no .yaml file in this folder`)
  return names.map((name) => glossaryFile(join(path, name)))
}

/** Where the desk writes: the file that `--file` names, that has the entry already, or that is the only one. */
export function ownFile<T extends TextFile>(
  id: string,
  files: readonly T[],
  config: string,
  wanted: string | undefined,
): T {
  const listed = files.map((file) => shortPath(file.path)).join(', ')
  if (files.length === 0)
    throw new UsageError(
      `no glossary of your own: make an empty terms.yaml and put "glossary: [terms.yaml]" into ${config}`,
    )
  if (wanted !== undefined) {
    const named = files.find((file) => file.path === resolve(wanted))
    if (named === undefined) throw new UsageError(`--file ${wanted}: ${config} names only ${listed}`)
    return named
  }
  const own = files.find(({ text }) => hasEntry(text, id))
  const only = files.length === 1 ? files[0] : undefined
  const found = own ?? only
  if (found === undefined) throw new UsageError(`${config} names ${listed}: choose one with --file`)
  return found
}
