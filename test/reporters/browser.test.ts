/** The HTML report in a real Chromium, where one is installed (`CHROMIUM` names it, or a usual place); skipped elsewhere. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from '../../src/reporters/html.js'
import { plainPaper } from '../../src/reporters/reporter.js'
import { args, executablePath, visited } from '../chromium.js'
import { hostile, text } from './hostile.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengming-report-'))
const file = join(folder, 'report.html')

describe.skipIf(executablePath === undefined)('in Chromium', { timeout: 60_000 }, () => {
  let browser: Browser
  const trouble: string[] = []
  beforeAll(async () => {
    writeFileSync(file, html(hostile, plainPaper))
    browser = await chromium.launch({ executablePath: executablePath as string, args })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function visit(colorScheme: 'light' | 'dark' = 'light', bypassCSP = false): Promise<Page> {
    return (await visited(browser, pathToFileURL(file).href, { colorScheme, bypassCSP }, trouble)).page
  }

  it('shows the article, asks for nothing and runs nothing of it', async () => {
    const page = await visit()
    expect(await page.locator('.text').first().textContent()).toBe(text)
    expect(trouble).toEqual([])
    await page.close()
  })

  it('copies what should stand there, and says so', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Copy education campaign' }).click()
    await page.waitForFunction(() => document.getElementById('said')?.textContent !== '')
    expect(await page.getByRole('status').textContent()).toBe('Copied: education campaign')
    await page.evaluate(() => document.body.append(document.createElement('textarea')))
    await page.locator('textarea').focus()
    await page.keyboard.press('Control+V')
    expect(await page.locator('textarea').inputValue()).toBe('education campaign')
    await page.close()
  })

  it.each(['light', 'dark'] as const)('has nothing that axe objects to, %s', async (scheme) => {
    const page = await visit(scheme, true)
    await page.addScriptTag({
      content: readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'),
    })
    const { violations } = await page.evaluate(() =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
    )
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(' ')}`)).toEqual([])
    await page.close()
  })

  it('fits a telephone', async () => {
    const page = await visit()
    await page.setViewportSize({ width: 360, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await page.close()
  })
})
