/**
 * A decision in a glossary file: the form that a desk prefers, who decided it, when and why. The former preferred form
 * stays admitted, unless a reason to refuse it is given; the new one leaves the list it stood in. What else the file
 * says stays; whether the decision clashes with the rest of the glossary is for the loader to say.
 */
import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { editEntry } from './edit.js'
import { folded } from './find.js'
import type { Concept } from './schema.js'

export interface Decision {
  prefer: string
  because: string
  by: string
  /** `YYYY-MM-DD`. */
  date: string
  /** Why the former preferred form is refused from now on. */
  refuseFormer?: string | undefined
}

/** What a decision has to know of a concept as it is in force. */
export type Named = Pick<Concept, 'id' | 'preferred' | 'insert'>

/** The file may not have an entry for the concept yet. */
export function decide(text: string, concept: Named, decision: Decision): string {
  return editEntry(text, concept.id, (entry, document) => {
    if (decision.prefer !== concept.preferred) rename(entry, document, concept, decision)
    const { date: day, by, because } = decision
    const date = document.createNode(day) as Scalar
    date.type = 'QUOTE_DOUBLE'
    listIn(entry, document, 'decisions').add(document.createNode({ date, by, because }))
  })
}

function rename(entry: YAMLMap, document: Document, concept: Named, decision: Decision): void {
  const { preferred: old, insert } = concept
  const said = entry.get('preferred', true)
  const former = isScalar(said) && said.value === old ? said : (document.createNode(old) as Scalar)
  const preferred = document.createNode(decision.prefer) as Scalar
  if (former.type?.startsWith('QUOTE')) preferred.type = former.type
  put(entry, document, 'preferred', preferred)
  const remarks = [takeOut(entry, decision.prefer)]
  const inText = insert?.includes(old) ? insert.replace(old, decision.prefer) : undefined
  if (inText === undefined) remarks.push(remove(entry, 'insert'))
  else put(entry, document, 'insert', inText)
  remarks.push(keepFormer(entry, document, former, decision))
  const comment = remarks.reduce(joined, undefined)
  if (comment !== undefined) preferred.comment = comment
}

/** For the matcher, a form in other capitals is the same one; then what was remarked on it is handed back. */
function keepFormer(
  entry: YAMLMap,
  document: Document,
  former: Scalar,
  decision: Decision,
): string | undefined {
  const old = String(former.value)
  if (folded(old) === folded(decision.prefer)) return commentsIn(former)
  if (decision.refuseFormer === undefined) {
    listIn(entry, document, 'admitted').add(former)
    return undefined
  }
  const reasons = entry.get('deprecated', true)
  if (isMap(reasons)) reasons.set(old, decision.refuseFormer)
  else entry.set('deprecated', document.createNode({ [old]: decision.refuseFormer }))
  return commentsIn(former)
}

/** The form leaves the lists of accepted ones; what was remarked on it there is handed back. */
function takeOut(entry: YAMLMap, form: string): string | undefined {
  let remarks: string | undefined
  for (const key of ['admitted', 'short', 'attested', 'superseded']) {
    const list = entry.get(key, true)
    if (!isSeq(list)) continue
    const out = list.items.filter((item) => termIn(item) === form)
    if (out.length === 0) continue
    if (out.length === list.items.length) {
      remarks = joined(remarks, remove(entry, key))
      continue
    }
    for (const item of out) remarks = joined(remarks, commentsIn(item as Node))
    list.items = list.items.filter((item) => !out.includes(item))
  }
  return remarks
}

function remove(entry: YAMLMap, key: string): string | undefined {
  const pair = entry.items.find((p) => isScalar(p.key) && p.key.value === key)
  if (pair === undefined) return undefined
  entry.delete(key)
  return joined(commentsIn(pair.key as Node), commentsIn(pair.value as Node))
}

function termIn(item: unknown): unknown {
  return isMap(item) ? item.get('term') : isScalar(item) ? item.value : undefined
}

function commentsIn(node: Node): string | undefined {
  let all: string | undefined
  visit(node, {
    Node(_, { commentBefore, comment }) {
      all = joined(joined(all, commentBefore), comment)
    },
  })
  return all
}

function joined(a: string | null | undefined, b: string | null | undefined): string | undefined {
  const text = [a, b].filter(Boolean).join(';')
  return text === '' ? undefined : text.replaceAll('\n', ';')
}

function listIn(entry: YAMLMap, document: Document, key: string): YAMLSeq {
  const known = entry.get(key, true)
  if (isSeq(known)) return known
  const made = document.createNode([]) as YAMLSeq
  entry.set(key, made)
  return made
}

/** In place of the value, or behind the keys that come first in an entry. */
function put(entry: YAMLMap, document: Document, key: string, value: Scalar | string): void {
  if (entry.has(key)) {
    entry.set(key, value)
    return
  }
  const first = ['id', 'zh', 'kind', ...(key === 'insert' ? ['preferred'] : [])]
  const at = entry.items.findLastIndex((p) => isScalar(p.key) && first.includes(String(p.key.value)))
  entry.items.splice(at + 1, 0, document.createPair(key, value) as never)
}
