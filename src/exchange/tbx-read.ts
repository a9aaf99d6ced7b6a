/**
 * TBX to drafts: version 3 and the martif files of version 2, data categories as attributes (DCA) or as elements (DCT),
 * the common TBX-Basic and what the wild adds to it. Chinese and English are read; other languages, and categories that
 * a glossary has no place for, are counted. A status that no table of words knows is an error at its place.
 */
import { DataError, type Problem } from '../glossary/problem.js'
import { kinds, users } from '../glossary/schema.js'
import { type Draft, type Fact, type Facts, type Form, Losses, oneLine, type Reading } from './draft.js'
import { conceptLabels, formLabels, labelled } from './labels.js'
import { type Element, eachEntry } from './tbx-entries.js'
import { type StatusWord, statusOf } from './words.js'

export function readTbx(file: string, text: string): Reading {
  const losses = new Losses()
  const problems: Problem[] = []
  const drafts: Draft[] = []
  eachEntry(file, text, (entry) => {
    drafts.push(
      draftOf(entry, losses, ({ line, column }, message) => problems.push({ file, line, column, message })),
    )
  })
  if (drafts.length === 0) problems.push({ file, line: 1, column: 1, message: 'holds no entry' })
  if (problems.length > 0) throw new DataError(problems)
  return { drafts, losses }
}

type Say = (where: Element, message: string) => void

const languageNames = new Set(['langSec', 'langSet'])
const termNames = new Set(['termSec', 'tig', 'ntig'])
const statusNames = new Set([
  'administrativeStatus',
  'normativeAuthorization',
  'usageStatus',
  'termStatus',
  'status',
  'processStatus',
])
const sourceNames = new Set([
  'source',
  'externalCrossReference',
  'xSource',
  'entrySource',
  'sourceIdentifier',
])
/** What is said of the making of an entry. */
const silent = new Set([
  'date',
  'transac',
  'transacNote',
  'transactionType',
  'responsibility',
  'termCompList',
])

function draftOf(entry: Element, losses: Losses, say: Say): Draft {
  const draft: Draft = { key: keyOf(entry.id), zh: [], facts: {}, forms: [] }
  for (const one of saidOf(entry)) conceptFact(one, draft.facts, losses)
  for (const section of entry.children.filter(({ name }) => languageNames.has(name))) {
    const terms = section.children
      .filter(({ name }) => termNames.has(name))
      .map((term) => termOf(term, draft.facts, losses, say))
    const named = terms.filter(({ term }) => term !== '')
    const language = languageOf(section.language)
    for (const one of saidOf(section)) conceptFact(one, draft.facts, losses)
    if (language === 'zh') draft.zh.push(...chineseOf(named, losses).filter((zh) => !draft.zh.includes(zh)))
    else if (language === 'en') draft.forms.push(...named.map((one) => formOf(one, draft)))
    else
      losses.add(
        'languages that a glossary does not hold, left out',
        language || '(none given)',
        named.length,
      )
  }
  return draft
}

interface Term {
  term: string
  status: StatusWord | undefined
  type: string
  facts: Facts
}

function termOf(section: Element, concept: Facts, losses: Losses, say: Say): Term {
  const term: Term = { term: '', status: undefined, type: '', facts: {} }
  const said = [...saidOf(section)]
  term.term = oneLine(said.find(({ element }) => element.name === 'term')?.element.text ?? '')
  for (const one of said) {
    const { category, name, text } = one.element
    const value = oneLine(text)
    if (name === 'term' || value === '') continue
    if (statusNames.has(category)) {
      term.status = statusOf(value)
      if (term.status === undefined) say(one.element, `unknown status "${value}" of "${term.term}"`)
    } else if (category === 'termType') term.type = value
    else if (category === 'customerSubset') put(term.facts, 'used-by', value)
    else if (name === 'note' && !isOfAnother(one)) {
      const note = labelled(value, formLabels)
      put(term.facts, note.fact, note.text)
    } else if (category === 'subjectField') leave(one, losses)
    else conceptFact(one, concept, losses)
  }
  return term
}

/** The preferred Chinese first. */
function chineseOf(terms: readonly Term[], losses: Losses): string[] {
  const isRefused = ({ status }: Term) => status === 'deprecated' || status === 'superseded'
  for (const { term } of terms.filter(isRefused)) losses.add('Chinese that is refused, left out', term)
  const kept = terms.filter((term) => !isRefused(term))
  const isFirst = ({ status }: Term) => status === 'preferred'
  return [...kept.filter(isFirst), ...kept.filter((term) => !isFirst(term))].map(({ term }) => term)
}

const shortTypes = /^(acronym|abbreviation|abbreviatedForm|shortForm|initialism|shortcut)$/i

function formOf({ term, status, type, facts }: Term, draft: Draft): Form {
  if (status === 'draft') {
    draft.facts.approved = ['no']
    return { term, facts }
  }
  if (shortTypes.test(type) && (status === undefined || status === 'admitted'))
    return { term, status: 'short', facts }
  // A form that some desk uses and this termbase does not judge.
  const isAttested = facts['used-by']?.every((user) => (users as readonly string[]).includes(user))
  return { term, status: status ?? (isAttested ? 'attested' : undefined), facts }
}

interface Said {
  element: Element
  /** What it stands in. */
  parent: string
}

/** What is said at a level, groups opened, without the levels below. */
function* saidOf(level: Element): Generator<Said> {
  for (const element of level.children) {
    if (languageNames.has(element.name) || termNames.has(element.name)) continue
    if (/Grp$/.test(element.name)) yield* saidOf(element)
    else yield { element, parent: level.name }
  }
}

function conceptFact(said: Said, facts: Facts, losses: Losses): void {
  const { element } = said
  const value = oneLine(element.text)
  if (value === '' && element.target === '') return
  if (element.name === 'note' && !isOfAnother(said)) {
    const { fact, text } = labelled(value, conceptLabels)
    put(facts, fact, text)
  } else if (element.category === 'definition') put(facts, 'note', value)
  else if (element.category === 'subjectField') {
    if ((kinds as readonly string[]).includes(value)) put(facts, 'kind', value)
    else losses.add('subject fields that are no kind of concept, left out', value)
  } else if (sourceNames.has(element.category) && !isOfAnother(said))
    put(facts, 'source', sourceOf(element, value))
  else leave(said, losses)
}

/** Said of a definition, a context or a change, not of the term or the concept. */
function isOfAnother({ parent }: Said): boolean {
  return /^(transac|descrip|admin|termNote)Grp$/.test(parent)
}

function leave({ element }: Said, losses: Losses): void {
  if (!silent.has(element.name))
    losses.add('TBX categories that a glossary has no place for, left out', element.category)
}

function put(facts: Facts, fact: Fact, value: string): void {
  facts[fact] = [...(facts[fact] ?? []), value]
}

function sourceOf({ target }: Element, value: string): string {
  return target === '' || value.includes(target) ? value : oneLine(`${value} ${target}`)
}

/** An XML id cannot begin with a figure; the writer sets an underscore before it. */
function keyOf(id: string | undefined): string | undefined {
  return id?.replace(/^_(?=\d)/, '')
}

const longNames: Record<string, string> = { zho: 'zh', chi: 'zh', cmn: 'zh', eng: 'en' }

function languageOf(tag: string): string {
  const primary = tag.toLowerCase().split(/[-_]/)[0] as string
  return longNames[primary] ?? primary
}
