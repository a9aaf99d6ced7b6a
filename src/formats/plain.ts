/**
 * Plain text → nlcst, paragraph by paragraph exactly as retext-english reads it.
 * Directives on a line of their own and leading front matter are blanked with spaces of the same length, so they
 * never become words and no offset moves. Nothing else is touched; a text without them pays for two look-ups.
 */
import type { Root, RootContent } from 'nlcst'
import { readDirective } from './directives.js'
import { parseEnglish, textOf } from './english.js'
import { frontMatter, readScalars } from './front-matter.js'
import type { Memory } from './memory.js'
import { placed } from './moved.js'
import { type Part, partsOf } from './paragraphs.js'
import type { Parse, SourceFacts } from './source.js'

export const parsePlain: Parse = (file, memory) => {
  const facts: SourceFacts = { format: 'plain', headings: [], cited: [], directives: [], meta: {} }
  file.data.zhengming = facts
  let text = textOf(file)
  const front = frontMatter(text)
  if (front) {
    facts.meta = readScalars(front.yaml)
    text = blank(text.slice(0, front.end)) + text.slice(front.end)
  }
  if (text.includes('zhengming-')) text = withoutDirectives(text, facts)
  const root: Root = { type: 'RootNode', children: [] }
  for (const part of partsOf(text)) for (const child of read(text, part, memory)) root.children.push(child)
  const last = root.children.at(-1)
  if (last) root.position = { start: root.children[0]!.position!.start, end: last.position!.end }
  return root
}

function read(text: string, { base, end }: Part, memory: Memory | undefined): RootContent[] {
  if (memory === undefined) return parseEnglish(text, base, end).children
  const own = text.slice(base.offset, end)
  return placed(
    memory.recall(own, () => parseEnglish(own)),
    base,
  )
}

function withoutDirectives(text: string, facts: SourceFacts): string {
  return text.replace(
    /^([ \t]*)<!--(.*?)-->[ \t]*$/gm,
    (line, indent: string, inside: string, at: number) => {
      const start = at + indent.length
      const directive = readDirective(inside, start, start + inside.length + '<!---->'.length)
      if (!directive) return line
      facts.directives.push(directive)
      return blank(line)
    },
  )
}

const blank = (text: string) => text.replace(/[^\r\n]/g, ' ')
