// npm run bench: the speed promises, as ratios against the bare chains they are named after. Runs are interleaved, the minimum of five counts.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import retextEnglish from 'retext-english'
import retextRepeatedWords from 'retext-repeated-words'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { cores } from '../../dist/cli/run/crew.js'
import { compileShipped } from '../../dist/build/shipped.js'
import { createSession } from '../../dist/index.js'
import { expand } from '../../dist/matching/pattern.js'
import { articles } from './corpus.mjs'
import { writeRows } from './rows.mjs'

const { shipped } = compileShipped()
const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../..')
const rounds = Number(process.env.ROUNDS ?? 5)
const asked = process.argv[2]
const failed = []

function verdict(name, ratio, limit, detail) {
  const met = ratio <= limit
  if (!met) failed.push(name)
  console.log(`${name}: ${ratio.toFixed(2)} (at most ${limit}: ${met ? 'met' : 'MISSED'})  ${detail}`)
}

/** Seconds of each runner, the minimum over interleaved rounds. */
async function race(runners) {
  const best = runners.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++)
    for (const [i, run] of runners.entries()) {
      globalThis.gc?.()
      const start = performance.now()
      await run()
      best[i] = Math.min(best[i], (performance.now() - start) / 1000)
    }
  return best
}

const bare = unified().use(retextEnglish).use(retextRepeatedWords).freeze()
const runBare = (texts) => {
  for (const text of texts) {
    const file = new VFile(text)
    bare.runSync(bare.parse(file), file)
  }
}
const runLint = async (session, texts, format = 'plain') => {
  let findings = 0
  for (const text of texts) findings += (await session.lint({ text, format })).findings.length
  return findings
}

/** The shipped data with `count` synthetic concepts beside it. */
function withTerms(count) {
  const { glossary } = shipped
  const concepts = [...glossary.concepts]
  const forms = [...glossary.forms]
  for (let i = 0; i < count; i++) {
    const at = concepts.push({ id: `synthetic-${i}`, zh: [], kind: 'term', preferred: `Synthetic ${i}`, sources: [] }) - 1
    forms.push({ concept: at, status: 'preferred', term: `Synthetic ${i}`, sequences: [`synthetic word${i} bureau of the ${i % 977} meeting`] })
  }
  return { ...shipped, glossary: { ...glossary, concepts, forms } }
}

async function speed() {
  const texts = articles(2000, 5000)
  const size = texts.reduce((n, t) => n + t.length, 0)
  const session = await createSession()
  let findings = 0
  const [base, lint] = await race([() => runBare(texts), async () => { findings = await runLint(session, texts) }])
  const words = texts.reduce((n, t) => n + t.split(/\s+/).length, 0)
  verdict('lint / bare chain', lint / base, 1.3, `${(size / 1e6).toFixed(1)} MB in ${texts.length} files, ${base.toFixed(2)} s bare, ${lint.toFixed(2)} s linted, ${((1000 * findings) / words).toFixed(1)} findings per 1,000 words`)
}

async function terms() {
  const texts = articles(600, 5000)
  const few = await createSession({ data: withTerms(100) })
  const many = await createSession({ data: withTerms(100_000) })
  await runLint(many, texts.slice(0, 5))
  const [with100, with100k] = await race([() => runLint(few, texts), () => runLint(many, texts)])
  verdict('100,000 terms / 100 terms', with100k / with100, 1.1, `${with100.toFixed(2)} s, ${with100k.toFixed(2)} s`)
}

async function markdown() {
  const texts = articles(600, 5000, { markdown: true })
  const chain = unified().use(remarkParse).use(remarkGfm).use(remarkRetext, unified().use(retextEnglish).use(retextRepeatedWords)).freeze()
  const session = await createSession()
  await runLint(session, texts.slice(0, 5), 'markdown')
  const [base, lint] = await race([
    async () => {
      for (const text of texts) {
        const file = new VFile(text)
        await chain.run(chain.parse(file), file)
      }
    },
    () => runLint(session, texts, 'markdown'),
  ])
  verdict('Markdown / bare remark-to-retext chain', lint / base, 1.3, `${base.toFixed(2)} s, ${lint.toFixed(2)} s`)
}

function memory() {
  const dir = mkdtempSync(join(tmpdir(), 'zhengming-bench-'))
  for (const [i, text] of articles(2000, 5000).entries()) writeFileSync(join(dir, `${i}.txt`), text)
  const script = `process.on('exit', () => console.error('MAXRSS ' + process.resourceUsage().maxRSS))`
  const { stderr } = spawnSync('node', ['--import', `data:text/javascript,${encodeURIComponent(script)}`, join(root, 'dist/cli/main.js'), 'lint', '--no-config', '--format', 'json', '--output-file', join(dir, 'out.json'), dir], { encoding: 'utf8', cwd: dir })
  const megabytes = Number(/MAXRSS (\d+)/.exec(stderr)?.[1]) / 1024
  verdict('memory in MB, the CLI over the same files', megabytes, 300, '')
}

