/**
 * YAML text to checked data, with every problem at its line and column: syntax, aliases that multiply, keys that
 * the schema does not know (with the nearest one that it does). Used for glossaries, rules, houses and configs alike.
 */
import { isNode, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Problem } from './problem.js'
import { readInPieces } from './yaml-pieces.js'

export interface Checked<T> {
  data: T | undefined
  problems: Problem[]
  /** Where the value under a path stands. */
  locate: (path: readonly PropertyKey[]) => { line: number; column: number }
}

export function readYaml<T extends z.ZodType>(file: string, text: string, schema: T): Checked<z.output<T>> {
  const pieces = readInPieces(text)
  const { value, broken, at } = pieces === undefined ? parse(text) : { value: pieces, ...sound }
  const locate = locator(text)
  const problems: Problem[] = broken.map(({ offset, message }) => ({ file, ...at(offset), message }))
  const tabbed = problems.find(({ line }) => /^ *\t/.test(text.split('\n')[line - 1] ?? ''))
  // One tab makes a crowd of errors that do not name it.
  if (tabbed)
    return {
      data: undefined,
      problems: [{ ...tabbed, column: 1, message: 'a tab, indent with spaces' }],
      locate,
    }
  if (problems.length > 0) return { data: undefined, problems, locate }
  const result = schema.safeParse(value)
  if (result.success) return { data: result.data, problems, locate }
  for (const one of explain(result.error.issues))
    problems.push({ file, ...locate(one.path), message: one.message })
  return { data: undefined, problems, locate }
}

const sound: Pick<Parsed, 'broken' | 'at'> = { broken: [], at: () => ({ line: 1, column: 1 }) }

interface Parsed {
  document: ReturnType<typeof parseDocument>
  value: unknown
  broken: { offset: number; message: string }[]
  at: (offset: number) => { line: number; column: number }
}

function parse(text: string): Parsed {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const broken = document.errors.map((e) => ({ offset: e.pos[0], message: firstLine(e.message) }))
  if (broken.length > 0) return { document, value: undefined, broken, at }
  try {
    return { document, value: document.toJS({ maxAliasCount: 100 }), broken, at }
  } catch (error) {
    return { document, value: undefined, broken: [{ offset: 0, message: firstLine(String(error)) }], at }
  }
}

/** Parses again when the first place is asked for: only problems have places, and the tree of 100,000 terms fills 300 MB. */
function locator(text: string): Checked<unknown>['locate'] {
  let parsed: Parsed | undefined
  return (path) => {
    parsed ??= parse(text)
    return parsed.at(offsetOf(parsed.document, path))
  }
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  let best = 0
  let node: unknown = document.contents
  if (isNode(node)) best = node.range?.[0] ?? 0
  for (const key of path) {
    const items = (node as { items?: { key?: Node & { value?: unknown }; value?: unknown }[] } | null)?.items
    // A list is asked by number: a glossary of 100,000 terms asks for the place of each.
    const pair = isSeq(node) ? items?.[Number(key)] : items?.find((item) => item.key?.value === key)
    node = pair !== undefined && pair.key !== undefined ? pair.value : pair
    const spot = pair?.key !== undefined ? pair.key : node
    if (!isNode(spot)) break
    best = spot.range?.[0] ?? best
  }
  return best
}

interface Explained {
  path: readonly PropertyKey[]
  message: string
}

/** zod's issues in one line each; of a union, what its nearest branch has to say. */
export function explain(issues: readonly object[]): Explained[] {
  return (issues as Issue[]).flatMap(leaves).flatMap(said)
}

interface Issue {
  code?: string
  path: readonly PropertyKey[]
  message: string
  keys?: string[]
  errors?: Issue[][]
}

/** Of a union, the branch that came furthest; its issues stand for the union's. */
function leaves(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || !issue.errors?.length) return [issue]
  const branches = issue.errors.map((branch) =>
    branch.flatMap((inner) => leaves({ ...inner, path: [...issue.path, ...inner.path] })),
  )
  const depth = (branch: Issue[]) =>
    Math.max(...branch.map((i) => i.path.length + (i.code === 'invalid_type' ? 0 : 0.5)))
  return branches.sort((a, b) => depth(b) - depth(a))[0] as Issue[]
}

function said(issue: Issue): Explained[] {
  if (issue.code !== 'unrecognized_keys' || !issue.keys)
    return [{ path: issue.path, message: lowerFirst(issue.message, issue.path) }]
  return issue.keys.map((key) => ({
    path: [...issue.path, key],
    message: `unknown key "${key}"${hint(key)}`,
  }))
}

function lowerFirst(message: string, path: readonly PropertyKey[]): string {
  const key = path.at(-1)
  const where = typeof key === 'string' ? `"${key}": ` : ''
  return where + message.charAt(0).toLowerCase() + message.slice(1)
}

/** What other tools have under this name, and why it is not here. */
const elsewhere: Record<string, string> = {
  root: ', only the nearest config applies anyway: take it out',
}

function hint(key: string): string {
  if (elsewhere[key] !== undefined) return elsewhere[key]
  if (vocabulary.includes(key)) return ' here'
  const nearest = vocabulary
    .map((known) => ({ known, far: distance(key, known) }))
    .sort((a, b) => a.far - b.far)[0]
  return nearest !== undefined && nearest.far <= Math.max(2, key.length / 3)
    ? `, did you mean "${nearest.known}"?`
    : ''
}

/** Every key of the files that people write: glossary, rules, houses, config. */
const vocabulary = (
  'id zh kind preferred insert admitted short attested superseded deprecated formula confusable vary since until contested ' +
  'approved replaces note source decisions term when used-by expand why severity case expected after before with without ' +
  'concept because slots least needs extends defaults concepts house style refuse rules overrides files accept glossary pages ' +
  'found reason by dates pattern metadata maxFileSize maxWarnings failOn info ignore check message summary examples bad good ok options url patterns'
).split(' ')

/** Levenshtein distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row[b.length] as number
}

function firstLine(text: string): string {
  return (text.split('\n')[0] as string).replace(/^\w*Error: /, '')
}
