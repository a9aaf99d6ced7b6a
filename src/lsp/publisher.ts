/**
 * Diagnostics pushed when a text has been quiet for a while. A change that comes in between takes the place of the one before; what
 * was worked out for a version that is gone is thrown away, so that what arrives belongs to the text that is there.
 */
import type { Diagnostic } from 'vscode-languageserver/node'

export interface Publishing {
  /** Of the text as it is now; undefined where it is gone. */
  versionOf(uri: string): number | undefined
  diagnose(uri: string): Promise<Diagnostic[]>
  delay(uri: string): Promise<number>
  send(params: { uri: string; version: number; diagnostics: Diagnostic[] }): void
}

export interface Publisher {
  changed(uri: string): void
  /** Without waiting. */
  now(uri: string): Promise<void>
  closed(uri: string): void
}

export function publisher({ versionOf, diagnose, delay, send }: Publishing): Publisher {
  const waiting = new Map<string, { timer?: NodeJS.Timeout }>()
  /** The look that was begun last: configs may have changed where the version did not. */
  const begun = new Map<string, object>()

  function stop(uri: string): void {
    clearTimeout(waiting.get(uri)?.timer)
    waiting.delete(uri)
  }

  async function now(uri: string): Promise<void> {
    stop(uri)
    const version = versionOf(uri)
    if (version === undefined) return
    const mine = {}
    begun.set(uri, mine)
    const diagnostics = await diagnose(uri)
    if (begun.get(uri) === mine && versionOf(uri) === version) send({ uri, version, diagnostics })
  }

  return {
    now,
    closed(uri) {
      stop(uri)
      begun.delete(uri)
    },
    changed(uri) {
      stop(uri)
      const mine: { timer?: NodeJS.Timeout } = {}
      waiting.set(uri, mine)
      void delay(uri).then((milliseconds) => {
        if (waiting.get(uri) === mine) mine.timer = setTimeout(() => void now(uri), milliseconds)
      })
    },
  }
}
