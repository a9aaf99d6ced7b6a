/**
 * English text → nlcst, with the tree and the positions that retext-english gives.
 * Its parser slows badly on long dense punctuation and spreads whole documents over the call stack, so a large
 * text goes in piece by piece: cut at blank lines, in longer paragraphs at sentence ends, failing that at white
 * space, failing that anywhere. Every leaf stays; only a sentence that a cut had to halve becomes two.
 */
import type { Paragraph, Root, RootContent, Sentence, SentenceContent } from 'nlcst'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import type { VFile } from 'vfile'
import { fold, unfold } from './folded.js'
import { cutter, type LeafType } from './leaves.js'
import type { Base } from './moved.js'
import { advance } from './paragraphs.js'

/** Up to here a text is parsed whole. */
const LARGE = 32 * 1024
/** The longest piece of a larger one. */
const PIECE = 16 * 1024
const beginning: Base = { line: 1, column: 1, offset: 0 }

/** Of a text, or of a stretch of it; positions are those in the text. */
export function parseEnglish(text: string, from: Base = beginning, to = text.length): Root {
  if (to - from.offset <= LARGE) return parse(text, from, to)
  const root: Root = { type: 'RootNode', children: [] }
  const base = { ...from }
  while (base.offset < to) {
    const end = cut(text, base.offset, to)
    for (const child of parse(text, { ...base }, end).children) append(root, child)
    advance(base, text, end)
  }
  const last = root.children.at(-1)
  if (last) root.position = { start: root.children[0]!.position!.start, end: last.position!.end }
  return root
}

type Parser = (text: string) => Root

const whole = unified().use(retextEnglish).freeze().parser as Parser
const cutLeaves = cutter(typeAlone)

/** retext-english, told through its extension point to go on from leaves that are cut already. */
function parse(text: string, from: Base, to: number): Root {
  given = fold(cutLeaves(text, from, to))
  const root = onward('')
  unfold(root)
  return root
}

let given: SentenceContent[] = []

const cutAlready = (sentence: Sentence) => {
  sentence.children = given
  given = []
}

const onward = unified().data('nlcstSentenceExtensions', [cutAlready]).use(retextEnglish).freeze()
  .parser as Parser

function typeAlone(character: string): LeafType {
  let node: Root | RootContent | SentenceContent = whole(character)
  while ('children' in node && node.type !== 'WordNode') node = node.children[0] as RootContent
  return node.type as LeafType
}

/** The file's text as offsets count it: decoded, without a byte order mark. */
export function textOf(file: VFile): string {
  const text = String(file)
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

// What the parser takes for white space; a cut never halves a run of it, unless the run alone is a piece.
const white = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const seams = [
  new RegExp(`(?:\\r\\n|\\r|\\n)[ \\t]*(?:\\r\\n|\\r|\\n)${white}*(?!${white})`, 'g'),
  new RegExp(`[.!?…]["'”’)\\]]*${white}+(?!${white})`, 'g'),
  new RegExp(`${white}+(?!${white})`, 'g'),
]

/** Where the piece that starts at `from` ends: after the last seam of the best kind that it holds. */
function cut(text: string, from: number, to: number): number {
  if (to - from <= PIECE) return to
  const window = text.slice(from, from + PIECE)
  for (const seam of seams) {
    let end = 0
    for (const match of window.matchAll(seam)) {
      const after = match.index + match[0].length
      if (after < PIECE) end = after
    }
    if (end > 0) return from + end
  }
  const end = from + PIECE
  const unit = text.charCodeAt(end)
  const halves = (unit >= 0xdc00 && unit <= 0xdfff) || (unit === 0x0a && text[end - 1] === '\r')
  return halves ? end - 1 : end
}

/** A paragraph goes on over a cut inside it: only white space with a line break parts paragraphs. */
function append(root: Root, child: RootContent): void {
  const tail = root.children
  const space = tail.at(-1)?.type === 'WhiteSpaceNode' ? tail.at(-1) : undefined
  const previous = tail.at(space ? -2 : -1)
  const goesOn = !space || !/[\r\n]/.test((space as { value: string }).value)
  if (child.type !== 'ParagraphNode' || previous?.type !== 'ParagraphNode' || !goesOn) {
    tail.push(child)
    return
  }
  if (space) previous.children.push(tail.pop() as Paragraph['children'][number])
  for (const part of child.children) previous.children.push(part)
  previous.position = { start: previous.position!.start, end: child.position!.end }
}