/** The corpus in files, with a config beside them or none, and a run of the CLI over them: its seconds, its processor's seconds and its output. */
function onDisk(count, config) {
  const dir = mkdtempSync(join(tmpdir(), 'zhengming-bench-'))
  const all = join(dir, 'all')
  mkdirSync(all)
  for (const [i, text] of articles(count, 5000).entries()) writeFileSync(join(all, `${i}.txt`), text)
  if (config) writeFileSync(join(dir, 'zhengming.config.yaml'), config)
  const script = `process.on('exit', () => { const { user, system } = process.cpuUsage(); console.error('CPU ' + (user + system) / 1e6) })`
  return (...flags) => {
    const start = performance.now()
    const { stdout, stderr } = spawnSync('node', ['--import', `data:text/javascript,import { isMainThread } from 'node:worker_threads'; if (isMainThread) ${encodeURIComponent(script)}`, join(root, 'dist/cli/main.js'), 'lint', ...(config ? [] : ['--no-config']), '--format', 'json', ...flags, 'all'], { encoding: 'utf8', cwd: dir, maxBuffer: 1e9 })
    return { dir, stdout, wall: (performance.now() - start) / 1000, cpu: Number(/CPU ([\d.]+)/.exec(stderr)?.[1]) }
  }
}

/** Wall clock: it tells nothing on a machine that has not two cores to spare. The promise holds where the pool is used by itself. */
function pool() {
  const run = onDisk(2000)
  const best = { 1: Number.POSITIVE_INFINITY, 2: Number.POSITIVE_INFINITY }
  for (let round = 0; round < rounds; round++) for (const threads of [1, 2]) best[threads] = Math.min(best[threads], run('--threads', `${threads}`).wall)
  const [name, ratio, detail] = ['two threads / one thread', best[2] / best[1], `${best[1].toFixed(2)} s, ${best[2].toFixed(2)} s (1.6 times as fast: 0.625)`]
  if (cores() > 1) verdict(name, ratio, 0.625, detail)
  else console.log(`${name}: ${ratio.toFixed(2)} (no limit: on ${availableParallelism()} cores the pool is not used unless --threads asks for it)  ${detail}`)
}

/** Processor time, both in one thread: what a run costs, whatever else the machine does. */
function cache() {
  again('2,000 unchanged files again / the first time')
  again('the same with a config beside them', 'house: official\n')
}

function again(name, config) {
  const run = onDisk(2000, config)
  const costs = { first: [], again: [] }
  for (let round = 0; round < rounds; round++) {
    const first = run('--threads', '1', '--cache')
    const second = run('--threads', '1', '--cache')
    if (first.stdout !== second.stdout) failed.push('cache: another report')
    rmSync(join(first.dir, '.zhengming-cache'), { recursive: true })
    costs.first.push(first.cpu)
    costs.again.push(second.cpu)
  }
  const [first, later] = [Math.min(...costs.first), Math.min(...costs.again)]
  verdict(name, later / first, 0.05, `${first.toFixed(2)} s, ${later.toFixed(2)} s of the processor`)
}

async function cold() {
  const dir = mkdtempSync(join(tmpdir(), 'zhengming-bench-'))
  const article = join(dir, 'article.txt')
  writeFileSync(article, articles(1, 3000)[0])
  const wall = (...command) => () => spawnSync('node', command, { stdio: 'ignore', cwd: dir })
  const [base, lint] = await race([wall(join(here, 'bare-chain.mjs'), article), wall(join(root, 'dist/cli/main.js'), 'lint', article)].map((run) => () => { for (let i = 0; i < 3; i++) run() }))
  verdict('cold start / bare chain script', lint / base, 2.5, `${((1000 * base) / 3).toFixed(0)} ms, ${((1000 * lint) / 3).toFixed(0)} ms`)
}

