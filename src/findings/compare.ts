/**
 * Findings known from before against those of now, in two passes: the exact sentence first, in its file, else in another
 * where only one had it; what is left over is matched per file by rule, concept and what was found, as often as it was
 * known, so that mending one of three defects in a sentence makes nothing new. A file that is gone is followed to the one
 * that took most of its sentences.
 */
import type { Mark } from './fingerprint.js'

export interface Known extends Mark {
  count: number
}

/** `updated`: its sentence or its file is another one now. */
export type State = 'new' | 'unchanged' | 'updated'

export interface Match<K> {
  state: State
  /** What it was known as; undefined where it is new. */
  known?: K
}

export interface Compared<K> {
  /** One for each finding of now, in their order. */
  matches: Match<K>[]
  /** What is not there any more, and how often. */
  left: { known: K; count: number }[]
}

/** `files`: all that were looked at now, those without findings, too. */
export function compare<K extends Known>(
  known: readonly K[],
  now: readonly Mark[],
  files: ReadonlySet<string>,
): Compared<K> {
  const slots = known.map((one) => ({ known: one, left: one.count }))
  const matches = now.map((): Match<K> => ({ state: 'new' }))
  const followed = new Map<string, Map<string, number>>()
  const pass = (state: State, keyOf: (mark: Mark) => string, may: (mark: Mark) => boolean = () => true) => {
    const open = new Map<string, Slot<K>[]>()
    for (const slot of slots) {
      if (slot.left === 0 || !may(slot.known)) continue
      const key = keyOf(slot.known)
      const same = open.get(key)
      if (same) same.push(slot)
      else open.set(key, [slot])
    }
    for (const [i, mark] of now.entries()) {
      const match = matches[i] as Match<K>
      if (match.known !== undefined) continue
      const same = open.get(keyOf(mark))
      while (same?.[0]?.left === 0) same.shift()
      const slot = same?.[0]
      if (slot === undefined) continue
      slot.left--
      match.state = state
      match.known = slot.known
      follow(followed, slot.known.file, mark.file)
    }
  }
  pass('unchanged', (mark) => keyed(mark.file, mark, mark.sentence))
  const anywhere = (mark: Mark) => keyed('', mark, mark.sentence)
  const common = commonIn(known, anywhere)
  pass('updated', anywhere, (mark) => !files.has(mark.file) || !common.has(anywhere(mark)))
  const homes = homesOf(followed, files)
  pass('updated', (mark) => keyed(homes.get(mark.file) ?? mark.file, mark, ''))
  const left = slots.filter((slot) => slot.left > 0).map((slot) => ({ known: slot.known, count: slot.left }))
  return { matches, left }
}

interface Slot<K> {
  known: K
  left: number
}

function keyed(file: string, { what }: Mark, sentence: string): string {
  return [file, what, sentence].join('\n')
}

function follow(followed: Map<string, Map<string, number>>, from: string, to: string): void {
  if (from === to) return
  const votes = followed.get(from) ?? new Map<string, number>()
  followed.set(from, votes.set(to, (votes.get(to) ?? 0) + 1))
}

/** What several files say in the same words: there, nobody can tell a move from a mended and a new one. */
function commonIn(known: readonly Mark[], keyOf: (mark: Mark) => string): Set<string> {
  const first = new Map<string, string>()
  const common = new Set<string>()
  for (const mark of known) {
    const key = keyOf(mark)
    const file = first.get(key) ?? mark.file
    first.set(key, file)
    if (file !== mark.file) common.add(key)
  }
  return common
}

/** Where the files that are gone live now. */
function homesOf(followed: Map<string, Map<string, number>>, files: ReadonlySet<string>) {
  const gone = [...followed].filter(([from]) => !files.has(from))
  return new Map(
    gone.map(([from, votes]) => [from, [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? from] as const),
  )
}
