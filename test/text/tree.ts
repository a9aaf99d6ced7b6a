import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { type Document, documentOf } from '../../src/text/document.js'

const parser = unified().use(retextEnglish).freeze()

/** A document straight from the parser, as a stranger's pipeline has it: plain text, nothing known of its source. */
export function documentFrom(text: string): Document {
  const file = new VFile(text)
  return documentOf(parser.parse(file) as never, file)
}
