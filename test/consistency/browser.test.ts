/** The report in a real Chromium, where one is installed (`CHROMIUM` names it, or a usual place); skipped elsewhere. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dress } from '../../src/cli/consistency/dress.js'
import { pageOf } from '../../src/consistency/page.js'
import type { FactRow } from '../../src/consistency/rows.js'
import { args, executablePath, visited } from '../chromium.js'
import { article, folded } from './rows.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengming-report-'))

const [P, X] = ['Harbour Office', 'harbor bureau']
const other = (rows: FactRow[], concept: string, zh: string, preferred: string): FactRow[] =>
  rows.map((row) => (row.row === 'term' ? { ...row, concept, zh, preferred, class: row.rendering } : row))
const terms = (rows: FactRow[]) => rows.filter(({ row }) => row === 'term')
const plain = [
  ...article('a b/#1.txt', 'north', '2020-01-05', P, P, X, 'HO'),
  ...terms(
    other(article('a b/#1.txt', 'north', '2020-01-05', 'Tide Board'), 'tide-board', '潮汐委', 'Tide Board'),
  ),
  ...article('c.txt', 'south', '2020-02-05', X, X, 'Dock Bureau'),
  ...terms(
    other(article('c.txt', 'south', '2020-02-05', 'Tide Board'), 'tide-board', '潮汐委', 'Tide Board'),
  ),
]
const bad = '</script><script>alert(1)</script><img src=x onerror=alert(2)>'
const hostile = article(
  `javascript:alert(3)//${bad}.html`,
  bad,
  '2020-01-05',
  P,
  bad,
  `"'><svg onload=alert(4)>`,
).map((row) =>
  row.row === 'term'
    ? { ...row, concept: bad, zh: `港${bad}`, sentence: `${bad} ${row.rendering} ${bad}`, at: bad.length + 1 }
    : row,
)

describe.skipIf(executablePath === undefined)('in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser
  const addresses: Record<string, string> = {}
  beforeAll(async () => {
    const reports = {
      plain: folded(plain),
      hostile: folded(hostile),
      described: folded(plain, { labels: 'describing' }),
    }
    for (const [name, report] of Object.entries(reports)) {
      const path = join(folder, `${name}.html`)
      writeFileSync(path, pageOf(report, dress(), '..'))
      addresses[name] = pathToFileURL(path).href
    }
    browser = await chromium.launch({ executablePath, args })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const visit = (name: string, hash = '', options: BrowserContextOptions = {}) =>
    visited(browser, `${addresses[name]}${hash}`, options)

  it('sorts by every column, both ways, and says so', async () => {
    const { page, trouble } = await visit('plain')
    const first = () => page.locator('.concepts tbody th').first().textContent()
    expect(await first()).toContain(P)
    const heads = page.locator('.concepts thead button')
    for (let i = 0; i < (await heads.count()); i++) {
      await heads.nth(i).click()
      const one = await page.locator('.concepts thead th').nth(i).getAttribute('aria-sort')
      await heads.nth(i).click()
      const two = await page.locator('.concepts thead th').nth(i).getAttribute('aria-sort')
      expect([one, two].sort()).toEqual(['ascending', 'descending'])
    }
    await page.getByRole('button', { name: 'Effective' }).click()
    const down = await first()
    await page.getByRole('button', { name: 'Effective' }).click()
    const up = await first()
    expect([down, up].map((text) => text?.includes('Tide')).sort()).toEqual([false, true])
    expect(trouble).toEqual([])
    await page.close()
  })

  it('filters by Chinese, by a rendering and by kind', async () => {
    const { page } = await visit('plain')
    const rows = page.locator('.concepts tbody tr')
    expect(await rows.count()).toBe(2)
    await page.getByRole('searchbox').fill('潮汐')
    expect(await rows.allTextContents()).toEqual([expect.stringContaining('Tide Board')])
    await page.getByRole('searchbox').fill('dock bur')
    expect(await rows.allTextContents()).toEqual([expect.stringContaining(P)])
    await page.getByRole('searchbox').fill('')
    await page.getByLabel('Which concepts').selectOption('one rendering throughout')
    expect(await rows.allTextContents()).toEqual([expect.stringContaining('Tide Board')])
    await page.close()
  })

  it('is worked by keys alone', async () => {
    const { page } = await visit('plain')
    await page.keyboard.press('/')
    await page.keyboard.type('harbor')
    await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(P)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash === '#concept/harbour-office')
    expect(await page.locator('h2.name').textContent()).toContain(P)
    expect(await page.title()).toContain(P)
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => location.hash === '')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
    await page.close()
  })

  it('shows each occurrence in its sentence, with the file beside it', async () => {
    const { page, trouble } = await visit('plain', '#concept/harbour-office')
    expect(await page.locator('.kwic li').count()).toBe(7)
    await page.getByLabel('Which rendering').selectOption({ label: `${X} (3)` })
    expect(await page.locator('.kwic mark').allTextContents()).toEqual([X, X, X])
    const href = await page.locator('.kwic a').first().getAttribute('href')
    expect(href).toBe('../a%20b/%231.txt')
    expect(await page.locator('.places').last().textContent()).toContain('a b/#1.txt:3')
    expect(trouble).toEqual([])
    await page.close()
  })

  it('fits a telephone, in the dark, too', async () => {
    for (const hash of ['', '#concept/harbour-office']) {
      const { page } = await visit('plain', hash, {
        viewport: { width: 360, height: 700 },
        colorScheme: 'dark',
      })
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
      const [red, green, blue] = await page.evaluate(() =>
        (getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g) ?? []).map(Number),
      )
      expect((red ?? 255) + (green ?? 255) + (blue ?? 255)).toBeLessThan(120)
      await page.close()
    }
  })

  it('is readable to all, by what axe-core can tell', async () => {
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
    for (const colorScheme of ['light', 'dark'] as const)
      for (const hash of ['', '#concept/harbour-office']) {
        const { page } = await visit('plain', hash, { colorScheme, bypassCSP: true })
        await page.evaluate(axe)
        const found = await page.evaluate(() =>
          (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(),
        )
        expect(found.passes.length).toBeGreaterThan(10)
        expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
        await page.close()
      }
  })

  it('describes without a word on what is right', async () => {
    for (const hash of ['', '#concept/harbour-office']) {
      const { page, trouble } = await visit('described', hash)
      const said = await page.locator('main').innerText()
      expect(said).toContain('unattested')
      expect(said).not.toMatch(/wrong|refused|deprecated|accepted|admitted|\bedits?\b|\berrors?\b/i)
      expect(trouble).toEqual([])
      await page.close()
    }
  })

  it('says how groups stand', async () => {
    const { page } = await visit('plain')
    const groups = page.getByRole('heading', { name: 'By group' }).locator('..')
    expect(await groups.locator('li').allInnerTexts()).toEqual([
      expect.stringContaining('5, 80.0 % accepted'),
      expect.stringContaining('4, 25.0 % accepted'),
    ])
    await page.close()
  })

  it('runs nothing that a hostile article says', async () => {
    for (const hash of ['', `#concept/${encodeURIComponent(bad)}`, `#${bad}`]) {
      const { page, trouble } = await visit('hostile', hash)
      await page.locator('#search').fill('alert')
      await page.waitForTimeout(50)
      expect(trouble).toEqual([])
      expect(await page.locator('img, iframe, svg').count()).toBe(0)
      const links = await page
        .locator('a')
        .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol))
      expect(links.filter((protocol) => protocol !== 'file:')).toEqual([])
      await page.close()
    }
  })
})
