import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { readScalars } from '../../src/formats/front-matter.js'
import { formatOf, loadParser } from '../../src/formats/index.js'

test('the format is that of the extension', () => {
  expect(['a.md', 'b/c.MARKDOWN', 'd.mdx'].map(formatOf)).toEqual(['markdown', 'markdown', 'markdown'])
  expect(['a.html', 'a.htm', 'x.y.xhtml'].map(formatOf)).toEqual(['html', 'html', 'html'])
  expect(['a.txt', 'md', 'a.md.bak', ''].map(formatOf)).toEqual(['plain', 'plain', 'plain', 'plain'])
})

test('every format has a parser that says which it is', async () => {
  for (const format of ['plain', 'markdown', 'html'] as const) {
    const file = new VFile('Hello.')
    const parse = await loadParser(format)
    expect(parse(file).children[0]?.type).toBe('ParagraphNode')
    expect(file.data.zhengming?.format).toBe(format)
  }
})

test('scalars are read as they are written', () => {
  const yaml = `# comment
date: 2016-04-19 # when
Draft: no
url: http://example.com/#top
'quoted key': 'it''s'
double: "a \\"b\\" \\u4e2d"
empty:
list: [a, b]
map: {a: b}
many:
- one
- two
nested:
  date: 1999-01-01
long: one
  two
block: |
  one
  two
`
  expect(readScalars(yaml)).toEqual({
    date: '2016-04-19',
    draft: 'no',
    url: 'http://example.com/#top',
    'quoted key': "it's",
    double: 'a "b" 中',
    long: 'one two',
    block: 'one\ntwo',
  })
  for (const broken of ['a: "b', "a: 'b", 'a: [b', 'a: {b', 'words', 'a:\n\tb: c', 'a: b\n: c']) {
    expect(readScalars(`good: yes\n${broken}`)).toEqual({})
  }
})
