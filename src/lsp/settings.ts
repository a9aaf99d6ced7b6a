/** What the editor's user may set, per resource. A value of the wrong kind counts as not set: it must not end anything. */
import type { Overlay } from '../config/project.js'

export interface EditorSettings {
  /** Wins over every config, as on the command line. */
  house?: string
  info?: boolean
  /** The Chinese behind each term. Default: off. */
  inlayHints: boolean
  /** Milliseconds of quiet before a changed text is looked at. */
  debounce: number
}

export const defaults: EditorSettings = { inlayHints: false, debounce: 120 }

/** Settings as they came over the wire; what they leave open is taken from `below`. */
export function settingsOf(given: unknown, below: EditorSettings = defaults): EditorSettings {
  const { house, info, inlayHints, debounce } = (given ?? {}) as Record<string, unknown>
  return {
    ...below,
    ...(typeof house === 'string' && house !== '' && { house }),
    ...(typeof info === 'boolean' && { info }),
    ...(typeof inlayHints === 'boolean' && { inlayHints }),
    ...(typeof debounce === 'number' && debounce >= 0 && { debounce: Math.min(debounce, 10_000) }),
  }
}

export function overlayIn({ house, info }: EditorSettings): Overlay {
  return { ...(house !== undefined && { house }), ...(info !== undefined && { info }) }
}
