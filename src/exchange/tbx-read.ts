/**
 * TBX to drafts: version 3 and the martif files of version 2, data categories as attributes (DCA) or as elements
 * (DCT), in whatever namespace, the common TBX-Basic and what the wild adds to it. Chinese and English are read;
 * other languages and categories that a glossary has no place for are counted. Entities of a file's own are refused.
 */
import { SaxesParser } from 'saxes'
import { DataError, type Problem } from '../glossary/problem.js'
import { kinds, users } from '../glossary/schema.js'
import { type Draft, type Fact, type Facts, type Form, Losses, oneLine, type Reading } from './draft.js'
import { conceptLabels, formLabels, labelled } from './labels.js'
import { statusOf } from './words.js'

const entries = new Set(['conceptEntry', 'termEntry'])
const languages = new Set(['langSec', 'langSet'])
const terms = new Set(['termSec', 'tig', 'ntig'])
/** Marks inside a text; what they hold belongs to it. */
const inline = new Set(['hi', 'foreign', 'sc', 'ec', 'ph', 'bpt', 'ept', 'it', 'ut', 'sub'])
/** Elements that only hold others, or what is said of the making of an entry. */
const silent = new Set([
  'date',
  'transac',
  'transacNote',
  'transactionType',
  'responsibility',
  'termComp',
  'termCompList',
  'p',
])

interface Open {
  name: string
  category: string
  target: string
  text: string
}

interface Term {
  term: string
  status?: string
  type?: string
  facts: Facts
  place: Pick<Problem, 'line' | 'column'>
}

export function readTbx(file: string, text: string): Reading {
  const losses = new Losses()
  const drafts: Draft[] = []
  const problems: Problem[] = []
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const stack: Open[] = []
  let draft: Draft = { zh: [], facts: {}, forms: [] }
  let language = ''
  let here: Term[] = []
  const place = () => ({ line: parser.line, column: parser.column + 1 })
  const within = (names: ReadonlySet<string>) => stack.some(({ name }) => names.has(name))

  parser.on('error', (error) => {
    throw new DataError([{ file, ...place(), message: error.message.replace(/^\d+:\d+: /, '') }])
  })
  parser.on('opentag', ({ name: full, attributes }) => {
    const name = local(full)
    if (stack.length === 0 && !['tbx', 'martif', 'TBX'].includes(name))
      throw new DataError([{ file, ...place(), message: `<${name}> is no TBX, expected <tbx> or <martif>` }])
    if (entries.has(name)) draft = { key: keyOf(attributes.id), zh: [], facts: {}, forms: [] }
    if (languages.has(name)) {
      language = languageOf(attributes['xml:lang'] ?? attributes.lang ?? '')
      here = []
    }
    if (terms.has(name)) here.push({ term: '', facts: {}, place: place() })
    stack.push({ name, category: attributes.type ?? name, target: attributes.target ?? '', text: '' })
  })
  const take = (piece: string) => {
    const top = stack.at(-1)
    if (top) top.text += piece
  }
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('closetag', ({ name: full }) => {
    const one = stack.pop() as Open
    const name = local(full)
    if (inline.has(name)) take(one.text)
    else if (languages.has(name)) closeLanguage()
    else if (entries.has(name)) drafts.push(draft)
    else if (within(entries)) said(one)
  })

  function said(one: Open): void {
    const value = oneLine(one.text)
    if (value === '' && one.target === '') return
    const term = within(terms) ? here.at(-1) : undefined
    const parent = stack.at(-1)?.name ?? ''
    if (one.name === 'term') {
      if (term) term.term = value
    } else if (statusNames.has(one.category) && term) Object.assign(term, { status: value, place: place() })
    else if (one.category === 'termType' && term) term.type = value
    else if (one.category === 'customerSubset' && term) put(term.facts, 'used-by', value)
    else if (one.name === 'note' && !/^(transac|descrip|admin)/.test(parent)) {
      const { fact, text } = labelled(value, term ? formLabels : conceptLabels)
      put(term ? term.facts : draft.facts, fact, text)
    } else if (one.category === 'definition') put(draft.facts, 'note', value)
    else if (one.category === 'subjectField' && !term) subject(value)
    else if (sourceNames.has(one.category) && parent !== 'descripGrp')
      put(draft.facts, 'source', sourceOf(one, value))
    else if (!silent.has(one.name) && !/Grp$/.test(one.name))
      losses.add(`TBX categories that a glossary has no place for, left out`, one.category)
  }

  function subject(value: string): void {
    if ((kinds as readonly string[]).includes(value)) put(draft.facts, 'kind', value)
    else losses.add('subject fields that are no kind of concept, left out', value)
  }

  function closeLanguage(): void {
    const named = here.filter(({ term }) => term !== '')
    if (language === 'zh') {
      const kept = named.filter((term) => !refused(term))
      kept.sort((a, b) => rank(a) - rank(b))
      draft.zh.push(...kept.map(({ term }) => term).filter((term) => !draft.zh.includes(term)))
      for (const { term } of named.filter(refused)) losses.add('Chinese that is refused, left out', term)
    } else if (language === 'en') draft.forms.push(...named.map(formOf))
    else
      losses.add(
        'languages that a glossary does not hold, left out',
        language || '(none given)',
        named.length,
      )
  }

  function formOf({ term, status, type, facts, place }: Term): Form {
    const word = status === undefined ? undefined : statusOf(status)
    if (status !== undefined && word === undefined)
      problems.push({ file, ...place, message: `unknown status "${status}" of "${term}"` })
    if (word === 'draft') draft.facts.approved = ['no']
    const plain = word === 'draft' ? undefined : word
    const isShort = /^(acronym|abbreviation|abbreviatedForm|shortForm|initialism|shortcut)$/i.test(type ?? '')
    if (isShort && (plain === undefined || plain === 'admitted')) return { term, status: 'short', facts }
    // A form that some desk uses and this termbase does not judge.
    if (
      status === undefined &&
      facts['used-by']?.every((user) => (users as readonly string[]).includes(user))
    )
      return { term, status: 'attested', facts }
    return { term, status: plain, facts }
  }

  for (let at = 0; at < text.length; at += chunk) parser.write(text.slice(at, at + chunk))
  parser.close()
  if (drafts.length === 0) problems.push({ file, line: 1, column: 1, message: 'holds no entry' })
  if (problems.length > 0) throw new DataError(problems)
  return { drafts, losses }
}

const chunk = 65_536
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

function refused(term: Term): boolean {
  const word = term.status === undefined ? undefined : statusOf(term.status)
  return word === 'deprecated' || word === 'superseded'
}

function rank(term: Term): number {
  return term.status !== undefined && statusOf(term.status) === 'preferred' ? 0 : 1
}

function put(facts: Facts, fact: Fact, value: string): void {
  facts[fact] = [...(facts[fact] ?? []), value]
}

function sourceOf({ target }: Open, value: string): string {
  return target === '' || value.includes(target) ? value : oneLine(`${value} ${target}`)
}

/** An XML id cannot begin with a figure; the writer sets an underscore before it. */
function keyOf(id: string | undefined): string | undefined {
  return id?.replace(/^_(?=\d)/, '')
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function languageOf(tag: string): string {
  const primary = tag.toLowerCase().split(/[-_]/)[0] as string
  return { zho: 'zh', chi: 'zh', cmn: 'zh', eng: 'en' }[primary] ?? primary
}