/** Rules of `count` synthetic phrases beside the shipped ones: common openings, alternatives, classes and gaps. */
function withPhrases(count) {
  const openings = ['the', 'to build', 'of the', 'in order to', 'we will', 'it is', 'strengthen', 'development of', 'work of the', 'a new']
  const middles = ['{adjective} ', '{word} ', '(old|new) ', '', '{words} ']
  const [model] = shipped.rules.filter((rule) => rule.check === 'phrases')
  const phrases = Array.from({ length: count }, (_, i) => {
    const pattern = `${openings[i % openings.length]} ${middles[i % middles.length]}synthetic word${i}`
    return { pattern, sequences: expand(pattern).map((s) => s.join(' ')), expected: [] }
  })
  return { ...shipped, rules: [...shipped.rules, { ...model, id: 'calque/synthetic', phrases }] }
}

async function phrases() {
  const texts = articles(600, 5000)
  const session = await createSession({ data: withPhrases(10_000) })
  await runLint(session, texts.slice(0, 5))
  const [base, lint] = await race([() => runBare(texts), () => runLint(session, texts)])
  verdict('lint with 10,000 phrases more / bare chain', lint / base, 2, `${base.toFixed(2)} s, ${lint.toFixed(2)} s`)
}

/** What each family of rules adds to a lint without it, tags and dictionary included. */
async function families() {
  const texts = articles(600, 5000)
  const names = [...new Set(shipped.rules.map(({ id }) => id.split('/')[0]))].sort()
  const without = (family) => ({ ...shipped, rules: shipped.rules.filter(({ id }) => !id.startsWith(`${family}/`)) })
  const sessions = await Promise.all([shipped, ...names.map(without)].map((data) => createSession({ data })))
  for (const session of sessions) await runLint(session, texts.slice(0, 5))
  const [base, all, ...less] = await race([() => runBare(texts), ...sessions.map((session) => () => runLint(session, texts))])
  console.log(`what a family adds, in parts of the bare chain: ${names.map((name, i) => `${name} ${((all - less[i]) / base).toFixed(3)}`).join(', ')}`)
}

/** What a command of the CLI costs the processor, in seconds, and how many MB it held at most. */
function cost(dir, ...args) {
  const script = `process.on('exit', () => { const { user, system } = process.cpuUsage(); console.error('COST ' + (user + system) / 1e6 + ' ' + process.resourceUsage().maxRSS / 1024) })`
  const { stderr } = spawnSync('node', ['--import', `data:text/javascript,${encodeURIComponent(script)}`, join(root, 'dist/cli/main.js'), ...args], { encoding: 'utf8', cwd: dir })
  const [, seconds, megabytes] = (/COST ([\d.]+) ([\d.]+)/.exec(stderr) ?? []).map(Number)
  return { seconds, megabytes }
}

/** The report of 10,000 articles, 50 MB, beside the lint of them; both in one thread. */
function report() {
  const dir = mkdtempSync(join(tmpdir(), 'zhengming-bench-'))
  for (const [i, text] of articles(10_000, 5000).entries()) {
    const folder = join(dir, 'all', `outlet-${i % 10}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `2023-${String(1 + (i % 12)).padStart(2, '0')}-01-${i}.txt`), text)
  }
  writeFileSync(join(dir, 'zhengming.config.yaml'), `dates: { pattern: '(?<date>\\d{4}-\\d{2}-\\d{2})' }\n`)
  const lint = cost(dir, 'lint', '--threads', '1', '--format', 'json', '--output-file', 'out.json', 'all')
  const made = cost(dir, 'report', 'all')
  rmSync(dir, { recursive: true })
  verdict('report / lint, 10,000 articles', made.seconds / lint.seconds, 2, `${lint.seconds.toFixed(1)} s, ${made.seconds.toFixed(1)} s of the processor`)
  verdict('memory in MB of that report', made.megabytes, 1024, '')
}

/** 1,000,000 rows of 10,000 articles, 1,200 concepts and 25,000 renderings, folded from ndjson. */
async function rows() {
  const dir = mkdtempSync(join(tmpdir(), 'zhengming-bench-'))
  await writeRows(join(dir, 'rows.ndjson'), 10_000, 100)
  const { seconds, megabytes } = cost(dir, 'report', '--from-rows', 'rows.ndjson')
  const page = statSync(join(dir, 'reports/consistency.html')).size / 1e6
  rmSync(dir, { recursive: true })
  verdict('memory in MB, 1,000,000 rows folded', megabytes, 1024, `${seconds.toFixed(1)} s of the processor`)
  verdict('MB of their page', page, 10, '')
}

const benches = { speed, families, phrases, terms, markdown, memory, pool, cache, cold, report, rows }
const self = fileURLToPath(import.meta.url)
if (asked) await benches[asked]()
else
  for (const name of Object.keys(benches))
    if (spawnSync('node', ['--expose-gc', self, name], { stdio: 'inherit', cwd: root }).status !== 0) failed.push(name)
if (failed.length > 0) process.exitCode = 1
