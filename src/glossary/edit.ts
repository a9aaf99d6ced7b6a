/**
 * One entry of a glossary file changed or added, everything else byte for byte as it was: comments, blank lines, quotes
 * and the order of keys. Of the entry itself only the keys that change are written anew. The result is read again
 * and holds what was wanted; where a file is laid out so that it cannot be pieced together, it is written anew as a whole.
 */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'

/** Changes the entry in place; an empty one is new. */
export type Edit = (entry: YAMLMap, document: Document) => void

export function editEntry(text: string, id: string, edit: Edit): string {
  const crlf = /\r\n/.test(text) && !/[^\r]\n/.test(text)
  const source = crlf ? text.replaceAll('\r\n', '\n') : text
  const whole = parseDocument(source)
  const before = placeOf(source, id)
  edit(entryOf(whole, id), whole)
  const wanted = meaningOf(whole)
  const layout = layoutOf(source)
  const options = { ...layout, lineWidth: 0, verifyAliasOrder: false }
  const print = (document: Document) => document.toString(options)
  const candidates = [
    () => (before === undefined ? appended(source, whole, print) : pieced(source, before, edit, print, true)),
    () => (before === undefined ? undefined : pieced(source, before, edit, print, false)),
    () => print(whole),
  ]
  for (const make of candidates) {
    const made = make()
    if (made !== undefined && meaningOf(parseDocument(made)) === wanted)
      return crlf ? made.replaceAll('\n', '\r\n') : made
  }
  throw new Error(`cannot write the entry "${id}"`)
}

export function hasEntry(text: string, id: string): boolean {
  return listOf(parseDocument(text)).items.some((item) => isMap(item) && item.get('id') === id)
}

/** The entries of a file: a list, or what stands under `concepts`; made where there is none. */
function listOf(document: Document): YAMLSeq {
  const { contents } = document
  const list = isMap(contents) ? contents.get('concepts', true) : contents
  if (isSeq(list)) return list
  const made = document.createNode([]) as YAMLSeq
  if (isMap(contents)) contents.set('concepts', made)
  else document.contents = made
  return made
}

function entryOf(document: Document, id: string): YAMLMap {
  const list = listOf(document)
  const known = list.items.find((item) => isMap(item) && item.get('id') === id)
  if (known) return known as YAMLMap
  if (list.items.length === 0) list.flow = false
  const made = document.createNode({ id }) as YAMLMap
  list.items.push(made)
  return made
}

interface Place {
  /** From the beginning of the line with its dash to the end of its last line. */
  start: number
  end: number
  /** The column of its dash. */
  indent: number
}

/** Where an entry stands, if it has its lines for itself. */
function placeOf(source: string, id: string): Place | undefined {
  const list = listOf(parseDocument(source, { keepSourceTokens: true }))
  const at = list.items.findIndex((item) => isMap(item) && item.get('id') === id)
  return at < 0 ? undefined : placeAt(source, list, at)
}

function placeAt(source: string, list: YAMLSeq, at: number): Place | undefined {
  const item = list.items[at] as YAMLMap
  const token = list.srcToken
  if (token?.type !== 'block-seq' || !item.range) return undefined
  const dash = token.items[at]?.start.find(({ type }) => type === 'seq-item-ind')?.offset ?? -1
  const start = source.lastIndexOf('\n', dash) + 1
  if (dash < 0 || source.slice(start, dash).trim() !== '') return undefined
  const last = source.slice(0, item.range[1]).trimEnd().length
  const end = source.indexOf('\n', last)
  return { start, end: end < 0 ? source.length : end + 1, indent: dash - start }
}

/** The entry edited by itself; with `keep`, the lines of keys that do not change stay as they are. */
function pieced(
  source: string,
  { start, end, indent }: Place,
  edit: Edit,
  print: (document: Document) => string,
  keep: boolean,
): string | undefined {
  const own = withBreak(source.slice(start, end))
  const document = parseDocument(own)
  if (document.errors.length > 0) return undefined
  const old = print(document)
  edit((document.contents as YAMLSeq).items[0] as YAMLMap, document)
  const [written, before, after] = [chunks(own), chunks(old), chunks(print(document))]
  const parts = [...after].map(([key, chunk]) => {
    const kept = keep && before.get(key) === chunk ? written.get(key) : undefined
    return kept ?? indented(chunk, indent)
  })
  return source.slice(0, start) + withBreak(parts.join('')) + source.slice(end)
}

/** The lines of each key, with the comments up to the next one; one piece where the entry stands in braces. */
function chunks(text: string): Map<string, string> {
  const item = (parseDocument(text).contents as YAMLSeq).items[0] as YAMLMap
  if (item.flow) return new Map([['', text]])
  const keys = (item.items as Pair[]).map(({ key }) => (isScalar(key) ? key : undefined))
  const starts = keys.map((key, i) => (i === 0 ? 0 : text.lastIndexOf('\n', key?.range?.[0]) + 1))
  return new Map(keys.map((key, i) => [String(key?.value), text.slice(starts[i], starts[i + 1])]))
}

/** Behind the last entry, with a blank line where the others have one. */
function appended(
  source: string,
  whole: Document,
  print: (document: Document) => string,
): string | undefined {
  const list = listOf(parseDocument(source, { keepSourceTokens: true }))
  const added = listOf(whole).items.at(-1)
  const document = parseDocument('[]')
  document.contents = document.createNode([added]) as never
  const text = print(document)
  if (list.items.length === 0)
    return list.srcToken === undefined && parseDocument(source).contents === null
      ? withBreak(source) + text
      : undefined
  const place = placeAt(source, list, list.items.length - 1)
  if (place === undefined) return undefined
  const gap = /\n\n *(#.*\n *)*- /.test(source) ? '\n' : ''
  return withBreak(source.slice(0, place.end)) + gap + indented(text, place.indent) + source.slice(place.end)
}

/** How the file indents lists and pads braces. */
function layoutOf(source: string): { indentSeq: boolean; flowCollectionPadding: boolean } {
  return {
    indentSeq: !/^( +)[\w-]+:[^\S\n]*\n\1- /m.test(source),
    flowCollectionPadding: !/\{[a-z-]+: /.test(source) || /\{ [a-z-]+: /.test(source),
  }
}

function indented(text: string, by: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(by))
}

function withBreak(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

/** What the document says, as text to compare. */
function meaningOf(document: Document): string {
  return document.errors.length > 0 ? '' : JSON.stringify(document.toJS({ maxAliasCount: 100 }))
}
