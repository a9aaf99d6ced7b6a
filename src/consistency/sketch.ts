/**
 * Near copies of one story. An article's shingles (runs of 5 words, case and punctuation aside) are put into 128 bins by
 * hash, and the least hash of each bin is kept (one permutation hashing: P. Li, A. Owen, C.-H. Zhang, NIPS 2012; after
 * A. Broder, On the resemblance and containment of documents, 1997). The share of bins that agree estimates the Jaccard
 * similarity of two articles; from 0.7 on they are copies. Candidates come from bands of 4 bins, which misses a pair at the
 * threshold once in 6,000. Of fewer than 20 shingles only an equal sketch makes copies.
 */
import type { Document } from '../text/document.js'
import { WORD } from '../text/lexicon.js'

const bins = 128
const band = 4
const shingle = 5
const similar = 0.7
const fewest = 20
const empty = '....'

/** 128 × 4 characters: 16 bits of the least hash of each bin, or dots. */
export function sketchOf({ tokens }: Document): string {
  const words: number[] = []
  for (const { word } of tokens) if (word.shape & WORD) words.push(hashOf(word.key))
  const least = new Float64Array(bins).fill(Number.POSITIVE_INFINITY)
  for (let i = 0; i + shingle <= words.length; i++) {
    let hash = 0
    for (let k = 0; k < shingle; k++) hash = mix(Math.imul(hash, 31) + (words[i + k] as number))
    const bin = hash & (bins - 1)
    if (hash < (least[bin] as number)) least[bin] = hash
  }
  return Array.from(least, (hash) =>
    hash === Number.POSITIVE_INFINITY ? empty : ((hash >>> 7) & 0xffff).toString(16).padStart(4, '0'),
  ).join('')
}

/** For each article the first of its cluster, itself where it stands alone or first. A band at a time, so that few keys are held. */
export function clustersOf(sketches: readonly string[]): number[] {
  const original = new Map<number, number>()
  for (let at = 0; at < 4 * bins; at += 4 * band) candidates(sketches, at, original)
  const first = sketches.map((_, i) => i)
  for (const i of first.keys()) first[i] = first[original.get(i) ?? i] as number
  return first
}

const mostAlike = 50

/** Of each article the earliest that it is a copy of, among those with the same band. */
function candidates(sketches: readonly string[], at: number, original: Map<number, number>): void {
  const seen = new Map<string, number[]>()
  sketches.forEach((sketch, i) => {
    const part = sketch.slice(at, at + 4 * band)
    if (part === '' || part === empty.repeat(band)) return
    const before = seen.get(part)
    if (before === undefined) {
      seen.set(part, [i])
      return
    }
    const known = original.get(i) ?? i
    const found = before.find((j) => j < known && areCopies(sketches[j] as string, sketch))
    if (found !== undefined) original.set(i, found)
    if (before.length < mostAlike) before.push(i)
  })
}

function areCopies(a: string, b: string): boolean {
  if (a === b) return true
  let same = 0
  let either = 0
  for (let at = 0; at < a.length; at += 4) {
    const [x, y] = [a.slice(at, at + 4), b.slice(at, at + 4)]
    if (x === empty && y === empty) continue
    either++
    if (x === y) same++
  }
  return either >= fewest && same / either >= similar
}

/** FNV-1a, 32 bits. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The end of MurmurHash3, which spreads every bit over all. */
export function mix(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
