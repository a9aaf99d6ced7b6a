import fc from 'fast-check'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseHtml } from '../../src/formats/html.js'
import { decodeReferences, outline, parseExactly } from './exact.js'

/** A break is a line feed, other white space and stray end tags of blocks are one space. */
function decode(slice: string): string {
  const spaced = slice
    .replace(/<br\b[^>]*>[ \t\r\n\f]*/g, '\v')
    .replace(/(?:[ \t\r\n\f]|<\/(?:p|div|td)>)+/g, ' ')
  return decodeReferences(spaced.replaceAll('\v', '\n')).replaceAll('\0', '')
}

const html = (source: string) => parseExactly(parseHtml, source, decode)
const paragraphs = (source: string) => outline(html(source).tree)
const range = (source: string, text: string) => ({
  start: source.indexOf(text),
  end: source.indexOf(text) + text.length,
})

describe('html', () => {
  test('blocks separate words and paragraphs', () => {
    expect(paragraphs('<table><tr><td>a</td><td>b</td></tr></table>')).toEqual(['a', 'b'])
    expect(paragraphs('<td>a</td><td>b</td>')).toEqual(['a', 'b'])
    expect(paragraphs('intro<ul><li>one<li>two and</ul>more <div>x</div> y')).toEqual([
      'intro',
      'one',
      'two and',
      'more',
      'x',
      'y',
    ])
    expect(paragraphs('<p>of the<p>and so<br>on<br><br>more')).toEqual(['of the', 'and so\non', 'more'])
  })

  test('white space collapses, references and line ends keep positions', () => {
    const source =
      '<p>\r\n  R&amp;D  for\r\n\r\n  the <b> caf&eacute;s</b>&nbsp;&#8217;s\r\n<i>\r\n</i> <!-- x --> &notit;</p>'
    expect(paragraphs(source)).toEqual(['R&D for the cafés\u00a0’s ¬it;'])
  })

  test('inline elements do not part a word', () => {
    expect(
      paragraphs(
        '<p><b>C</b>entral, 19<sup>th</sup>, Office<sup><a href="#1">[1]</a></sup>, foo</i>bar co&shy;op',
      ),
    ).toEqual(['Central, 19th, Office, foobar co\u00adop'])
    expect(paragraphs('<o:p>one</o:p><span>two</td>three</span>')).toEqual(['onetwo three'])
  })

  test('leaves code, style, formulas and deleted text alone', () => {
    const source = `<style>a</style><script>b</script><template>c</template><textarea>d</textarea><svg><text>e</text></svg>
      <math><mi>f</mi></math><pre>g</pre><p>See <code>the the</code> and <del>h</del><kbd>k</kbd>.</p>
      <p data-nlcst="ignore">i</p><img alt="j" src="k">`
    expect(paragraphs(source)).toEqual(['See <code>the the</code> and <kbd>k</kbd>.'])
    expect(html(source).prose).toBe('Seeand.')
  })

  test('reads headings, cited works, directives and dates', () => {
    const source = `<!doctype html>
<html><head><title>The
 &amp; title</title><meta name="PubDate" content="2016-04-19"><meta property="og:type" content="article"></head>
<body><!-- zhengming-disable term/listed -- quoted --><h1>The head</h1><figure><figcaption>Caption</figcaption></figure>
<p>In <cite>The Work</cite> of <time datetime="2015-01-01">last year</time> <!-- no --><!--zhengming-enable--> it is.
</body></html>
`
    const { facts } = html(source)
    expect(facts.meta).toEqual({
      title: 'The & title',
      pubdate: '2016-04-19',
      'og:type': 'article',
      date: '2016-04-19',
    })
    expect(facts.headings).toEqual([
      range(source, '<title>The\n &amp; title</title>'),
      range(source, '<h1>The head</h1>'),
      range(source, '<figcaption>Caption</figcaption>'),
    ])
    expect(facts.cited).toEqual([range(source, '<cite>The Work</cite>')])
    expect(facts.directives).toEqual([
      {
        kind: 'disable',
        rules: ['term/listed'],
        reason: 'quoted',
        ...range(source, '<!-- zhengming-disable term/listed -- quoted -->'),
      },
      { kind: 'enable', rules: [], ...range(source, '<!--zhengming-enable-->') },
    ])
    expect(outline(html(source).tree)).toEqual([
      'The & title',
      'The head',
      'Caption',
      'In The Work of last year it is.',
    ])
    expect(html('<p><time datetime="2015-01-01">then</time>').facts.meta).toEqual({ date: '2015-01-01' })
  })

  test('throws for no depth, and empty text is an empty root', () => {
    expect(html('').tree.children).toEqual([])
    expect(outline(parseHtml(new VFile(`${'<div>'.repeat(20_000)}deep down`)))).toEqual(['deep down'])
  })
})

