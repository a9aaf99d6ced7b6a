/**
 * The one order of a run, by the paths that are shown, and its parts: `--shard 2/8` is the second of eight, as even as
 * can be. The parts hold every file once, and put one after the other they are the whole.
 */
import { InvalidArgumentError } from 'commander'

export interface Shard {
  /** From 1. */
  part: number
  of: number
}

export function shard(text: string): Shard {
  const [, part, of] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? []
  if (!part || !of || part > of) throw new InvalidArgumentError('expected a part of a whole like 1/4')
  return { part, of }
}

export function partOf<T>(all: readonly T[], { part, of }: Shard): T[] {
  return all.slice(Math.floor((all.length * (part - 1)) / of), Math.floor((all.length * part) / of))
}

export function inOrder<T>(all: readonly T[], pathOf: (one: T) => string): T[] {
  return all
    .map((one) => ({ one, path: pathOf(one) }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ one }) => one)
}
