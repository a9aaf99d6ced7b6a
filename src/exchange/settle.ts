/**
 * Which status each form of a draft has in the end: one preferred form, no form accepted and refused at once, and none
 * in a status that asks for what is not there. Every choice that the file did not make is counted.
 */
import { users } from '../glossary/schema.js'
import { expand, PatternError } from '../matching/pattern.js'
import type { Draft, Form, Losses, Status } from './draft.js'
import { literal } from './spellings.js'

/** Forms by status, each once; one form in two statuses keeps the first, and one that is accepted is not refused. */
export function byStatus(draft: Draft, losses: Losses): Record<Status, Form[]> {
  const forms = draft.forms.map((form) => sound(form, losses))
  const head = headOf(forms, losses)
  const lists: Record<Status, Form[]> = {
    preferred: head ? [head] : [],
    admitted: [],
    short: [],
    attested: [],
    superseded: [],
    deprecated: [],
  }
  const known = new Map<string, Status>()
  if (head) known.set(nameOf(head), 'preferred')
  for (const form of forms) {
    if (form === head || (form.status === 'preferred' && head && nameOf(form) === nameOf(head))) continue
    if (form.status === 'preferred')
      losses.add('second preferred forms, admitted instead', `${form.term} beside ${head?.term}`)
    const status = statusIn(form, losses)
    const before = known.get(nameOf(form))
    if (before === undefined || (before === status && !lists[status].some(({ term }) => term === form.term)))
      lists[status].push(form)
    else if (before !== status)
      losses.add('forms with two statuses, the first kept', `${form.term}: ${before}, ${status}`)
    else if (Object.keys(form.facts).length > 0) losses.add('forms given twice, the first kept', form.term)
    known.set(nameOf(form), before ?? status)
  }
  lists.deprecated = unopposed(lists, losses)
  return lists
}

function headOf(forms: readonly Form[], losses: Losses): Form | undefined {
  const chosen = forms.find((form) => form.status === 'preferred') ?? forms.find((form) => !form.status)
  if (chosen) return chosen
  const next = forms.find((form) => form.status === 'admitted' || form.status === 'short')
  if (next) losses.add('no preferred form, the first admitted one in its place', next.term)
  return next
}

/** The loader knows a form by its words, whatever their hyphens and capitals, and lets none be right and wrong. */
function unopposed(lists: Record<Status, Form[]>, losses: Losses): Form[] {
  const { deprecated, ...accepted } = lists
  const right = new Set(Object.values(accepted).flat().flatMap(wordsOf))
  return deprecated.filter((form) => {
    const isFree = isLimited(form) || !wordsOf(form).some((words) => right.has(words))
    if (!isFree) losses.add('forms accepted and refused at once, the refusal left out', form.term)
    return isFree
  })
}

function wordsOf(form: Form): string[] {
  return expand(patternOf(form)).map((words) => words.join(' ').replace(/^the (?=\S+ \S)/, ''))
}

/** A pattern that does not parse can only mean its own signs. */
function sound(form: Form, losses: Losses): Form {
  try {
    if (form.pattern) expand(form.term)
    return form
  } catch (error) {
    if (!(error instanceof PatternError)) throw error
    losses.add('patterns that are none, taken for plain text', form.term)
    return { ...form, pattern: false }
  }
}

function nameOf(form: Form): string {
  return isLimited(form) ? `limited ${form.term}` : form.term.toLowerCase()
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

export function usersOf(form: Form): (typeof users)[number][] {
  return users.filter((user) => form.facts['used-by']?.includes(user))
}

export function patternOf({ term, pattern }: Form): string {
  return pattern ? term : literal(term)
}

/** A year, month or day as people write them, as the glossary writes them. */
export function dateOf(word: string | undefined): string | undefined {
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
