// npm run unlisted: what term/unlisted says of machine-translated news, and how much of it is right. Findings are judged by
// hand in unlisted-judged.tsv; a hundred are drawn by a hash of their place. Half of the documents stay unread while
// readings are worked on. --list prints those drawn that nobody has judged yet; --draw all of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileShipped } from '../../dist/build/shipped.js'
import { addReadings } from '../../dist/glossary/readings.js'
import { createSession } from '../../dist/index.js'
import { corpora, present, shared, wordCount } from './corpora.mjs'

if (!present) {
  console.log('npm run unlisted: the shared texts are not here, nothing was measured')
  process.exit(0)
}
const drawn = 100
const { shipped, words } = compileShipped()
const texts = corpora.mt()
const documents = [...new Set(texts.map(({ id }) => id.split('__')[1]))].sort()
const isRead = ({ file }) => documents.indexOf(file.split('__')[1]) % 2 === 0

const judged = new Map()
for (const line of readFileSync(fileURLToPath(new URL('unlisted-judged.tsv', import.meta.url)), 'utf8').split('\n')) {
  const [file, start, found, concept, verdict] = line.split('\t')
  if (line && !line.startsWith('#')) judged.set([file, start, found, concept].join('\t'), verdict)
}
const keyOf = (f) => [f.file, f.start, f.found, f.concept].join('\t')

const byFile = new Map()
for (const line of readFileSync(join(shared, 'data/mt-news.spans.jsonl'), 'utf8').split('\n')) {
  if (!line) continue
  const span = JSON.parse(line)
  byFile.set(span.file, [...(byFile.get(span.file) ?? []), span])
}
const isMarked = (f) => (byFile.get(f.file) ?? []).some((span) => span.start < f.end && f.start < span.end)

async function findingsOf(data) {
  const session = await createSession({ house: 'official', info: true, data })
  const found = []
  for (const { id, text } of texts)
    for (const f of (await session.lint({ text, path: id, format: 'plain' })).findings)
      if (f.ruleId === 'term/unlisted') found.push({ file: id, start: f.start, end: f.end, found: f.actual, concept: f.concept, severity: f.severity, around: context(text, f) })
  return found
}

const context = (text, f) => `${text.slice(Math.max(0, f.start - 70), f.start)}⟦${text.slice(f.start, f.end)}⟧${text.slice(f.end, f.end + 50)}`.replace(/\s+/g, ' ')

/** The same glossary before anybody listed a refused form: what the readings find by themselves. */
function withoutRefused() {
  const forms = shipped.glossary.forms.filter((form) => form.status !== 'deprecated')
  const glossary = { ...shipped.glossary, forms, readings: [] }
  addReadings(glossary, words)
  return { ...shipped, glossary }
}

const renderings = (findings) => new Set(findings.map((f) => `${f.found.toLowerCase()} ${f.concept}`)).size

function report(title, findings) {
  console.log(`\n${title}: ${findings.length} findings, ${renderings(findings)} renderings`)
  const rows = [
    ['all', () => true],
    ['warnings', (f) => f.severity === 'warning'],
    ['hints', (f) => f.severity === 'info'],
    ['documents read', isRead],
    ['documents unread', (f) => !isRead(f)],
    ['unread, warnings', (f) => !isRead(f) && f.severity === 'warning'],
  ]
  for (const [name, test] of rows) {
    const some = findings.filter(test)
    const known = some.filter((f) => judged.has(keyOf(f)))
    const right = known.filter((f) => judged.get(keyOf(f)) === 'right')
    const share = known.length > 0 ? `, ${right.length} right = ${((100 * right.length) / known.length).toFixed(0)}% (${renderings(right)} of ${renderings(known)} renderings)` : ''
    console.log(`  ${name}: ${some.length}; ${known.length} judged${share}; ${some.filter(isMarked).length} touch a translator's mark`)
  }
}

/** FNV-1a: the same draw on every machine. */
function hash(text) {
  let h = 0x811c9dc5
  for (const c of text) h = Math.imul(h ^ c.codePointAt(0), 0x01000193)
  return h >>> 0
}

const listedToo = await findingsOf(withoutRefused())
const unlisted = await findingsOf(undefined)
const draw = [...new Map([...unlisted, ...[...listedToo].sort((a, b) => hash(keyOf(a)) - hash(keyOf(b)))].map((f) => [keyOf(f), f])).values()].slice(0, Math.max(drawn, unlisted.length))
console.log(`${texts.length} texts, ${wordCount(texts.map(({ text }) => text).join(' '))} words, ${documents.length} documents`)
report('What no list names', unlisted)
report('Refused forms taken out: what the readings find by themselves', listedToo)
report(`Drawn: what no list names, and others to make ${drawn}`, draw)
for (const f of draw)
  if (process.argv.includes('--draw') || (process.argv.includes('--list') && !judged.has(keyOf(f)))) console.log(`${keyOf(f)}\t${f.severity}\t${isMarked(f) ? 'marked' : ''}\t${f.around}`)
