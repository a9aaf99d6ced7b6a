/**
 * Bytes to text, as spreadsheets and termbases of the wild write it: UTF-8 with or without BOM, UTF-16 with one,
 * GB18030 (and so GBK and GB 2312) where it is not UTF-8. Nothing is replaced: what fits none of them is an error.
 */
import { DataError } from '../glossary/problem.js'

export function textOf(file: string, bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decoded(bytes, 'utf-16le') ?? wrong(file)
  if (first === 0xfe && second === 0xff) return decoded(bytes, 'utf-16be') ?? wrong(file)
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030') ?? wrong(file)
  const zero = text.indexOf('\0')
  if (zero >= 0) throw problem(file, 'is binary, or UTF-16 without a BOM')
  return text
}

function decoded(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function wrong(file: string): never {
  throw problem(file, 'is neither UTF-8 nor GB18030')
}

function problem(file: string, message: string): DataError {
  return new DataError([{ file, line: 1, column: 1, message }])
}
