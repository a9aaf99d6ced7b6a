/** wink-nlp behind one function: a sentence in, its words with universal part-of-speech tags and their offsets out. */
import type { ItsHelpers, Model, WinkMethods } from 'wink-nlp'

export interface Tagged {
  /** UTF-16 offset into the sentence. */
  start: number
  tag: string
}

type Nlp = (model: Model, pipe?: string[]) => WinkMethods & { its: ItsHelpers }

export function taggerOf(wink: unknown, model: unknown): (sentence: string) => Tagged[] {
  const nlp = (wink as Nlp)(model as Model, ['pos'])
  return (sentence) => {
    const tokens = nlp.readDoc(sentence).tokens()
    const values = tokens.out(nlp.its.value) as string[]
    const spaces = tokens.out(nlp.its.precedingSpaces) as string[]
    const tags = tokens.out(nlp.its.pos) as string[]
    let at = 0
    return values.map((value, i) => {
      const start = at + (spaces[i] ?? '').length
      at = start + value.length
      return { start, tag: tags[i] ?? 'X' }
    })
  }
}