interface Sample {
  source: string
  prose: string
}

const sample = (source: string, prose: string): Sample => ({ source, prose })
const word = fc.constantFrom(
  'Party',
  'the',
  '党',
  '𠮷野',
  '😀',
  'naïve',
  'don’t',
  'stop.',
  'a\u00a0b',
  'a < b',
  'AT&T',
)
const space = fc.constantFrom(' ', '  ', '\n', '\n\n  ', '\t')

const inline = fc.letrec<{ inline: Sample }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    word.map((text) => sample(text, text)),
    fc.constantFrom(
      sample('R&amp;D', 'R&D'),
      sample('caf&eacute;s', 'cafés'),
      sample('China&#8217;s', 'China’s'),
      sample('a&nbsp;b &#x1F600;', 'ab😀'),
      sample('one<br>two<br/>\n three', 'onetwothree'),
      sample('<code>no</code>', ''),
      sample('<!-- no -->', ''),
      sample('<img alt="no > no">', ''),
      sample('foo</u>bar', 'foobar'),
    ),
    fc
      .tuple(tie('inline'), space, tie('inline'))
      .map(([a, glue, b]) => sample(a.source + glue + b.source, a.prose + b.prose)),
    fc
      .tuple(fc.constantFrom('b', 'em', 'span class="a>b"', 'cite', 'a href="#"', 'o:p'), tie('inline'))
      .map(([tag, { source, prose }]) => sample(`<${tag}>${source}</${tag.split(' ')[0]}>`, prose)),
  ),
})).inline

const block = fc.letrec<{ block: Sample }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    inline,
    fc.constantFrom(
      sample('<pre>\nno</pre>', ''),
      sample('<hr>', ''),
      sample('<script>"<p>no"</script>', ''),
    ),
    inline.map(({ source, prose }) => sample(`<p>${source}</p>`, prose)),
    inline.map(({ source, prose }) => sample(`<h2>\n${source}</h2>`, prose)),
    fc
      .tuple(tie('block'), space, tie('block'))
      .map(([a, glue, b]) => sample(a.source + glue + b.source, a.prose + b.prose)),
    fc
      .tuple(tie('block'), tie('block'))
      .map(([a, b]) => sample(`<ul><li>${a.source}<li>${b.source}</ul>`, a.prose + b.prose)),
    fc
      .tuple(tie('block'), tie('block'))
      .map(([a, b]) => sample(`<table>\n<tr><td>${a.source}</td><th>${b.source}</table>`, a.prose + b.prose)),
    tie('block').map(({ source, prose }) => sample(`<div>${source}</div>`, prose)),
  ),
})).block

describe('any html', () => {
  const bare = (text: string) => text.replace(/\s/g, '')

  test('has exact positions and loses no word', () => {
    fc.assert(
      fc.property(block, fc.boolean(), fc.boolean(), ({ source, prose }, crlf, whole) => {
        const page = whole
          ? `<!doctype html>\n<html><head><title>T&amp;t</title></head>\n<body>${source}</body></html>\n`
          : source
        const written = crlf ? page.replaceAll('\n', '\r\n') : page
        expect(bare(html(written).prose)).toBe((whole ? 'T&t' : '') + bare(prose))
      }),
      { numRuns: 400 },
    )
  })

  test('never throws', () => {
    const signs = [
      'a',
      ' ',
      '\r\n',
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<td>',
      '</td>',
      '<table>',
      '</table>',
      '<li>',
      '<br>',
      '&amp;',
      '&lt',
    ]
    const more = [
      '<',
      '>',
      '<!--',
      '-->',
      '<title>',
      '<body>',
      '</html>',
      '<pre>',
      '<sup>',
      '\0',
      '&#0;',
      '&notit;',
      '<select>',
      '<svg>',
      '</br>',
    ]
    const text = fc.array(fc.constantFrom(...signs, ...more), { maxLength: 30 }).map((all) => all.join(''))
    fc.assert(
      fc.property(text, (source) => void parseHtml(new VFile(source))),
      { numRuns: 500 },
    )
  })
})
