/**
 * What the grammar rules need and nothing else pays for: wink-nlp as a tagger, and the words of rules/english.txt. Loaded when
 * the first sentence asks (about 150 ms), which few articles do. It knows Node: who bundles for
 * another place maps `#grammar` to a file of their own.
 */
import { createRequire } from 'node:module'
import { type Tagged, taggerOf } from './tagger.js'

const load = createRequire(import.meta.url)

export interface Words {
  /** Word → letters of its classes: n noun, v verb, a adjective, r adverb. */
  classes: string
  /** Irregular plural → noun. */
  nouns: string
  /** Irregular form → verb. */
  verbs: string
}

let tagger: ((sentence: string) => Tagged[]) | undefined

/** The words of one sentence with their universal part-of-speech tags and offsets. */
export function tag(sentence: string): Tagged[] {
  tagger ??= taggerOf(load('wink-nlp'), load('wink-eng-lite-web-model'))
  return tagger(sentence)
}

let known: Words | undefined

/** The dictionary, each part a sorted run of `key=value` with a space between. */
export function words(): Words {
  known ??= load('../english.json') as Words
  return known
}
