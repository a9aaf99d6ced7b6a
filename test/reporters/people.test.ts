/** The formats for people, with a report full of hostile text: what an article says stays text. */
import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import type { Root as Mdast, Nodes } from 'mdast'
import rehypeParse from 'rehype-parse'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { html } from '../../src/reporters/html.js'
import { script, scriptHash } from '../../src/reporters/html-dress.js'
import { markdown } from '../../src/reporters/markdown.js'
import { plainPaper } from '../../src/reporters/reporter.js'
import { finding } from './finding.js'
import { evil, hostile, text } from './hostile.js'

const hast = (source: string) => unified().use(rehypeParse).parse(source)

describe('markdown', () => {
  const printed = markdown(hostile, plainPaper)
  const tree = unified().use(remarkParse).use(remarkGfm).parse(printed)
  const nodes = all(tree)

  it('is a table of a row for each concept, whole in every cell', () => {
    const tables = nodes.filter((n) => n.type === 'table')
    expect(tables).toHaveLength(1)
    const [table] = tables as [Extract<Nodes, { type: 'table' }>]
    expect(table.children).toHaveLength(1 + 4)
    for (const row of table.children) expect(row.children).toHaveLength(4)
    const [, first] = table.children
    expect(textOf(first as Nodes)).toContain('主题教育')
    expect(textOf(first as Nodes)).toContain(evil)
  })

  it('has no markup but its own', () => {
    const own = /^(<\/?(code|details|summary|br)( open)?>|<!-- -->|\s)+$/
    const raw = nodes.flatMap((n) => (n.type === 'html' ? [n.value] : []))
    for (const value of raw.filter((value) => !value.includes('<summary>'))) expect(value).toMatch(own)
    const kinds = new Set(nodes.map((n) => n.type))
    expect([...kinds].sort()).toEqual(
      ['html', 'link', 'paragraph', 'root', 'strong', 'table', 'tableCell', 'tableRow', 'text'].sort(),
    )
    const elements = elementsOf(hast(raw.join(''))).map((e) => e.tagName)
    expect(new Set(elements)).toEqual(new Set(['html', 'head', 'body', 'details', 'summary', 'code', 'br']))
  })

  it('links nothing but the rule, and calls nobody', () => {
    const links = nodes.flatMap((n) => (n.type === 'link' ? [n.url] : []))
    expect(new Set(links)).toEqual(new Set(['https://example.org/a%7Cb?%3Cc%3E']))
    // what GitHub looks for in the text of a page
    const pieces = nodes.flatMap((n) => (n.type === 'text' ? [n.value] : []))
    expect(pieces.filter((piece) => /@\w|#\d|https?:\/\//.test(piece))).toEqual([])
  })

  it('says that all is well', () => {
    expect(markdown(hostile.slice(1), plainPaper)).toBe('**zhengming**: 1 file, no problems\n')
  })

  it('fits into a comment', () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ ...hostile[0]!, path: `${i}.txt` }))
    const long = markdown(many, plainPaper)
    expect(long.length).toBeLessThan(65_000)
    expect(long).toMatch(/… and \d+ more files/)
  })
})

describe('html', () => {
  const elements = elementsOf(hast(html(hostile, plainPaper)))
  const only = (name: string) => elements.filter((e) => e.tagName === name)

  it('names its script by the hash of it, and has no other', () => {
    expect(scriptHash).toBe(`sha256-${createHash('sha256').update(script).digest('base64')}`)
    expect(only('script').map((e) => textOf(e))).toEqual([script])
    const [policy] = only('meta').filter((e) => e.properties.httpEquiv)
    expect(policy?.properties.content).toContain(`script-src '${scriptHash}'`)
  })

  it('has the article whole, and each finding marked where it stands', () => {
    const [side] = elements.filter((e) => String(e.properties.className) === 'text')
    expect(textOf(side as Element)).toBe(text)
    const marks = only('mark').map((e) => textOf(e))
    expect(marks).toEqual([evil, 'theme education', 'a a', '=1', '+1'])
  })

  it('copies what should stand there, to the letter', () => {
    expect(only('button').map((e) => e.properties.dataCopy)).toEqual(['education campaign', 'a'])
  })

  it('points only at places that it has, and at no address', () => {
    const ids = new Set(elements.map((e) => e.properties.id))
    for (const { properties } of only('a').filter((e) => e.properties.href !== undefined))
      expect(ids).toContain(String(properties.href).replace(/^#/, ''))
    expect(elements.filter((e) => e.properties.src !== undefined || 'onclick' in e.properties)).toEqual([])
  })

  it('marks overlapping findings piece by piece, the worst on top', () => {
    const findings = [
      finding(1, 1, { actual: 'one two', endColumn: 8 }),
      finding(1, 5, { actual: 'two three', endColumn: 14, severity: 'error', ruleId: 'x/y' }),
    ]
    const page = html([{ path: 'a', absolute: '/a', text: 'one two three\r\nfour', findings }], plainPaper)
    const marks = elementsOf(hast(page)).filter((e) => e.tagName === 'mark')
    expect(marks.map((e) => [textOf(e), String(e.properties.className)])).toEqual([
      ['one ', 'warning'],
      ['two', 'error'],
      [' three', 'error'],
    ])
  })

  it('without the text has the findings', () => {
    const page = html(
      hostile.map(({ text: _, ...r }) => r),
      plainPaper,
    )
    expect(elementsOf(hast(page)).filter((e) => e.tagName === 'button')).toHaveLength(2)
  })
})

function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? (node.children as Nodes[]).flatMap(all) : [])]
}

function elementsOf(node: Root | Element): Element[] {
  return (node.children as Element[]).flatMap((child) =>
    child.type === 'element' ? [child, ...elementsOf(child)] : [],
  )
}

function textOf(node: Nodes | Mdast | Element | { value: string }): string {
  if ('children' in node) return (node.children as Element[]).map(textOf).join('')
  return 'value' in node && (node as { type?: string }).type !== 'html' ? String(node.value) : ''
}
