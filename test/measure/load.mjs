// npm run load: what a start costs, each time in a fresh process. The compiled shipped glossary, a house of 5,000 terms first and from the cache, 100,000 terms.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { houseTerms } from '../house/terms.mjs'

const dist = new URL('../../dist/', import.meta.url)
const [task, path] = process.argv.slice(2)

/** In the child: code first, then the clock. */
const tasks = {
  async shipped() {
    const { setUp } = await import(new URL('setup.js', dist))
    return clocked(async () => setUp((await import(new URL('config/shipped.js', dist))).default))
  },
  async house() {
    const { setUp } = await import(new URL('setup.js', dist))
    const { layeredData } = await import(new URL('config/layers.js', dist))
    const { default: shipped } = await import(new URL('config/shipped.js', dist))
    const { readFileSync } = await import('node:fs')
    return clocked(() => setUp(layeredData(shipped, [{ path, text: readFileSync(path, 'utf8') }])))
  },
}

async function clocked(run) {
  const start = performance.now()
  await run()
  return { ms: performance.now() - start, mb: process.resourceUsage().maxRSS / 1024 }
}

/** Milliseconds, least and median, and the most memory, of several runs; `cache` says which folder a run has. */
export function measure(name, { times, file = '', cache = () => 'off' }) {
  const runs = Array.from({ length: times }, (_, i) => {
    const env = { ...process.env, ZHENGMING_CACHE: cache(i) }
    const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, file], { encoding: 'utf8', env })
    if (!stdout) throw new Error(stderr)
    return JSON.parse(stdout)
  }).sort((a, b) => a.ms - b.ms)
  return { least: runs[0].ms, median: runs[Math.floor(times / 2)].ms, mb: Math.max(...runs.map((run) => run.mb)) }
}

/** All figures; `times` is how often the short ones run. */
export function figures(times) {
  const folder = mkdtempSync(join(tmpdir(), 'zhengming-load-'))
  const file = (count) => {
    const made = join(folder, `${count}.yaml`)
    writeFileSync(made, houseTerms(count))
    return made
  }
  try {
    const some = file(5000)
    return {
      shipped: measure('shipped', { times }),
      first: measure('house', { times: Math.ceil(times / 3), file: some, cache: (i) => join(folder, `cache${i}`) }),
      cached: measure('house', { times, file: some, cache: () => join(folder, 'cache0') }),
      large: measure('house', { times: 1, file: file(100_000) }),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function verdict(name, value, limit, unit, rest = '') {
  const met = value < limit
  if (!met) process.exitCode = 1
  console.log(`${name}: ${value.toFixed(0)} ${unit} (under ${limit}: ${met ? 'met' : 'MISSED'})${rest}`)
}

if (task) console.log(JSON.stringify(await tasks[task]()))
else if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { shipped, first, cached, large } = figures(9)
  const median = (run) => `, median ${run.median.toFixed(0)}`
  verdict('the shipped glossary, read and indexed', shipped.least, 40, 'ms', median(shipped))
  verdict('a house of 5,000 terms, the first time', first.least, 2000, 'ms', median(first))
  verdict('a house of 5,000 terms, from the cache', cached.least, 60, 'ms', median(cached))
  verdict('100,000 terms', large.least, 10_000, 'ms')
  verdict('memory for 100,000 terms', large.mb, 1000, 'MB')
}
