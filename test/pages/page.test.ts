import type { Element, Root } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { beforeAll, describe, expect, it } from 'vitest'
import shipped from '#shipped'
import { dress } from '../../src/cli/glossary/html.js'
import { conceptAnchor, ruleAnchor } from '../../src/findings/page.js'
import { pageOf } from '../../src/pages/page.js'
import { hostile, ownBook, shippedBook } from './books.js'

/** As a browser without JavaScript reads it. */
function elements(page: string): Element[] {
  const found: Element[] = []
  const walk = (node: Root | Element) => {
    for (const child of node.children)
      if (child.type === 'element') {
        found.push(child)
        walk(child)
      }
  }
  walk(unified().use(rehypeParse).parse(page))
  return found
}

describe('the glossary as HTML', () => {
  let page = ''
  let all: Element[] = []
  let ids = new Set<unknown>()
  beforeAll(async () => {
    page = pageOf(await shippedBook(), dress())
    all = elements(page)
    ids = new Set(all.map(({ properties }) => properties.id).filter(Boolean))
  })

  it('has a page for every concept and every rule, once', () => {
    const wanted = [
      ...shipped.glossary.concepts.map(({ id }) => conceptAnchor(id)),
      ...shipped.rules.map(({ id }) => ruleAnchor(id)),
    ]
    expect(wanted.filter((id) => !ids.has(id))).toEqual([])
    expect(all.filter(({ tagName }) => tagName === 'article')).toHaveLength(wanted.length)
  })

  it('links only to pages that it has, and to the web', () => {
    const links = all.flatMap(({ tagName, properties }) => (tagName === 'a' ? [String(properties.href)] : []))
    const own = links.filter((href) => href.startsWith('#') && !['#', '#all'].includes(href))
    expect(own.length).toBeGreaterThan(50)
    expect(own.filter((href) => !ids.has(href.slice(1)))).toEqual([])
    expect(links.filter((href) => !/^(#|https?:\/\/)/.test(href))).toEqual([])
  })

  it('needs nothing from outside', () => {
    const asking = all.filter(
      ({ tagName, properties }) => tagName === 'link' || properties.src || properties.srcSet,
    )
    expect(asking).toEqual([])
    expect(page).not.toMatch(/@import|url\(/)
  })

  it('is the same for the same glossary', async () => {
    expect(pageOf(await shippedBook(), dress())).toBe(page)
  })
})

describe('a hostile glossary', () => {
  const page = pageOf(ownBook(hostile), dress())
  const all = elements(page)

  it('adds no element and no handler of its own', () => {
    const names = new Set(all.map(({ tagName }) => tagName))
    for (const name of ['img', 'svg', 'iframe', 'u']) expect(names).not.toContain(name)
    expect(all.filter(({ tagName }) => tagName === 'script')).toHaveLength(2)
    expect(all.filter(({ tagName }) => tagName === 'style')).toHaveLength(1)
    expect(
      all.flatMap(({ properties }) => Object.keys(properties)).filter((key) => /^on/i.test(key)),
    ).toEqual([])
  })

  it('links nowhere but to the web', () => {
    const links = all.flatMap(({ tagName, properties }) => (tagName === 'a' ? [String(properties.href)] : []))
    expect(links.filter((href) => /script:|data:/i.test(href))).toEqual([])
    expect(links).toContain('https://example.org/"onclick="alert(17)')
  })

  it('keeps its text readable', () => {
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;alert(3)&lt;/script&gt; harbour')
    expect(page).toContain('&amp;lt;not twice&amp;gt;')
  })

  it('is marked as the own glossary, its draft as a draft', () => {
    expect(page).toContain('terms/&lt;i&gt;.yaml')
    expect(page).toContain('own glossary')
    expect(page).toContain('draft, never enforced')
  })
})
