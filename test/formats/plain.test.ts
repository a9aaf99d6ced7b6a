import fc from 'fast-check'
import type { Nodes } from 'nlcst'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parsePlain } from '../../src/formats/plain.js'
import { parseExactly, unfolded } from './exact.js'

const asIs = (slice: string) => slice
const plain = (source: string) => parseExactly(parsePlain, source, asIs)
const bare = (source: string) => unified().use(retextEnglish).parse(source)

/** Directives and front matter are white space to the parser; everything else is itself. */
const orBlank = (slice: string) => (/zhengming-|^---\n/.test(slice) ? slice.replace(/[^\r\n]/g, ' ') : slice)
const withFacts = (source: string) => parseExactly(parsePlain, source, orBlank)

describe('plain text', () => {
  test('is the tree of retext-english', () => {
    const source = 'The Party’s work.\nHe said “yes”. Dr. Li left\r\n\r\nfor Beijing.'
    expect(unfolded(parsePlain(new VFile(source)))).toEqual(unfolded(bare(source)))
    expect(parsePlain(new VFile(''))).toEqual({ type: 'RootNode', children: [] })
  })

  test('counts from after a byte order mark', () => {
    expect(parsePlain(new VFile('\ufeffHello.'))).toEqual(bare('Hello.'))
  })

  test('reads directives that have a line of their own', () => {
    const source = [
      'One.',
      '<!-- zhengming-disable term/listed, punctuation -- quoted as -- printed -->',
      'Two <!-- zhengming-disable x --> stays.',
      '  <!--zhengming-enable-->  ',
      '<!-- zhengming-disable-next-line -->',
      '<!-- a remark -->',
    ].join('\r\n')
    const { facts, leaves } = withFacts(source)
    const at = (text: string) => ({ start: source.indexOf(text), end: source.indexOf(text) + text.length })
    expect(facts.directives).toEqual([
      {
        kind: 'disable',
        rules: ['term/listed', 'punctuation'],
        reason: 'quoted as -- printed',
        ...at('<!-- zhengming-disable term/listed, punctuation -- quoted as -- printed -->'),
      },
      { kind: 'enable', rules: [], ...at('<!--zhengming-enable-->') },
      { kind: 'disable-next-line', rules: [], ...at('<!-- zhengming-disable-next-line -->') },
    ])
    expect(leaves.join('')).toContain('Two <!-- zhengming-disable x --> stays.')
    expect(leaves.join('')).toContain('<!-- a remark -->')
    expect(leaves.join('')).not.toMatch(/enable|listed|next/)
  })

  test('reads front matter and leaves it out', () => {
    const source = '---\nDate: 2016-04-19\ntitle: "A: b" # c\n---\nText.'
    const { facts, prose } = withFacts(source)
    expect(facts).toEqual({
      format: 'plain',
      headings: [],
      cited: [],
      directives: [],
      meta: { date: '2016-04-19', title: 'A: b' },
    })
    expect(prose).toBe('Text.')
    expect(plain('---\nA rule above, a rule below\n---\n').prose).toContain('rule')
    expect(plain('---\nkey: never closed\n').facts.meta).toEqual({})
  })

  test('every leaf is its slice', () => {
    const alphabet = [
      'a',
      'Party',
      ' ',
      '.',
      ',',
      '’',
      "'",
      '"',
      '\n',
      '\r\n',
      '\r',
      '😀',
      '𠮷',
      '\u00a0',
      '党',
      '-',
      '&',
      '1',
    ]
    const text = fc
      .array(fc.oneof(fc.constantFrom(...alphabet), fc.string({ unit: 'binary' })))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, (source) => {
        expect(plain(source.replace(/^\ufeff+/, '')).leaves.join('')).toBe(source.replace(/^\ufeff+/, ''))
      }),
    )
  })
})

describe('large plain text', () => {
  const sentence = 'The “core” leadership of the CPC Central Committee, at the G-20, said: work hard. '
  const large: Record<string, string> = {
    'one long line': sentence.repeat(1500),
    'lines ending in CRLF': `${sentence.repeat(4)}\r\n\r\n`.repeat(400),
    'no sentence ends': 'word 😀 '.repeat(12_000),
    'no white space': 'ab😀'.repeat(20_000),
    'dense punctuation': '.,'.repeat(40_000),
    'white space': ' \n'.repeat(40_000),
  }
  for (const [name, source] of Object.entries(large)) {
    test(name, () => {
      expect(plain(source).leaves.join('')).toBe(source)
    })
  }

  test('has the leaves and paragraphs of a whole parse', () => {
    const source = `${sentence.repeat(12)}\n\n`.repeat(60) + sentence.repeat(800)
    const tree = parsePlain(new VFile(source))
    const whole = bare(source)
    expect(leavesOf(tree)).toEqual(leavesOf(whole))
    expect(tree.children.length).toBe(whole.children.length)
  })

  function leavesOf(node: Nodes): string[] {
    return 'children' in node ? node.children.flatMap(leavesOf) : [node.value]
  }
})
