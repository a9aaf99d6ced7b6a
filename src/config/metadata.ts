/** What a table beside the articles says of each, and which of its rows no article asked for. */
import { basename, dirname, extname, relative, sep } from 'node:path'
import type { Problem } from '../glossary/problem.js'

export interface About {
  date: string | undefined
  group: string | undefined
}

/** As it was read: plain data. */
export interface Table {
  path: string
  /** By the files' names, as the table has them. */
  rows: [name: string, about: About][]
  /** Rows that count for nothing. */
  problems: Problem[]
}

export interface Metadata {
  of(file: string): About | undefined
  problems: readonly Problem[]
  /** Files that no article was asked about, as the table names them. */
  unused(): string[]
}

export function metadataIn({ path, rows, problems }: Table): Metadata {
  const known = new Map(rows)
  const used = new Set<string>()
  const folder = dirname(path)
  return {
    of(article) {
      const near = relative(folder, article).replaceAll(sep, '/')
      const name = basename(article)
      const names = [near, article, name, name.slice(0, -extname(name).length || undefined)]
      const found = names.find((one) => known.has(one))
      if (found === undefined) return undefined
      used.add(found)
      return known.get(found)
    },
    problems,
    unused: () => rows.map(([name]) => name).filter((name) => !used.has(name)),
  }
}
