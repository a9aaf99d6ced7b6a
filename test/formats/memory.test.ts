/** What is parsed with the memory of an earlier version is what is parsed without one, edit by edit. */
import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/formats/markdown.js'
import { Memory } from '../../src/formats/memory.js'
import { partsOf } from '../../src/formats/paragraphs.js'
import { parsePlain } from '../../src/formats/plain.js'
import type { Parse } from '../../src/formats/source.js'
import { documentOf } from '../../src/text/document.js'
import { unfolded } from './exact.js'

/** Everything that a check sees, and every node where it stands. */
function seen(parse: Parse, source: string, memory?: Memory) {
  const file = new VFile(source)
  const tree = parse(file, memory)
  const { tokens, sentences, facts } = documentOf(tree, file)
  return {
    tokens: tokens.map(({ start, end, gap, word }) => [start, end, gap, word.text]),
    sentences,
    facts,
    tree: unfolded(tree),
  }
}

const blank = [
  '\n\n',
  '\n',
  '\r\n\r\n',
  '\n \n',
  '\n\n\n',
  '\n\n  ',
  '\n\u00a0\n',
  '\r',
  '\n\n\ufeff',
  ' ',
  '\u2028',
]
const words = [
  'The Party',
  'Dr.',
  'and so on.',
  'met met',
  'foo foo.',
  'a',
  '. ',
  '“',
  '”',
  '’s',
  'U.S.',
  '***',
  '党',
  '1',
  '𠮷',
  'https://a.b/c',
  '<!-- zhengming-disable x -->',
]
const marks = [
  '# ',
  '- ',
  '> ',
  '1. ',
  '* ',
  '    ',
  '```',
  '~~~',
  '---',
  '***',
  '===',
  '| a | b |\n| - | - |\n',
  '**',
  '`',
  '[a](b)',
  '[a]: b',
  '[a]',
  '[^1]',
  '[^1]: note',
  '![a](b)',
  '<b>',
  '</b>',
  '<cite>',
  '</cite>',
  '<pre>',
  '<!--',
  '-->',
  '<?',
  '<div>',
  '\\',
  '&amp;',
  '~~',
  'date: 2020-01-02',
  '<br>',
  '<script>',
  '<![CDATA[',
  '+ ',
  '\t',
  '<!a',
]
const formats: [string, Parse, string[]][] = [
  ['plain text', parsePlain, [...blank, ...blank, ...words]],
  ['Markdown', parseMarkdown, [...blank, ...blank, ...words, ...marks]],
  // Without what keeps a text from being cut.
  [
    'quiet Markdown',
    parseMarkdown,
    [...blank, ...blank, ...words, ...marks.filter((mark) => !/\]:|`|~|<[^/bcd]/.test(mark) || mark === '`')],
  ],
]

describe.each(formats)('%s', (_, parse, pieces) => {
  it('is the same with a memory as without', () => {
    const edit = fc.record({
      at: fc.nat(),
      length: fc.nat(8),
      put: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }),
    })
    const start = fc.array(fc.constantFrom(...pieces), { maxLength: 40 })
    fc.assert(
      fc.property(start, fc.array(edit, { minLength: 5, maxLength: 15 }), (first, edits) => {
        const memory = new Memory()
        let text = first.join('')
        for (const { at, length, put } of edits) {
          const from = at % (text.length + 1)
          text = text.slice(0, from) + put.join('') + text.slice(from + length)
          memory.turn()
          expect(seen(parse, text, memory)).toEqual(seen(parse, text))
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 350) },
    )
  })
})

it('does not parse again what did not change', () => {
  const source = Array.from({ length: 50 }, (_, i) => `# Title ${i}\n\nParagraph ${i}: the *the* plan.`).join(
    '\n\n',
  )
  for (const parse of [parsePlain, parseMarkdown]) {
    const memory = new Memory()
    let made = 0
    const recall = memory.recall.bind(memory)
    memory.recall = <T>(key: string, make: () => T): T =>
      recall(key, () => {
        made++
        return make()
      })
    parse(new VFile(source), memory)
    expect(made).toBe(100)
    memory.turn()
    parse(new VFile(source.replace('graph 7', 'graph 7x')), memory)
    expect(made).toBe(101)
  }
})

it('is cut behind blank lines only', () => {
  const source = 'a\n\nb\nc\r\n\r\n d\n\u00a0\ne\n\n\u00a0f'
  expect(partsOf(source).map(({ base, end }) => source.slice(base.offset, end))).toEqual([
    'a\n\n',
    'b\nc\r\n\r\n ',
    'd\n\u00a0\ne\n\n\u00a0f',
  ])
})
