/**
 * What a glossary says and TBX-Basic has no category for stands in a note that opens with its name, "until: 2018-03":
 * people can read it in any tool, and it comes back as what it was.
 */
import { conceptFacts, type Fact, formFacts } from './draft.js'

export const conceptLabels: ReadonlySet<string> = new Set(conceptFacts)
export const formLabels: ReadonlySet<string> = new Set(formFacts)

export function labelled(note: string, labels: ReadonlySet<string>): { fact: Fact; text: string } {
  const [whole, label] = /^([a-z-]+): /.exec(note) ?? []
  return whole !== undefined && label !== undefined && labels.has(label)
    ? { fact: label as Fact, text: note.slice(whole.length) }
    : { fact: 'note', text: note }
}

export function labelFor(fact: Fact, value: string, labels: ReadonlySet<string>): string {
  return fact === 'note' && labelled(value, labels).text === value ? value : `${fact}: ${value}`
}
