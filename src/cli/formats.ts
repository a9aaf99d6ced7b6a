/**
 * `--format`, given once or several times: `name`, or `name:file`. At most one report goes to stdout, and no two to one
 * file. Checked before anything is read.
 */
import { resolve } from 'node:path'
import { type Format, reporters } from '../reporters/index.js'
import { didYouMean, UsageError } from './fail.js'

export interface Output {
  name: string
  format: Format
  /** Where it goes; stdout without one. */
  file: string | undefined
}

export async function outputsOf(flags: { format?: string[]; outputFile?: string }): Promise<Output[]> {
  const outputs = await Promise.all((flags.format ?? ['stylish']).map(outputOf))
  const { outputFile } = flags
  const open = outputs.filter(({ file }) => file === undefined)
  if (outputFile !== undefined) {
    const [one] = outputs
    if (outputs.length > 1 || one?.file !== undefined)
      throw new UsageError('--output-file goes with one --format; with several, write --format name:file')
    return [{ ...(one as Output), file: outputFile }]
  }
  if (open.length > 1)
    throw new UsageError(
      `only one format can go to standard output, not ${open.map(({ name }) => name).join(' and ')}; write --format name:file`,
    )
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]))
  const twice = outputs.find(({ file }) => file && files.filter((one) => one === resolve(file)).length > 1)
  if (twice) throw new UsageError(`two formats would be written to ${twice.file}`)
  return outputs
}

async function outputOf(given: string): Promise<Output> {
  const [name, ...rest] = given.split(':') as [string, ...string[]]
  const format = Object.hasOwn(reporters, name) ? reporters[name] : undefined
  const names = Object.keys(reporters)
  if (format === undefined)
    throw new UsageError(`no format "${name}"${await didYouMean(name, names)}, there are ${names.join(', ')}`)
  const file = rest.length > 0 ? rest.join(':') : undefined
  if (file === '') throw new UsageError(`--format ${given}: no file behind the colon`)
  return { name, format, file }
}
