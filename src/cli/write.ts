/**
 * A file written whole or not at all: a temporary file beside it, then a rename. A link stays a link, the mode stays,
 * and what its owner made read-only is not written; a file that is not there yet is made.
 */
import {
  accessSync,
  chmodSync,
  constants,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'

export function write(path: string, content: string | Uint8Array): void {
  const before = statSync(path, { throwIfNoEntry: false })
  const real = before ? realpathSync(path) : path
  if (before) accessSync(real, constants.W_OK)
  const beside = join(dirname(real), `.${basename(real)}.${process.pid}.zhengming`)
  try {
    writeFileSync(beside, content, { flag: 'wx' })
    // Apart, because the mode of a new file passes through the umask.
    if (before) chmodSync(beside, before.mode)
    renameSync(beside, real)
  } catch (error) {
    rmSync(beside, { force: true })
    throw error
  }
}
