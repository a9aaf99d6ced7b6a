import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../src/formats/markdown.js'
import { decodeReferences, outline, parseExactly } from './exact.js'

/** Lines that go on in quotes and lists, hard breaks, references, escapes: in this order, each once. */
function decode(slice: string): string {
  if (/^(?: {2,}|\\)(?:\r\n|\n|\r)[ \t>]*$/.test(slice)) return '\n'
  return slice
    .replace(/[ \t]*(\r\n|\n|\r)[ \t>]*/g, '$1')
    .replace(
      /\\([!-/:-@[-`{-~])|&[#\w]+;|<br>/g,
      (all, sign?: string) => sign ?? (all === '<br>' ? '\n' : decodeReferences(all)),
    )
    .replaceAll('\0', '\ufffd')
}

const markdown = (source: string) => parseExactly(parseMarkdown, source, decode)
const paragraphs = (source: string) => outline(markdown(source).tree)
const range = (source: string, text: string) => ({
  start: source.indexOf(text),
  end: source.indexOf(text) + text.length,
})

describe('markdown', () => {
  test('keeps positions behind references, escapes, quotes and lists', () => {
    expect(paragraphs('> R&amp;D for \n> the caf&eacute;s\n> > of \\*all\\*\n\n1. and\n   then')).toEqual([
      'R&D for\nthe cafés',
      'of *all*',
      'and\nthen',
    ])
    expect(paragraphs('> a quote\nthat is lazy  \n> and broken\\\nhere')).toEqual([
      'a quote\nthat is lazy\nand broken\nhere',
    ])
    expect(paragraphs('One\r\ntwo **thr**ee\r\n\r\nfour')).toEqual(['One\r\ntwo three', 'four'])
  })

  test('makes one word of a word that markup runs through', () => {
    const [paragraph] = parseMarkdown(new VFile('**W**ord')).children
    expect(paragraph).toMatchObject({
      children: [{ children: [{ type: 'WordNode', children: [{ value: 'W' }, { value: 'ord' }] }] }],
    })
  })

  test('lints headings, items, cells, footnotes, links and images, each by itself', () => {
    const source = `# The *title*

Text with a [link](http://example.com/no) and a note[^1]

- item one
- [x] item two

| a | b \\| c |
|---|---|
| **d** | ~~e~~ |

Setext
---

![An image](no.png)
Its caption, see ![it *too*](no.png "no")

[^1]: A footnote.

[no]: http://example.com "no"`
    expect(paragraphs(source)).toEqual([
      'The title',
      'Text with a link and a note',
      'item one',
      'item two',
      'a',
      'b | c',
      'd',
      'e',
      'Setext',
      'An image',
      'Its caption, see it too',
      'A footnote.',
    ])
    expect(markdown(source).facts.headings).toEqual([
      range(source, '# The *title*'),
      range(source, 'Setext\n---'),
    ])
  })

  test('never lets two blocks share a sentence', () => {
    expect(paragraphs('# of the\n\nand so on\n- but\n- (not)\n\n> this')).toEqual([
      'of the',
      'and so on',
      'but',
      '(not)',
      'this',
    ])
  })

  test('leaves code, html, URLs and formulas alone', () => {
    const source =
      'See `the the` at <http://a.b>, www.a.b or c@d.e, <b>bold</b> <code>x y</code> $x_1 + y$ for $5 or US$6.'
    expect(markdown(`${source}\n\n    code\n\n~~~\ncode\n~~~\n\n<div>no</div>`).leaves.join('')).toBe(
      'See `the the` at <http://a.b>, www.a.b or c@d.e, bold x y $x_1 + y$ for $5 or US$6.',
    )
    expect(markdown(source).prose).toBe('Seeat,or,boldfor$5orUS$6.')
  })

  test('a reference to several characters is no prose', () => {
    expect(markdown('a &NotEqualTilde; b &#x1F600;').leaves).toEqual([
      'a',
      ' ',
      '&NotEqualTilde;',
      ' ',
      'b',
      ' ',
      '😀',
    ])
  })

  test('reads directives, cited works and front matter', () => {
    const source = `---
Title: 'The Party''s work'
date: 2016-04-19
updated: !!timestamp 2017-01-01
tags:
  - a
  - title: no
note: >-
  two
  lines
---

<!-- zhengming-disable term/listed -->

> <!-- zhengming-disable-next-line
> a, b -- why -->

One <!-- zhengming-enable --> two <!-- other --> in <cite>The *Work*</cite>.`
    const { facts, prose } = markdown(source)
    expect(facts.meta).toEqual({ title: "The Party's work", date: '2016-04-19', note: 'two lines' })
    expect(facts.directives.map(({ kind, rules, reason }) => [kind, rules, reason])).toEqual([
      ['disable', ['term/listed'], undefined],
      ['disable-next-line', ['a', 'b'], 'why'],
      ['enable', [], undefined],
    ])
    for (const { start, end } of facts.directives)
      expect(source.slice(start, end)).toMatch(/^<!-- zheng[\s\S]*-->$/)
    expect(facts.cited).toEqual([range(source, '<cite>The *Work*</cite>')])
    expect(facts.headings).toEqual([])
    expect(prose).toBe('OnetwoinTheWork.')
    expect(markdown('---\ntitle: "open\nx: y\n---\n\nText').facts.meta).toEqual({})
    expect(markdown('---\njust words\n---\n').facts.meta).toEqual({})
  })

  test('throws for no depth, and empty text is an empty root', () => {
    expect(markdown('').tree.children).toEqual([])
    expect(() => parseMarkdown(new VFile(`${'>'.repeat(1500)} deep`))).not.toThrow()
  })
})

/** Markdown together with the prose that should come out of it, without white space. */
interface Sample {
  source: string
  prose: string
}

const sample = (source: string, prose: string): Sample => ({ source, prose })
const word = fc.constantFrom(
  'Party',
  'the',
  '党',
  'G20',
  '𠮷野',
  '😀',
  'naïve',
  'don’t',
  'stop.',
  '(so),',
  'a\u00a0b',
)
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))

