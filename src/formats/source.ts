/**
 * What a format hands to the checks beside the nlcst tree: facts about the source that the tree cannot hold.
 * They lie in `file.data.zhengming`; a pipeline that never sets them gets the same checks without these facts.
 */
import type { Root } from 'nlcst'
import type { VFile } from 'vfile'
import type { Memory } from './memory.js'

/** A stretch of the source, in UTF-16 offsets into the decoded text without its BOM; `end` is exclusive. */
export interface Range {
  start: number
  end: number
}

/** One `zhengming-…` comment. `rules` is empty where it speaks of all rules. */
export interface Directive extends Range {
  kind: 'disable' | 'enable' | 'disable-next-line'
  rules: string[]
  reason?: string
}

export interface SourceFacts {
  format: 'plain' | 'markdown' | 'html'
  /** Headings, titles and captions that the markup names as such. Plain text has none: `text/` finds its headline. */
  headings: Range[]
  /** Cited works and emphasised titles (`<cite>`). */
  cited: Range[]
  directives: Directive[]
  /** Scalars of the front matter or `<meta>`, keys in lower case: `date`, `title`, … */
  meta: Record<string, string>
}

/**
 * Parses `file.value` and leaves the facts in `file.data.zhengming`. Throws nothing for any text. With the memory of an
 * earlier version the tree is the same and comes sooner, but belongs to the memory: it must not be changed.
 */
export type Parse = (file: VFile, memory?: Memory) => Root

declare module 'vfile' {
  interface DataMap {
    zhengming: SourceFacts
  }
}
