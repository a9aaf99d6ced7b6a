/** Rows to a file and back, line by line, so that none has to fit in memory. The file is whole or not there. */
import { once } from 'node:events'
import { createReadStream, createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { FactRow } from '../../consistency/rows.js'
import { UsageError } from '../fail.js'

const kinds = new Set(['run', 'article', 'term', 'names'])

export async function writeRows(path: string, rows: AsyncIterable<FactRow>): Promise<void> {
  const beside = `${path}.${process.pid}.zhengming`
  const file = createWriteStream(beside)
  try {
    await once(file, 'open')
    for await (const row of rows) if (!file.write(`${JSON.stringify(row)}\n`)) await once(file, 'drain')
    file.end()
    await once(file, 'close')
    renameSync(beside, path)
  } catch (error) {
    file.destroy()
    rmSync(beside, { force: true })
    throw error
  }
}

export async function* readRows(paths: readonly string[]): AsyncGenerator<FactRow> {
  for (const path of paths) {
    if (!existsSync(path)) throw new UsageError(`${path}: no such file`)
    let number = 0
    for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
      number++
      if (line !== '') yield rowOf(line, `${path}:${number}`)
    }
  }
}

function rowOf(line: string, where: string): FactRow {
  try {
    const row = JSON.parse(line)
    if (kinds.has(row?.row)) return row
  } catch {}
  throw new UsageError(`${where}: is no row of --rows`)
}
