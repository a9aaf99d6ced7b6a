/**
 * Drafts to concepts of a house's glossary, such as the loader takes without a word. Drafts of one key, or of the same
 * Chinese where they have none, become one concept; of several preferred forms the first stays preferred. What has no
 * place in a glossary, or is at odds with itself, is counted.
 */
import { type Concept, kinds, severities, users } from '../glossary/schema.js'
import type { Draft, Fact, Facts, Form, Losses, Status } from './draft.js'
import { idMaker, isName, kebab } from './ids.js'
import { hasSigns, literal } from './spellings.js'
import { truthOf } from './words.js'

export interface Gathered {
  concept: Concept
  /** Its id is what the file calls it, not made from the English. */
  named: boolean
}

export function gather(drafts: readonly Draft[], losses: Losses): Gathered[] {
  const made = grouped(drafts).flatMap((draft) => {
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

function grouped(drafts: readonly Draft[]): Draft[] {
  const groups = new Map<string, Draft>()
  for (const draft of drafts) {
    const [chinese] = draft.zh
    const name =
      draft.key ?? (chinese === undefined ? `en ${draft.forms[0]?.term.toLowerCase()}` : `zh ${chinese}`)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, { ...draft, facts: { ...draft.facts } })
    else {
      group.zh = [...new Set([...group.zh, ...draft.zh])]
      group.forms = [...group.forms, ...draft.forms]
      group.facts = { ...draft.facts, ...group.facts }
    }
  }
  return [...groups.values()]
}

type Body = Omit<Concept, 'id'>

function conceptOf(draft: Draft, losses: Losses): Body | undefined {
  const forms = sorted(draft, losses)
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
    confusable: list(facts.confusable ?? []),
    vary: read.truth('vary') === true ? true : undefined,
    since: read.date('since'),
    until: read.date('until'),
    contested: read.truth('contested') === true ? true : undefined,
    approved: read.truth('approved') === false ? false : undefined,
    replaces: list(facts.replaces ?? []),
    note: read.text('note'),
    source: list(facts.source ?? []),
  }
  read.rest(['kind', 'confusable', 'replaces', 'source'])
  return pruned(body)
}

function isKind(word: string): word is Concept['kind'] {
  return (kinds as readonly string[]).includes(word)
}

/** Forms by status, each once; one form in two statuses keeps the first. */
function sorted(draft: Draft, losses: Losses): Record<Status, Form[]> {
  const lists: Record<Status, Form[]> = {
    preferred: [],
    admitted: [],
    short: [],
    attested: [],
    superseded: [],
    deprecated: [],
  }
  const chosen =
    draft.forms.find((form) => form.status === 'preferred') ?? draft.forms.find((form) => !form.status)
  const fallback = draft.forms.find((form) => form.status === 'admitted' || form.status === 'short')
  const head = chosen ?? fallback
  if (head && head === fallback)
    losses.add('no preferred form, the first admitted one in its place', head.term)
  const seen = new Map<string, Status>()
  const put = (form: Form, status: Status) => {
    const name = isLimited(form) ? `limited ${form.term}` : form.term.toLowerCase()
    const before = seen.get(name)
    const again = lists[status].some(({ term }) => term === form.term)
    if ((before === undefined || before === status) && !again) lists[status].push(form)
    else if (before !== undefined && before !== status && before !== 'preferred')
      losses.add('forms with two statuses, the first kept', `${form.term}: ${before}, ${status}`)
    else if (before === 'preferred' && status === 'deprecated')
      losses.add('forms preferred and refused at once, the refusal left out', form.term)
    seen.set(name, before ?? status)
  }
  if (head) put(head, 'preferred')
  for (const form of draft.forms) {
    if (form === head) continue
    if (form.status === 'preferred' && form.term !== head?.term)
      losses.add('second preferred forms, admitted instead', `${form.term} beside ${head?.term}`)
    put(form, statusIn(form, losses))
  }
  return lists
}

/** Refused only in these capitals, or only beside certain words: it may be right elsewhere. */
function isLimited({ facts }: Form): boolean {
  return [facts.case, facts.after, facts.before, facts.with, facts.without].some(
    (limit) => limit !== undefined,
  )
}

function statusIn(form: Form, losses: Losses): Status {
  const { status = 'admitted', facts, term } = form
  if (status === 'preferred') return 'admitted'
  if (status === 'attested' && usersOf(form).length === 0) {
    losses.add(`attested forms without one of ${users.join(', ')}, admitted instead`, term)
    return 'admitted'
  }
  if (status === 'superseded' && dateOf(facts.until?.[0]) === undefined) {
    losses.add('superseded forms without the date of their end, refused instead', term)
    return 'deprecated'
  }
  return status
}

/** The preferred form is written out in a glossary: "Ministry of X (MOX)" is a name and its short form. */
function plainly(form: Form, losses: Losses): { preferred: string; short: string[]; aside?: string } {
  if (form.pattern || !hasSigns(form.term)) return { preferred: form.term, short: [] }
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

function patternOf({ term, pattern }: Form): string {
  return pattern ? term : literal(term)
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

function usersOf(form: Form): (typeof users)[number][] {
  return users.filter((user) => form.facts['used-by']?.includes(user))
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
    rest(known: Fact[]) {
      for (const fact of Object.keys(facts))
        if (!asked.has(fact) && !known.includes(fact as Fact))
          losses.add(`${fact} where a glossary has no place for it, left out`, term)
    },
  }
}

/** A year, month or day as people write them, as the glossary writes them. */
function dateOf(word: string | undefined): string | undefined {
  const found = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?$/.exec(word?.trim() ?? '')
  if (!found) return undefined
  return [
    found[1],
    ...found
      .slice(2)
      .filter(Boolean)
      .map((n) => (n as string).padStart(2, '0')),
  ].join('-')
}

function pruned<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T
}
