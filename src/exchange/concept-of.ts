/**
 * One draft to one concept such as the loader takes. What the glossary has no place for, or cannot read, is counted.
 */
import { type Concept, kinds, severities } from '../glossary/schema.js'
import type { Draft, Fact, Facts, Form, Losses } from './draft.js'
import { isId } from './ids.js'
import { byStatus, dateOf, patternOf, usersOf } from './settle.js'
import { hasSigns } from './spellings.js'
import { truthOf } from './words.js'

export type Body = Omit<Concept, 'id'>

export function conceptOf(draft: Draft, losses: Losses): Body | undefined {
  const forms = byStatus(draft, losses)
  const head = forms.preferred[0]
  if (head === undefined) {
    losses.add(
      forms.deprecated.length > 0
        ? 'only refused forms and no preferred one, left out'
        : 'Chinese without English, left out',
      draft.zh[0] ?? draft.forms[0]?.term ?? '',
    )
    return undefined
  }
  const { preferred, short, aside } = plainly(head, losses)
  const facts =
    aside === undefined ? draft.facts : { ...draft.facts, note: [...(draft.facts.note ?? []), aside] }
  const read = reader(facts, preferred, losses)
  const list = <T>(items: T[]) => (items.length > 0 ? items : undefined)
  const kind = draft.facts.kind?.[0]
  if (kind !== undefined && !isKind(kind)) losses.add('unknown kinds, term in their place', kind)
  const body = {
    zh: list(draft.zh),
    kind: kind !== undefined && isKind(kind) ? kind : ('term' as const),
    preferred,
    insert: read.text('insert'),
    admitted: list(forms.admitted.map((form) => rendering(form, losses))),
    short: list([...forms.short.map((form) => rendering(form, losses)), ...short]),
    attested: list(forms.attested.map((form) => attested(form))),
    superseded: list(forms.superseded.map((form) => superseded(form))),
    deprecated:
      forms.deprecated.length > 0
        ? Object.fromEntries(forms.deprecated.map((form) => [patternOf(form), refused(form, losses)]))
        : undefined,
    confusable: list(read.ids('confusable')),
    vary: read.truth('vary') === true ? true : undefined,
    since: read.date('since'),
    until: read.date('until'),
    contested: read.truth('contested') === true ? true : undefined,
    approved: read.truth('approved') === false ? false : undefined,
    replaces: list(read.ids('replaces')),
    note: read.text('note'),
    source: list(facts.source ?? []),
  }
  read.rest(['kind', 'source'])
  return pruned(body)
}

function isKind(word: string): word is Concept['kind'] {
  return (kinds as readonly string[]).includes(word)
}

/** The preferred form is written out in a glossary: "Ministry of X (MOX)" is a name and its short form. */
function plainly(form: Form, losses: Losses): { preferred: string; short: string[]; aside?: string } {
  const isSlotted = form.pattern && !/[\\()[\]|~]/.test(form.term)
  if (isSlotted || !hasSigns(form.term)) return { preferred: form.term, short: [] }
  const acronym = /^([^()[\]|~{}\\]*\S) *\(([A-Z][A-Za-z0-9&.-]*[A-Z])\)$/.exec(form.term)
  if (acronym) return { preferred: acronym[1] as string, short: [acronym[2] as string] }
  const bare = form.term
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .replace(/[\\()[\]|~{}]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const preferred = /[\p{L}\p{N}]/u.test(bare)
    ? bare
    : form.term
        .replace(/[\\()[\]|~{}]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
  losses.add(
    'preferred forms with brackets or signs of the pattern language, kept whole in the note',
    form.term,
  )
  return { preferred, short: [], aside: `given as "${form.term}"` }
}

function rendering(form: Form, losses: Losses) {
  const read = reader(form.facts, form.term, losses)
  const users = form.facts['used-by']
  const more = pruned({
    when: read.text('when'),
    'used-by': users?.length === 1 ? users[0] : users,
    expand: read.oneOf('expand', ['first', 'never'] as const),
    note: read.text('note') ?? read.text('why'),
  })
  read.rest(['used-by'])
  const term = patternOf(form)
  return Object.keys(more).length > 0 ? { term, ...more } : term
}

function attested(form: Form) {
  return pruned({ term: patternOf(form), 'used-by': usersOf(form), note: form.facts.note?.join(' ') })
}

function superseded(form: Form) {
  return pruned({
    term: patternOf(form),
    until: dateOf(form.facts.until?.[0]) as string,
    note: form.facts.note?.join(' ') ?? form.facts.why?.join(' '),
  })
}

function refused(form: Form, losses: Losses) {
  const { facts } = form
  const read = reader(facts, form.term, losses)
  const more = pruned({
    severity: read.oneOf('severity', severities),
    case: read.oneOf('case', ['exact'] as const),
    expected: facts.expected,
    after: facts.after,
    before: facts.before,
    with: facts.with,
    without: facts.without,
  })
  const why =
    read.text('why') ?? read.text('note') ?? (form.status === 'superseded' ? 'superseded' : undefined)
  read.rest(['expected', 'after', 'before', 'with', 'without', 'until'])
  return why !== undefined && Object.keys(more).length === 0 ? why : pruned({ why, ...more })
}

/** Facts by name; what nobody asked for, or nobody could read, is counted. */
function reader(facts: Facts, term: string, losses: Losses) {
  const asked = new Set<string>()
  const text = (fact: Fact) => {
    asked.add(fact)
    return facts[fact]?.join(' ')
  }
  const parsed = <T>(fact: Fact, parse: (word: string) => T | undefined): T | undefined => {
    const word = text(fact)
    const value = word === undefined ? undefined : parse(word)
    if (word !== undefined && value === undefined)
      losses.add(`no ${fact} that a glossary knows, left out`, `${word} of ${term}`)
    return value
  }
  return {
    text,
    truth: (fact: Fact) => parsed(fact, truthOf),
    date: (fact: Fact) => parsed(fact, dateOf),
    oneOf: <T extends string>(fact: Fact, words: readonly T[]) =>
      parsed(fact, (word) => words.find((w) => w === word)),
    ids(fact: Fact) {
      asked.add(fact)
      const good = facts[fact]?.filter(isId) ?? []
      for (const word of facts[fact] ?? [])
        if (!isId(word)) losses.add(`no id of a concept in ${fact}, left out`, word)
      return good
    },
    rest(known: Fact[]) {
      for (const fact of Object.keys(facts))
        if (!asked.has(fact) && !known.includes(fact as Fact))
          losses.add(`${fact} where a glossary has no place for it, left out`, term)
    },
  }
}

function pruned<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}