const inline: fc.Arbitrary<Sample> = fc.oneof(
  phrase.map((text) => sample(text, text)),
  phrase.map((text) => sample(`x**x${text}x**x`, `xx${text}xx`)),
  phrase.map((text) => sample(`*x${text}x*`, `x${text}x`)),
  phrase.map((text) => sample(`[${text} **b**](http://example.com/a_b_c "no")`, `${text} b`)),
  phrase.map((text) => sample(`![${text}](no.png)`, text)),
  fc.constantFrom(
    sample('R&amp;D', 'R&D'),
    sample('caf&eacute;s', 'cafés'),
    sample('China&#8217;s', 'China’s'),
    sample('a&nbsp;b &#x1F600;', 'a\u00a0b 😀'),
    sample('AT&T', 'AT&T'),
    sample('\\*not\\_this\\*', '*not_this*'),
    sample('\\&amp; \\\\', '&amp; \\'),
    sample('`code`', ''),
    sample('<https://example.com/a>', ''),
    sample('see <b>bold</b>', 'see bold'),
    sample('a <!-- comment --> b', 'a b'),
  ),
)

const joined = (glue: fc.Arbitrary<string>) =>
  fc.array(fc.tuple(inline, glue), { minLength: 1, maxLength: 6 }).map((parts) => {
    const source = parts.map(([part, space], i) => part.source + (i < parts.length - 1 ? space : '')).join('')
    return sample(source, parts.map(([part]) => part.prose).join(' '))
  })
const oneLine = joined(fc.constant(' '))
const paragraph = joined(fc.constantFrom(' ', ' ', '\n', ' \n', '  \n', '\\\n'))

/** The lines of a block behind the marks of what holds it; a paragraph may drop them and go on lazily. */
function hold(block: Sample, first: string, rest: string, lazy: boolean): Sample {
  const lines = block.source.split('\n')
  return sample(
    lines.map((line, i) => (i === 0 ? first + line : (lazy ? '' : rest) + line)).join('\n'),
    block.prose,
  )
}

const { block } = fc.letrec<{ block: Sample }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small', withCrossShrink: true },
    paragraph,
    oneLine.map(({ source, prose }) => sample(`## ${source}`, prose)),
    paragraph.map(({ source, prose }) => sample(`${source}\n===`, prose)),
    fc.tuple(paragraph, fc.boolean()).map(([text, lazy]) => hold(text, '> ', '>', lazy)),
    fc
      .tuple(oneLine, oneLine)
      .map(([a, b]) =>
        sample(`| head \\| a | b |\n|:--|---|\n| ${a.source} | ${b.source} |`, `head|ab${a.prose}${b.prose}`),
      ),
    fc.constant(sample('~~~\ncode\n~~~', '')),
    fc.constant(sample('<div>\nno\n</div>', '')),
    fc
      .tuple(tie('block'), tie('block'))
      .map(([a, b]) => sample(`${a.source}\n\n${b.source}`, a.prose + b.prose)),
    tie('block').map((inner) => hold(inner, '> ', '> ', false)),
    fc
      .tuple(tie('block'), fc.constantFrom('- ', '10. ', '*   '))
      .map(([inner, mark]) => hold(inner, mark, ' '.repeat(mark.length), false)),
  ),
}))

describe('any markdown', () => {
  const bare = (text: string) => text.replace(/\s/g, '')

  test('has exact positions and loses no word', () => {
    fc.assert(
      fc.property(block, fc.boolean(), ({ source, prose }, crlf) => {
        const written = crlf ? source.replaceAll('\n', '\r\n') : source
        expect(bare(markdown(written).prose)).toBe(bare(prose))
      }),
      { numRuns: 400 },
    )
  })

  /** How white space reads at the edges of broken markup is nobody's business. */
  const wordsOnly = (slice: string, value: string) => (/^\s+$/.test(value) ? value : decode(slice))

  test('has exact positions when it is broken', () => {
    const signs = [
      'a',
      'b.',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '*',
      '**',
      '_',
      '`',
      '> ',
      '- ',
      '|',
      '# ',
      '[',
      ']',
      '(u)',
      '![',
      '\\',
      '&amp;',
    ]
    const more = [
      '&',
      '<b>',
      '<!--',
      '-->',
      '$',
      '~',
      '1. ',
      '\t',
      '😀',
      '\u00a0',
      'www.a.b',
      'c@d.e',
      '[^1]',
      '[^1]: ',
      '    ',
      '\0',
    ]
    const text = fc.array(fc.constantFrom(...signs, ...more), { maxLength: 30 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (source) => void parseExactly(parseMarkdown, source, wordsOnly)),
      { numRuns: 1000 },
    )
  })
})
