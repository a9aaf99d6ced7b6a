/** Where the glossary as HTML is to be read: an address as it stands, a path of a file relative to the config that names it. */
import { pathToFileURL } from 'node:url'
import type { Problem } from '../glossary/problem.js'
import { type Placed, pathOf, problemAt } from './placed.js'

export function pagesOf(given: Placed<string> | undefined, problems: Problem[]): string | undefined {
  if (given === undefined) return undefined
  const { value } = given
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(value)?.[1]?.toLowerCase()
  if (scheme === undefined) return pathToFileURL(pathOf(given)).href
  if (['http', 'https', 'file'].includes(scheme) && URL.canParse(value)) return new URL(value).href
  problems.push(
    problemAt(given, `pages: expected an address (https://…/glossary.html) or a path, not "${value}"`),
  )
  return undefined
}
