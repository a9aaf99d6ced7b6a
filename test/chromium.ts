/** The Chromium that pages are tested in: the one that `CHROMIUM` names, or in a usual place. Undefined where there is none. */
import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export const executablePath = process.env.CHROMIUM ?? places.find((path) => existsSync(path))

export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]
