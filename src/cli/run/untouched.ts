/**
 * Which files nobody has touched since they were read, so that they need not be read again: those of which the file system
 * says the same size, number and times. The time of the last change of any kind is among them, which no program can put
 * back as it can the time of writing. As in git's index, a file that changed so shortly before it was read that another change
 * could bear the same time is not taken down, and is read again.
 */
import { type Stats, statSync } from 'node:fs'
import { inAscii, openLog } from './log.js'

export interface Untouched {
  /** Before the file is read; undefined where there is no such file, or nobody may look. */
  look(path: string): Sight | undefined
  /** What was read when it looked the same. */
  contentOf(sight: Sight): string | undefined
  /** `content`: a name for what was read, without spaces. */
  keep(sight: Sight, content: string): void
  close(): void
}

export interface Sight {
  path: string
  stat: Stats
  /** Milliseconds, by the clock. */
  at: number
}

/** `tick`: milliseconds; two seconds is the coarsest clock of a file system (FAT). */
export function openUntouched(folder: string, most: number, tick = 2000): Untouched {
  const log = openLog(folder, 'files.tsv', most)
  const fresh = new Map<string, string>()
  return {
    look(path) {
      const at = Date.now()
      try {
        const stat = statSync(path, { throwIfNoEntry: false })
        return stat?.isFile() ? { path, stat, at } : undefined
      } catch {
        // Why, is said when it is read.
        return undefined
      }
    },
    contentOf({ path, stat }) {
      const key = keyOf(path)
      const kept = fresh.get(key) ?? log.get(key)
      if (kept === undefined) return undefined
      const looks = looksOf(stat)
      return kept.startsWith(looks) && kept.endsWith(end) ? kept.slice(looks.length, -end.length) : undefined
    },
    keep({ path, stat, at }, content) {
      const old = at - Math.max(stat.mtimeMs, stat.ctimeMs) > tick
      const value = looksOf(stat) + content + end
      const key = keyOf(path)
      if (!old) return
      fresh.set(key, value)
      if (log.get(key) !== value) log.put(key, value)
    },
    close: () => log.close(),
  }
}

function keyOf(path: string): string {
  return /^[ -~]+$/.test(path) ? path : inAscii(JSON.stringify(path))
}

/** A torn line is without it. */
const end = ' .'

function looksOf({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs} `
}
