/** Glossary files as the tools read them. */
import type { TextFile } from '../../glossary/load.js'
import { reasonOf, UsageError } from '../fail.js'
import { readText } from '../read.js'
import { shortPath } from '../short-path.js'

const limit = 50_000_000

export function glossaryFile(path: string): TextFile {
  try {
    return { path, text: readText(path, limit).replace(/^\uFEFF/, '') }
  } catch (error) {
    throw new UsageError(`${shortPath(path)}: ${reasonOf(error)}`)
  }
}
