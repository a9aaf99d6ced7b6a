/**
 * How the command line says that it could not: one line on stderr, `zhengming: where: what is wrong`, and exit 2.
 * The stack of an exception that nobody foresaw is shown only with DEBUG=zhengming.
 */

/** The run ends before anything is linted: its message is for the person at the terminal. */
export class UsageError extends Error {}

export const debugging = /\bzhengming\b/.test(process.env.DEBUG ?? '')

let complaints = 0

/** Whether this run had anything to say on stderr. */
export function complained(): boolean {
  return complaints > 0
}

export function complain(...parts: string[]): void {
  complaints++
  process.stderr.write(`${['zhengming', ...parts].map(oneLine).join(': ')}\n`)
}

/** What an error says, in one line; the system's own errors in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return causes[code ?? ''] ?? oneLine(message ?? String(error))
}

export function stackOf(error: unknown): void {
  if (debugging && error instanceof Error) process.stderr.write(`${error.stack}\n`)
}

/** `, did you mean "…"?`, or nothing where nothing is near. */
export async function didYouMean(word: string, known: readonly string[]): Promise<string> {
  const best = await nearest(word, known)
  return best && best.far <= Math.max(1, word.length / 3) ? `, did you mean "${best.one}"?` : ''
}

export async function nearest(word: string, known: readonly string[]) {
  const [best] = await byDistance(word, known, (one) => one)
  return best
}

/** The nearest first. The distance is loaded with the error, not before. */
export async function byDistance<T>(
  word: string,
  known: readonly T[],
  text: (one: T) => string,
): Promise<{ one: T; far: number }[]> {
  const { distance } = await import('../glossary/yaml.js')
  return known
    .map((one) => ({ one, far: distance(word.toLowerCase(), text(one).toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
}

const causes: Record<string, string> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'a part of this path is a file, not a folder',
  ELOOP: 'too many symbolic links',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space left on the device',
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim()
}
