/**
 * The first line by which an editor with yaml-language-server completes and checks a file that people write. Only where the
 * package is installed at or above the file's folder: a path that holds on one machine alone is worse than none.
 */
import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

export type SchemaName = 'glossary' | 'rule' | 'house' | 'config'

export function modeline(schema: SchemaName, folder: string): string | undefined {
  const installed = join('node_modules', 'zhengming', 'dist', 'schema', `${schema}.json`)
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, installed)
    if (existsSync(path)) return modelineTo(relative(folder, path).replaceAll('\\', '/'))
    if (at === dirname(at)) return undefined
  }
}

/** `path` is relative to the file in which the line stands. */
export function modelineTo(path: string): string {
  return `# yaml-language-server: $schema=${path}`
}
