/** The first 16 hexadecimal digits of SHA-256: enough to tell articles and glossaries apart, short enough to cite. */
import { createHash } from 'node:crypto'

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
