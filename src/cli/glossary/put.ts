/** Where a command's result goes: into a file, whole or not at all, or to stdout. */
import { reasonOf, UsageError } from '../fail.js'
import { write } from '../write.js'

export function put(path: string | undefined, content: string | Uint8Array): void {
  if (path === undefined) {
    process.stdout.write(content)
    return
  }
  try {
    write(path, content)
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}`)
  }
}
