/**
 * The middle of a long run of words and single spaces, handed to the parser as one word and put back afterwards.
 * The passes with which retext-english joins and groups leaves look at marks and at what stands within two leaves
 * of one, and at how a sentence begins and ends; a score of them over every leaf is most of what parsing costs.
 * Same tree; a property test compares them.
 */
import type { Paragraph, Root, Sentence, SentenceContent, Word } from 'nlcst'

/** What stays in sight on either side of a run. */
const EDGE = 2
/** Below this a fold saves nothing. */
const WORTH = 2 * EDGE + 2

/** Looks like a word to the parser. */
class Folded {
  readonly type = 'WordNode'
  readonly children: readonly SentenceContent[]
  readonly position: Sentence['position']

  constructor(leaves: readonly SentenceContent[]) {
    this.children = leaves
    this.position = {
      start: leaves[0]!.position!.start,
      end: leaves[leaves.length - 1]!.position!.end,
    }
  }
}

export function fold(leaves: readonly SentenceContent[]): SentenceContent[] {
  const seen: SentenceContent[] = []
  let from = 0
  for (let at = 0; at <= leaves.length; at++) {
    const leaf = leaves[at]
    if (leaf !== undefined && isPlain(leaf)) continue
    if (at - from < WORTH) for (let i = from; i < at; i++) seen.push(leaves[i] as SentenceContent)
    else {
      for (let i = from; i < from + EDGE; i++) seen.push(leaves[i] as SentenceContent)
      seen.push(new Folded(leaves.slice(from + EDGE, at - EDGE)) as unknown as Word)
      for (let i = at - EDGE; i < at; i++) seen.push(leaves[i] as SentenceContent)
    }
    if (leaf !== undefined) seen.push(leaf)
    from = at + 1
  }
  return seen
}

const isPlain = (leaf: SentenceContent) =>
  leaf.type === 'WordNode' || (leaf.type === 'WhiteSpaceNode' && leaf.value === ' ')

/** Puts back what was folded, in place. */
export function unfold(node: Root | Paragraph): void {
  for (const child of node.children)
    if (child.type === 'ParagraphNode') unfold(child)
    else if (child.type === 'SentenceNode') child.children = unfolded(child.children)
}

function unfolded(children: SentenceContent[]): SentenceContent[] {
  const all: SentenceContent[] = []
  for (const child of children)
    if (child instanceof Folded) for (const leaf of child.children) all.push(leaf)
    else all.push(child)
  return all
}
