/**
 * A file to text, or the reason why it is none: too large, binary, not UTF-8. The BOM stays in the text, so that a fix
 * can put it back; whoever lints takes it off.
 */
import { isUtf8 } from 'node:buffer'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { UsageError } from './fail.js'

export function readText(path: string, limit: number): string {
  return decode(readBytes(path, limit))
}

export async function readStdin(limit: number): Promise<string> {
  return decode(await readStdinBytes(limit))
}

export function readBytes(path: string, limit: number): Buffer {
  const file = openSync(path, 'r')
  try {
    // Asked before reading: a file of gigabytes by mistake must not fill the memory.
    refuseLarge(fstatSync(file).size, limit)
    const bytes = readFileSync(file)
    refuseLarge(bytes.length, limit)
    return bytes
  } finally {
    closeSync(file)
  }
}

export function decode(bytes: Buffer): string {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new UsageError('is UTF-16, save it as UTF-8')
  const zero = bytes.indexOf(0)
  if (zero >= 0) throw new UsageError(`is binary, a NUL stands at byte ${zero}`)
  if (!isUtf8(bytes)) throw new UsageError(`is not UTF-8, first wrong at byte ${firstInvalid(bytes)}`)
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
}

export async function readStdinBytes(limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  refuseLarge(bytes.length, limit)
  return bytes
}

export function refuseLarge(size: number, limit: number): void {
  if (size > limit)
    throw new UsageError(
      `is ${sizeText(size)}, over the limit of ${sizeText(limit)} (maxFileSize in the config)`,
    )
}

export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  const [unit, name] = bytes < 1_000_000 ? [1000, 'kB'] : [1_000_000, 'MB']
  return `${Number((bytes / unit).toFixed(2))} ${name}`
}

/** The byte that cannot follow what stands before it, by halving: a prefix that decodes stays good. */
function firstInvalid(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  return bad > bytes.length ? bytes.length : bad - 1
}

function decodes(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
