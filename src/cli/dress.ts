/** Script and style of a page from the built files of the package, in order, with the script's hash for the policy. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageFolder } from '../config/package.js'
import type { Dress } from '../pages/page.js'

export function dressFrom(folder: string, scripts: readonly string[], sheets: readonly string[]): Dress {
  const read = (name: string) => readFileSync(join(packageFolder(folder), name), 'utf8')
  const script = scripts.map(read).join('')
  const hash = createHash('sha256').update(script).digest('base64')
  return { script, style: sheets.map(read).join(''), hash: `sha256-${hash}` }
}
