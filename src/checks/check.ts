/**
 * What a check is: a retext plugin that is handed every rule that names it, and says what it sees. `defineCheck`
 * gives a plain function the plugin's dress: it finds the document, drops what the settings silence, applies what
 * holds for all (quotations, headlines), and leaves one VFileMessage per finding on the file.
 *
 * A check used alone in a stranger's pipeline, without options, looks with the shipped rules under `neutral`.
 */
import type { Root } from 'nlcst'
import type { Plugin } from 'unified'
import type { VFile } from 'vfile'
import type { Finding, Fix, Related } from '../findings/finding.js'
import { addressOf } from '../findings/page.js'
import { sentenceHash } from '../findings/sentence-hash.js'
import type { CompiledConcept, Severity } from '../glossary/compiled.js'
import type { CompiledRule } from '../rules/compiled.js'
import type { Setup } from '../setup.js'
import { type Document, documentOf, rangeOf, sentenceAt } from '../text/document.js'
import { positionOf } from '../text/points.js'
import { quotationAt } from '../text/quotations.js'

export interface Article {
  document: Document
  setup: Setup
  file: VFile
  tree: Root
}

export interface Said {
  rule: CompiledRule
  /** Tokens that it covers, both included … */
  first: number
  last: number
  /** … or, where it is white space or a part of a token, the source offsets. */
  range?: { start: number; end: number }
  actual?: string
  expected?: readonly string[]
  note?: string | undefined
  severity?: Severity | undefined
  concept?: CompiledConcept
  fix?: Fix | undefined
  related?: Related[]
  /** More for the message's template. */
  fields?: Record<string, string>
}

export type Say = (said: Said) => void
export type Look = (article: Article, rules: readonly CompiledRule[], say: Say) => void
export type Check = Plugin<[Setup?], Root> & { look: Look }

let shipped: (() => Setup) | undefined

/** Where a check without options finds its setup; set once by the entry point that knows what ships. */
export function shipWith(make: () => Setup): void {
  shipped = make
}

export function defineCheck(name: string, look: Look): Check {
  const plugin: Plugin<[Setup?], Root> = (given) => {
    const setup = given ?? shipped?.()
    const rules = setup?.rules.get(name) ?? []
    if (setup === undefined || rules.length === 0) return undefined
    return (tree, file) => {
      const document = documentOf(tree, file)
      look({ document, setup, file, tree }, rules, (said) => tell(document, setup, file, said))
    }
  }
  Object.defineProperty(plugin, 'name', { value: `zhengming-${name}` })
  return Object.assign(plugin, { look })
}

/** Families whose subject is the writer's own choice of words: they leave cited titles alone and only hint in speech. */
const ofWording = /^(term|calque|casing|style|date)\//

function tell(document: Document, setup: Setup, file: VFile, said: Said): void {
  const { rule, first, last } = said
  let severity =
    said.severity === 'info' ? 'info' : (setup.severities.get(rule.id) ?? said.severity ?? rule.severity)
  let fix = said.fix
  const quotation = quotationAt(document, first, last)
  if (quotation !== 'none' && fix) fix = { ...fix, class: 'suggested' }
  if (ofWording.test(rule.id)) {
    if (quotation === 'title') return
    if (quotation === 'speech') {
      severity = 'info'
      fix = undefined
    }
  }
  if (severity === 'info' && !setup.info) return
  const sentence = sentenceAt(document, first)
  if (fix && sentence.headline) fix = { ...fix, class: 'suggested' }
  const { start, end } = said.range ?? rangeOf(document, first, last)
  const actual = said.actual ?? document.source.slice(start, end).replace(/\s+/g, ' ')
  const expected = [...(said.expected ?? [])]
  const zh = shortest(said.concept?.zh ?? [])
  const fields = { ...said.fields, actual, expected: listed(expected), zh }
  const message = file.message(fill(rule.message, fields), {
    place: positionOf(document, start, end),
    ruleId: rule.id,
    source: 'zhengming',
  })
  message.fatal = severity === 'error' ? true : severity === 'warning' ? false : undefined
  const finding: Partial<Finding> = { severity, start, end, actual, expected }
  const note = said.note ?? rule.note
  if (note) finding.note = note
  if (said.fields?.when) finding.when = said.fields.when
  if (said.concept) finding.concept = said.concept.id
  if (zh) finding.zh = zh
  finding.sentence = sentenceHash(document, sentence)
  if (fix) finding.fix = fix
  if (said.related?.length) finding.related = said.related
  const page = addressOf({ concept: said.concept, rule: rule.id }, setup.pages)
  if (page) finding.url = page
  Object.assign(message, finding)
}

/** `{name}` from the fields; `[… {name} …]` only where the field is not empty. */
function fill(template: string, fields: Record<string, string>): string {
  let text = ''
  for (const { before, field, after, optional } of parsed(template)) {
    const value = field === undefined ? '' : (fields[field] ?? '')
    if (!optional || value) text += before + value + after
  }
  return text
}

interface Part {
  before: string
  field?: string
  after: string
  optional: boolean
}

const templates = new Map<string, Part[]>()

function parsed(template: string): Part[] {
  let parts = templates.get(template)
  if (parts === undefined) {
    parts = []
    let end = 0
    for (const m of template.matchAll(/\[([^[\]{}]*)\{(\w+)\}([^[\]{}]*)\]|\{(\w+)\}/g)) {
      parts.push({ before: template.slice(end, m.index), after: '', optional: false })
      const optional = m[2] !== undefined
      parts.push({ before: m[1] ?? '', field: m[2] ?? m[4] ?? '', after: m[3] ?? '', optional })
      end = m.index + m[0].length
    }
    parts.push({ before: template.slice(end), after: '', optional: false })
    templates.set(template, parts)
  }
  return parts
}

/** The Chinese that an editor knows a concept by is its short form. */
function shortest(zh: readonly string[]): string {
  return [...zh].sort((a, b) => a.length - b.length)[0] ?? ''
}

function listed(expected: readonly string[]): string {
  return expected.map((e) => `"${e}"`).join(' or ')
}
