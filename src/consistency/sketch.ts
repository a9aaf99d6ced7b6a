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

/** For each article the first of its cluster, itself where it stands alone or first. */
export function clustersOf(sketches: readonly string[]): number[] {
  const first = sketches.map((_, i) => i)
  const seen = new Map<string, number[]>()
  sketches.forEach((sketch, i) => {
    const candidates = new Set<number>()
    for (let at = 0; at < sketch.length; at += 4 * band) {
      const part = sketch.slice(at, at + 4 * band)
      if (part === empty.repeat(band)) continue
      const key = `${at} ${part}`
      const before = seen.get(key)
      if (before === undefined) seen.set(key, [i])
      else {
        for (const one of before) candidates.add(one)
        if (before.length < 50) before.push(i)
      }
    }
    const original = [...candidates]
      .sort((a, b) => a - b)
      .find((j) => areCopies(sketches[j] as string, sketch))
    if (original !== undefined) first[i] = first[original] as number
  })
  return first
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
function mix(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
