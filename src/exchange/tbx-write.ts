/**
 * Drafts to TBX-Basic, version 3 (ISO 30042:2019), categories as attributes (`dca`) or as elements (`dct`). Terms of a
 * termbase are literal: patterns are written out, and those that cannot be are counted.
 */
import type { Draft, Facts, Form, Losses, Status } from './draft.js'
import { conceptLabels, formLabels, labelFor } from './labels.js'
import { spellings } from './spellings.js'

export type Style = 'dca' | 'dct'

export function writeTbx(drafts: readonly Draft[], style: Style, losses: Losses): string {
  const dialect = dialects[style]
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<tbx type="TBX-Basic" style="${style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"${dialect.namespaces}>`,
    '<tbxHeader><fileDesc><sourceDesc><p>A glossary of zhengming</p></sourceDesc></fileDesc></tbxHeader>',
    '<text><body>',
    ...drafts.flatMap((draft) => entry(draft, dialect, losses)),
    '</body></text>',
    '</tbx>',
  ].join('\n')}\n`
}

type Category = 'administrativeStatus' | 'termType' | 'customerSubset' | 'subjectField' | 'source'

interface Dialect {
  namespaces: string
  say(category: Category, value: string): string
}

const attributes: Record<Category, string> = {
  administrativeStatus: 'termNote',
  termType: 'termNote',
  customerSubset: 'admin',
  subjectField: 'descrip',
  source: 'admin',
}

const modules: Record<Category, string> = {
  administrativeStatus: 'min',
  termType: 'basic',
  customerSubset: 'min',
  subjectField: 'min',
  source: 'basic',
}

const dialects: Record<Style, Dialect> = {
  dca: {
    namespaces: '',
    say: (category, value) => {
      const element = attributes[category]
      return `<${element} type="${category}">${escaped(value)}</${element}>`
    },
  },
  dct: {
    namespaces: ' xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"',
    say: (category, value) => {
      const element = `${modules[category]}:${category}`
      return `<${element}>${escaped(value)}</${element}>`
    },
  },
}

/** A form that some desk uses and nobody judges has none. */
const statusNames: Partial<Record<Status, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  short: 'admittedTerm-admn-sts',
  superseded: 'supersededTerm-admn-sts',
  deprecated: 'deprecatedTerm-admn-sts',
}

function entry(draft: Draft, dialect: Dialect, losses: Losses): string[] {
  const head = draft.forms.find(({ status }) => status === 'preferred')
  if (head?.pattern && spellings(head.term) === undefined) {
    losses.add('concepts named with a slot for a place or a number, left out', head.term)
    return []
  }
  const written = new Set<string>()
  const english = draft.forms.flatMap((form) => terms(form, written, dialect, losses))
  const { kind, source, ...others } = draft.facts
  const chinese = draft.zh.map((zh, i) =>
    section(zh, [dialect.say('administrativeStatus', nameOf(i === 0 ? 'preferred' : 'admitted'))]),
  )
  const id =
    draft.key === undefined ? '' : ` id="${escaped(/^\d/.test(draft.key) ? `_${draft.key}` : draft.key)}"`
  return [
    `<conceptEntry${id}>`,
    ...(kind ?? []).map((value) => dialect.say('subjectField', value)),
    ...(source ?? []).map((value) => dialect.say('source', value)),
    ...notes(others, conceptLabels),
    ...(chinese.length > 0 ? ['<langSec xml:lang="zh">', ...chinese, '</langSec>'] : []),
    '<langSec xml:lang="en">',
    ...english,
    '</langSec>',
    '</conceptEntry>',
  ]
}

/** `written` holds what stands there already: patterns overlap, and the first to say it has its status. */
function terms(form: Form, written: Set<string>, dialect: Dialect, losses: Losses): string[] {
  const { 'used-by': users = [], ...others } = form.facts
  const texts = form.pattern ? spellings(form.term) : [form.term]
  if (texts === undefined) {
    losses.add('patterns that no list of terms can spell out, left out', form.term)
    return []
  }
  if (others.after || others.before || others.with || others.without)
    losses.add(
      'forms refused only beside certain words, which a termbase does not weigh: said in their notes',
      form.term,
    )
  const status = form.status && statusNames[form.status]
  const fresh = texts.filter((text) => !written.has(text))
  for (const text of fresh) written.add(text)
  return fresh.map((text) =>
    section(text, [
      ...(status === undefined ? [] : [dialect.say('administrativeStatus', status)]),
      ...(form.status === 'short'
        ? [dialect.say('termType', /^[^a-z]+$/.test(text) ? 'acronym' : 'shortForm')]
        : []),
      ...users.map((user) => dialect.say('customerSubset', user)),
      ...notes(others, formLabels),
    ]),
  )
}

function section(term: string, said: readonly string[]): string {
  return `<termSec><term>${escaped(term)}</term>${said.join('')}</termSec>`
}

function notes(facts: Facts, labels: ReadonlySet<string>): string[] {
  return (Object.entries(facts) as [keyof Facts, string[]][]).flatMap(([fact, values]) =>
    values.map((value) => `<note>${escaped(labelFor(fact, value, labels))}</note>`),
  )
}

function nameOf(status: Status): string {
  return statusNames[status] as string
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => signs[sign] as string)
}
