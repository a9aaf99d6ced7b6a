/**
 * Drafts to concepts of a house's glossary, such as the loader takes without a word. Drafts of one key, or of the same
 * Chinese where they have none, become one concept. What is at odds is counted.
 */
import type { Concept } from '../glossary/schema.js'
import { conceptOf } from './concept-of.js'
import { type Draft, type Fact, type Facts, formFacts, type Losses } from './draft.js'
import { idMaker, isName, kebab } from './ids.js'

export interface Gathered {
  concept: Concept
  /** Its id is what the file calls it, not made from the English. */
  named: boolean
}

export function gather(drafts: readonly Draft[], losses: Losses): Gathered[] {
  const made = grouped(drafts, losses).flatMap((draft) => {
    const concept = conceptOf(draft, losses)
    const key = draft.key !== undefined && isName(draft.key) ? draft.key : undefined
    return concept ? [{ key, concept }] : []
  })
  // What the file names itself keeps its name, whatever is made from English before it.
  const idOf = idMaker(made.flatMap(({ key }) => key ?? []))
  return made.map(({ key, concept }) => ({
    concept: { id: key ?? idOf(kebab(concept.preferred)), ...concept },
    named: key !== undefined,
  }))
}

function grouped(drafts: readonly Draft[], losses: Losses): Draft[] {
  const groups = new Map<string, Draft>()
  for (const draft of drafts) {
    const [chinese] = draft.zh
    const name =
      draft.key ?? (chinese === undefined ? `en ${draft.forms[0]?.term.toLowerCase()}` : `zh ${chinese}`)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { ...draft, facts: { ...draft.facts } })
    else join(group, draft, losses)
  }
  return [...groups.values()]
}

const lists = new Set<Fact>(['source', 'replaces', 'confusable'])

/** What a later row says besides is said of its own form, where the concept has a preferred one already. */
function join(group: Draft, draft: Draft, losses: Losses): void {
  const { forms, facts } = draft
  const isAside =
    forms[0]?.status === undefined && group.forms.some(({ status }) => !status || status === 'preferred')
  const own: Facts = {}
  for (const [fact, values] of Object.entries(facts) as [Fact, string[]][]) {
    const before = group.facts[fact]
    if (lists.has(fact)) group.facts[fact] = [...new Set([...(before ?? []), ...values])]
    else if (isAside && asides.has(fact)) own[fact] = values
    else if (before === undefined) group.facts[fact] = values
    else if (before.join() !== values.join())
      losses.add('facts given twice, the first kept', `${fact} "${values.join(' ')}"`)
  }
  group.zh = [...new Set([...group.zh, ...draft.zh])]
  group.forms = [...group.forms, ...forms.map((form) => ({ ...form, facts: { ...own, ...form.facts } }))]
}

const asides = new Set<Fact>(formFacts)
