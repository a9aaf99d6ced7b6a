/**
 * A file of values by key, for caches: a line a value, which grows at its end and is never changed in place. A run that is
 * killed leaves at most a torn last line, and two runs at once write line by line; whoever reads a value must see that it
 * is torn. The last value of a key counts. What cannot be read or written is no failure: there is nothing known then.
 */
import { constants } from 'node:buffer'
import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { write } from '../write.js'

export interface Log {
  get(key: string): string | undefined
  /** Keys and values are ASCII (see `inAscii`), which is read several times as fast, and without line breaks; keys without tabs. */
  put(key: string, value: string): void
  close(): void
}

/** Lines are written when they are this many characters together: a killed run loses no more. */
const together = 65_536

/** Past `most` bytes the file is written anew, without what this run had no use for, if that is most of it. */
export function openLog(folder: string, name: string, most: number): Log {
  const path = join(folder, name)
  /** Read when it is asked for the first time. */
  let opened: { size: number; values: Map<string, string>; used: Map<string, string> | undefined } | undefined
  const open = () => {
    if (opened === undefined) {
      const text = textOf(path)
      const used = text.length > most ? new Map<string, string>() : undefined
      opened = { size: text.length, values: valuesIn(text), used }
    }
    return opened
  }
  let pending = ''
  const flush = () => {
    if (pending !== '') append(folder, path, pending)
    pending = ''
  }
  return {
    get(key) {
      const { values, used } = open()
      const value = values.get(key)
      if (value !== undefined) used?.set(key, value)
      return value
    },
    put(key, value) {
      pending += lineOf(key, value)
      if (pending.length >= together) flush()
    },
    close() {
      flush()
      if (opened?.used === undefined) return
      const kept = [...opened.used].map(([key, value]) => lineOf(key, value)).join('')
      if (kept.length < opened.size / 2) rewrite(path, kept, opened.size)
    },
  }
}

/** JSON text that says the same. */
export function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function lineOf(key: string, value: string): string {
  return `${key}\t${value}\n`
}

/** One that grew too long for a string is begun anew. */
function textOf(path: string): string {
  try {
    if (statSync(path).size > constants.MAX_STRING_LENGTH) rmSync(path)
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

function valuesIn(text: string): Map<string, string> {
  const values = new Map<string, string>()
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    const tab = text.indexOf('\t', start)
    if (tab >= 0 && tab < end) values.set(text.slice(start, tab), text.slice(tab + 1, end))
    start = end + 1
  }
  return values
}

/** In one write; the line break before it ends what a killed run may have left. */
function append(folder: string, path: string, lines: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    // A cache is nobody's work: git need not see it.
    writeFileSync(join(folder, '.gitignore'), '*\n')
    appendFileSync(path, `\n${lines}`)
  } catch {
    // Read-only folder, full disk: the next run starts from less.
  }
}

/** With what came since, from this run or another. */
function rewrite(path: string, kept: string, since: number): void {
  try {
    write(path, Buffer.concat([Buffer.from(kept), readFileSync(path).subarray(since)]))
  } catch {
    // It stays large until a run can.
  }
}
