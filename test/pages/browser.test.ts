/** The HTML in a real Chromium, where one is installed (`CHROMIUM` names it, or a usual place); skipped elsewhere. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dress } from '../../src/cli/glossary/html.js'
import { pageOf } from '../../src/pages/page.js'
import { args, executablePath, visited } from '../chromium.js'
import { hostile, ownBook, shippedBook } from './books.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengming-pages-'))

describe.skipIf(executablePath === undefined)('in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser
  const addresses: Record<string, string> = {}
  beforeAll(async () => {
    const books = { shipped: await shippedBook(), hostile: ownBook(hostile) }
    for (const [name, book] of Object.entries(books)) {
      const path = join(folder, `${name}.html`)
      writeFileSync(path, pageOf(book, dress()))
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

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

  it('finds by a part of the Chinese and of the English, forms that may stand first', async () => {
    const { page, trouble } = await visit('shipped')
    const first = async (query: string) => {
      await page.getByRole('searchbox').fill(query)
      return page.locator('nav a').first().textContent()
    }
    expect(await first('主题教')).toContain('education campaign')
    expect(await first('Cyberspace Administration of C')).toContain('Cyberspace Administration of China')
    await first('network power')
    const refused = page.locator('nav a', { hasText: "China's strength in cyberspace" }).first()
    expect(await refused.textContent()).toContain('refused')
    expect(trouble).toEqual([])
    await page.close()
  })

  it('is worked by keys alone', async () => {
    const { page } = await visit('shipped')
    await page.keyboard.press('/')
    await page.keyboard.type('网信办')
    await page.keyboard.press('ArrowDown')
    const one = await focused(page)
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).not.toBe(one)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => location.hash.startsWith('#concept/'))
    const name = (await page.locator('#page h3 .en').textContent()) as string
    expect(one).toContain(name)
    expect(await page.title()).toContain(name)
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search')
  })

  it('opens at the page that an address names, follows its links, and says where there is none', async () => {
    const { page } = await visit('shipped', '#rule/term/deprecated')
    expect(await page.locator('#page h3').textContent()).toContain('term/deprecated')
    await page.goto(`${addresses.shipped}#concept/cyberspace-administration-of-china`)
    const link = page.locator('#page dd a[href^="#concept/"]').first()
    const target = await link.getAttribute('href')
    await link.click()
    await page.waitForFunction((hash) => location.hash === hash, target)
    expect(await page.locator('#page h3').count()).toBe(1)
    await page.goto(`${addresses.shipped}#concept/nowhere`)
    expect(await page.locator('#page').textContent()).toContain('concept/nowhere')
  })

  it('is whole without JavaScript', async () => {
    const { page } = await visit('shipped', '#concept/education-campaign', { javaScriptEnabled: false })
    const article = page.locator('[id="concept/education-campaign"]')
    expect(await article.isVisible()).toBe(true)
    expect(await article.evaluate((e) => Math.abs(e.getBoundingClientRect().top) < 800)).toBe(true)
    expect(await page.locator('article').count()).toBeGreaterThan(600)
  })

  it('fits a telephone', async () => {
    const { page } = await visit('shipped', '#concept/chinas-strength-in-cyberspace', {
      viewport: { width: 360, height: 700 },
    })
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(await wide()).toBeLessThanOrEqual(0)
    expect(await page.locator('nav').isVisible()).toBe(false)
    await page.getByRole('searchbox').fill('政治局')
    expect(await page.locator('nav a').first().isVisible()).toBe(true)
    expect(await wide()).toBeLessThanOrEqual(0)
  })

  it('runs nothing that a hostile glossary says', async () => {
    for (const hash of ['', '#concept/hostile', '#all', '#"><img src=x onerror=alert(99)>']) {
      const { page, trouble } = await visit('hostile', hash)
      await page.getByRole('searchbox').fill('harbour')
      await page.getByRole('searchbox').fill('恶意')
      await page.waitForTimeout(50)
      expect(trouble).toEqual([])
      expect(await page.locator('img, iframe, svg').count()).toBe(0)
      await page.close()
    }
  })
})
