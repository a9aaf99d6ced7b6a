/**
 * The forms of a glossary as an article would write them: patterns spelled out, their capitals and hyphens put back,
 * a place and a number in their slots, and what a form wants beside it set beside it.
 */
import type { CompiledConcept, CompiledForm, CompiledGlossary } from '../../src/glossary/compiled.js'

export interface Written {
  form: CompiledForm
  concept: CompiledConcept
  text: string
  /** A plural that the glossary does not write itself. */
  plural: boolean
  /** The words of its context: directly before, directly behind, somewhere in the sentence or the article. */
  before: string
  behind: string
  with: string
}

/** At most `most` spellings of every form, picked evenly over what its pattern stands for. */
export function written(glossary: CompiledGlossary, most = Number.POSITIVE_INFINITY): Written[] {
  return glossary.forms.flatMap((form) =>
    sampled(form.sequences, most).map((sequence) => ({
      form,
      plural: sequence.startsWith('*'),
      concept: glossary.concepts[form.concept] as CompiledConcept,
      text: spelled(sequence.replace(/^\*/, ''), form.term),
      before: spelled(form.context?.after?.[0] ?? ''),
      behind: spelled(form.context?.before?.[0] ?? ''),
      with: spelled(form.context?.with?.[0] ?? form.context?.about?.[0] ?? ''),
    })),
  )
}

function sampled<T>(list: readonly T[], most: number): T[] {
  if (list.length <= most) return [...list]
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)] as T)
}

function spelled(sequence: string, term = ''): string {
  const words = sequence.split(' ')
  const capitals = new Map<string, string>()
  for (const [word] of term.matchAll(/[\p{L}\p{N}]+(?:['’.](?!s(?!\p{L}))\p{L}+)*\.?/gu))
    if (!capitals.has(folded(word))) capitals.set(folded(word), word)
  let text = ''
  let before = ''
  for (const word of words) {
    const shown =
      word === '{name}' ? 'Hebei' : word === '{number}' ? '20th' : (capitals.get(word) ?? asName(word, term))
    const hyphen = term.toLowerCase().replace(/’/g, "'").includes(`${before}-${word}`)
    const joined = text === '' || /^(['’]s|[,.;:!?)\]”]|['’])$/.test(word) || /[([“]$/.test(text)
    text += before !== '' && hyphen ? `-${shown}` : joined ? shown : ` ${shown}`
    before = word
  }
  return text
}

function folded(word: string): string {
  return word.toLowerCase().replace(/’/g, "'")
}

/** A plural that was derived takes its capital from its singular. */
function asName(word: string, term: string): string {
  const singular = word.replace(/ies$/, 'y').replace(/(?<=s|x|z|ch|sh)es$|s$/, '')
  const written = new RegExp(`\\b${singular.replace(/\W/g, '\\$&')}\\b`, 'i').exec(term)?.[0] ?? ''
  return /^\p{Lu}/u.test(written) ? (word[0] as string).toUpperCase() + word.slice(1) : word
}
