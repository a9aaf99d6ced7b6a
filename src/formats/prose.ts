/**
 * The prose of one block: its text as a reader sees it, and where in the source each stretch of it stands.
 * Text can only be added from left to right, so positions never run backwards; who has text from further left
 * starts another block.
 */

/** Stands in the text for what is not prose. The parser takes it for a symbol; `anchor` makes it a SourceNode. */
const PLACEHOLDER = '\ufffc'

/**
 * `same`: each unit of text is that unit of source. `unit`: the stretch decodes as a whole (`&amp;`, `\*`, a line
 * ending with the `> ` after it). `source`: not prose, text holds the placeholder.
 */
export interface Segment {
  kind: 'same' | 'unit' | 'source'
  at: number
  length: number
  start: number
  end: number
}

export class Prose {
  readonly segments: Segment[] = []
  /** Where in the source the last stretch ends. */
  end = 0
  /** What was added last. */
  last = ''
  private readonly parts: string[] = []
  private length = 0

  get text(): string {
    return this.parts.join('')
  }

  same(source: string, start: number, end: number): void {
    if (start < end) this.add('same', source.slice(start, end), start, end)
  }

  unit(text: string, start: number, end: number): void {
    if (text) this.add('unit', text, start, end)
  }

  source(start: number, end: number): void {
    this.add('source', PLACEHOLDER, start, end)
  }

  private add(kind: Segment['kind'], text: string, start: number, end: number): void {
    const segment = this.segments.at(-1)
    if (kind === 'same' && segment?.kind === 'same' && segment.end === start) {
      segment.length += text.length
      segment.end = end
    } else this.segments.push({ kind, at: this.length, length: text.length, start, end })
    this.parts.push(text)
    this.length += text.length
    this.last = text
    this.end = end
  }
}
