import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import shipped from '#shipped'
import { dress } from '../../src/cli/glossary/html.js'
import { addressOf } from '../../src/findings/page.js'
import { pageOf } from '../../src/pages/page.js'
import { createSession } from '../../src/session.js'
import { shippedBook } from '../pages/books.js'

const base = 'https://desk.example/glossary.html'
const samples = ['city-meeting.txt', 'river-news.md'].map((name) =>
  readFileSync(join(import.meta.dirname, '../samples', name), 'utf8'),
)
/** Together with what each rule shows as wrong, so that every rule speaks. */
const wrong = shipped.rules.flatMap(({ examples }) => examples.bad)

describe('the address of a finding', () => {
  let ids = new Set<string>()
  beforeAll(async () => {
    const page = pageOf(await shippedBook(), dress())
    ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id as string))
  })

  it('is a page that the HTML has, for every finding of every rule', async () => {
    const session = await createSession()
    const heard = new Set<string>()
    const articles = [
      ...samples.map((text) => ({ text, house: 'official' as const, date: '2023-09-08' })),
      ...wrong.map(({ text, house, date }) => ({ text, house, date })),
    ]
    for (const { text, house, date } of articles) {
      const own = typeof house === 'object' && shipped.houses[house.extends]
      const settings = {
        house: own
          ? { ...own, ...house, style: { ...own.style, ...house.style } }
          : (house as string | undefined),
        info: true,
        pages: base,
      }
      for (const { ruleId, url } of (await session.lint({ text, date, settings })).findings) {
        heard.add(ruleId)
        expect(url?.startsWith(`${base}#`), `${ruleId} ${url}`).toBe(true)
        expect(ids).toContain(url?.slice(base.length + 1))
      }
    }
    expect([...heard].sort()).toEqual(shipped.rules.map(({ id }) => id).sort())
  })

  it('is the concept where there is one, else the rule', () => {
    const concept = shipped.glossary.concepts[0]!
    expect(addressOf({ concept, rule: 'term/case' }, base)).toBe(`${base}#concept/${concept.id}`)
    expect(addressOf({ rule: 'term/case' }, `${base}#old`)).toBe(`${base}#rule/term/case`)
  })

  it("is a concept's first source where no pages are known", () => {
    const concept = {
      ...shipped.glossary.concepts[0]!,
      sources: ['A report, 2020', 'News, 2021, https://a.example/b'],
    }
    expect(addressOf({ concept, rule: 'term/case' }, undefined)).toBe('https://a.example/b')
    expect(addressOf({ rule: 'term/case' }, undefined)).toBeUndefined()
  })
})
