/** Where the glossary as HTML is to be read: an address as it stands, a path of a file relative to the config that names it. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Problem } from '../glossary/problem.js'
import type { Placed } from './read.js'

export function pagesOf(given: Placed<string> | undefined, problems: Problem[]): string | undefined {
  if (given === undefined) return undefined
  const { value, folder, problem } = given
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(value)?.[1]?.toLowerCase()
  if (scheme === undefined) return pathToFileURL(resolve(folder, value)).href
  if (['http', 'https', 'file'].includes(scheme) && URL.canParse(value)) return new URL(value).href
  problems.push(problem(`pages: expected an address (https://…/glossary.html) or a path, not "${value}"`))
  return undefined
}
