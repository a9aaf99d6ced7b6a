/**
 * Where a concept's entry stands: in the desk's own glossary, else in the one that ships. Found by its `id:` line, so that a file
 * which is broken further down still leads there.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Location } from 'vscode-languageserver/node'
import { textOf } from '../config/files.js'
import { packageFolder } from '../config/package.js'
import type { Project } from '../config/project.js'

export function placeOfEntry(id: string, { glossaries }: Pick<Project, 'glossaries'>): Location | undefined {
  for (const path of [...glossaries].reverse()) {
    const place = entriesIn(textOf(path) ?? '', path).get(id)
    if (place) return place
  }
  return shipped().get(id)
}

let known: Map<string, Location> | undefined

function shipped(): Map<string, Location> {
  if (known === undefined) {
    const folder = packageFolder('glossary')
    known = new Map()
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml')))
      for (const [id, place] of entriesIn(textOf(join(folder, name)) ?? '', join(folder, name)))
        known.set(id, place)
  }
  return known
}

/** By id. A comment names no entry. */
export function entriesIn(text: string, path: string): Map<string, Location> {
  const uri = pathToFileURL(path).href
  const found = new Map<string, Location>()
  text.split('\n').forEach((content, line) => {
    const match = /^([ -]*(?:\{ *)?id: *["']?)([a-z0-9-]+)/.exec(content)
    const [, lead = '', id] = match ?? []
    if (id === undefined || found.has(id)) return
    const start = { line, character: lead.length }
    found.set(id, { uri, range: { start, end: { line, character: lead.length + id.length } } })
  })
  return found
}
