/** The Chromium that pages are tested in: the one that `CHROMIUM` names, or in a usual place. Undefined where there is none. */
import { existsSync } from 'node:fs'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export const executablePath = process.env.CHROMIUM ?? places.find((path) => existsSync(path))

export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]

/** The page, and what it said or asked for that it should not have, behind what there is of that already. */
export async function visited(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
  trouble: string[] = [],
): Promise<{ page: Page; trouble: string[] }> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 }, ...options })
  page.on('pageerror', (error) => trouble.push(String(error)))
  page.on('console', (message) => trouble.push(message.text()))
  page.on('dialog', (dialog) => {
    trouble.push(`dialog ${dialog.message()}`)
    dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) trouble.push(request.url())
  })
  await page.goto(address)
  return { page, trouble }
}
