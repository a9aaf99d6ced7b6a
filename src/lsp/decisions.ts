/**
 * A decision of the desk put into its files, comments and layout kept: an entry under `accept` of a config, an accepted
 * form in a glossary entry. Pure: text in, text out.
 */
import { isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml'
import type { Accepted } from '../config/schema.js'
import { editEntry } from '../glossary/edit.js'

export interface Written {
  text: string
  /** Where the reason stands, for the person to write over. */
  reason: { start: number; end: number }
}

/** Below what is accepted already, or at the end. */
export function accepted(config: string, decision: Accepted): Written {
  const newline = config.includes('\r\n') ? '\r\n' : '\n'
  const source = config.replaceAll('\r\n', '\n')
  const document = parseDocument(source, { keepSourceTokens: true })
  if (document.errors.length > 0) throw new Error('the config is broken, mend it first')
  const list = document.get('accept', true)
  const text = isSeq(list) && list.items.length > 0 ? below(source, list, decision) : behind(source, decision)
  const plain = meaning(text, decision) ? text : anew(source, decision)
  const out = plain.replaceAll('\n', newline)
  const start = out.lastIndexOf(stringify(decision.reason).trim())
  return { text: out, reason: { start, end: start + stringify(decision.reason).trim().length } }
}

/** The form joins the accepted ones of the concept; what else the file says stays. */
export function admitted(glossary: string, id: string, form: string): string {
  return editEntry(glossary, id, (entry, document) => {
    const known = entry.get('admitted', true)
    if (isSeq(known)) known.add(document.createNode(form))
    else entry.set('admitted', document.createNode([form]))
  })
}

function below(source: string, list: YAMLSeq, decision: Accepted): string {
  const token = list.srcToken
  if (token?.type !== 'block-seq') return ''
  const end = source.slice(0, list.range?.[1] ?? source.length).trimEnd().length
  return `${source.slice(0, end)}\n${item(decision, token.indent)}${source.slice(end).replace(/^\n/, '')}`
}

function behind(source: string, decision: Accepted): string {
  const base = source === '' || source.endsWith('\n') ? source : `${source}\n`
  return `${base}accept:\n${item(decision, 2)}`
}

function item(decision: Accepted, indent: number): string {
  return stringify([decision], { lineWidth: 0 }).replace(/^(?=.)/gm, ' '.repeat(indent))
}

/** The text says what it said, and the decision last. */
function meaning(text: string, decision: Accepted): boolean {
  const document = parseDocument(text)
  const last = (document.errors.length === 0 && document.toJS()?.accept?.at?.(-1)) || undefined
  return JSON.stringify(last) === JSON.stringify(decision)
}

function anew(source: string, decision: Accepted): string {
  const document = parseDocument(source)
  const list = document.get('accept', true)
  if (isSeq(list)) list.add(document.createNode(decision))
  else document.set('accept', document.createNode([decision]))
  return document.toString({ lineWidth: 0 })
}
