/**
 * The entries of a TBX file one after the other, each as a small tree, so that a termbase of any size costs the memory
 * of one entry. Names come without their prefixes: a namespace says which version wrote the file, not what it means.
 * Entities of the file's own are not resolved, and the parser refuses them.
 */
import { SaxesParser } from 'saxes'
import { DataError } from '../glossary/problem.js'

export interface Element {
  name: string
  /** The data category: the type where it is an attribute, else the name. */
  category: string
  id: string | undefined
  language: string
  target: string
  /** With that of the marks inside it. */
  text: string
  children: Element[]
  line: number
  column: number
}

const roots = ['tbx', 'martif', 'TBX']
const entries = new Set(['conceptEntry', 'termEntry'])
/** Marks inside a text; what they hold belongs to it. */
const inline = new Set(['hi', 'foreign', 'sc', 'ec', 'ph', 'bpt', 'ept', 'it', 'ut', 'sub'])
const chunk = 65_536

export function eachEntry(file: string, text: string, visit: (entry: Element) => void): void {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const stack: Element[] = []
  const fail = (message: string): never => {
    throw new DataError([{ file, line: parser.line, column: parser.column + 1, message }])
  }
  const take = (piece: string) => {
    const top = stack.at(-1)
    if (top) top.text += piece
  }
  parser.on('error', ({ message }) => fail(message.replace(/^\d+:\d+: /, '')))
  parser.on('text', take)
  parser.on('cdata', take)
  parser.on('opentag', ({ name: full, attributes }) => {
    const name = full.slice(full.indexOf(':') + 1)
    if (stack.length === 0 && !roots.includes(name)) fail(`<${name}> is no TBX, expected <tbx> or <martif>`)
    stack.push({
      name,
      category: attributes.type ?? name,
      id: attributes.id,
      language: attributes['xml:lang'] ?? attributes.lang ?? '',
      target: attributes.target ?? '',
      text: '',
      children: [],
      line: parser.line,
      column: parser.column + 1,
    })
  })
  parser.on('closetag', () => {
    const element = stack.pop() as Element
    if (entries.has(element.name)) visit(element)
    else if (inline.has(element.name)) take(element.text)
    else if (stack.some(({ name }) => entries.has(name))) stack.at(-1)?.children.push(element)
  })
  for (let at = 0; at < text.length; at += chunk) parser.write(text.slice(at, at + chunk))
  parser.close()
}
