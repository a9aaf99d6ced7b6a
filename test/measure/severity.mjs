// npm run severity: for every rule what it says of machine translation beside what random spans would hit, of clean text, and of the five
// articles; and the words that earn a severity. Written to reports/severity.txt. Info findings are counted too, in their own columns.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createSession } from '../../dist/index.js'
import { corpora, humanMarks, isReal, present, wordCount } from './corpora.mjs'

if (!present) {
  console.log('npm run severity: the shared texts are not here, nothing was measured')
  process.exit(0)
}

const session = await createSession({ info: true })
const table = new Map()
const words = {}
const severities = { error: 0.005, warning: 0.03 }

function rowOf(rule) {
  if (!table.has(rule)) table.set(rule, { mt: 0, marked: 0, chance: 0, official: 0, native: 0, essays: 0, articles: 0, info: 0 })
  return table.get(rule)
}

/** The share of all places in a text at which a span of this length would touch a mark. */
function chanceOf(length, marks, size) {
  let free = 0
  let end = 0
  for (const { start, end: stop } of [...marks, { start: size, end: size }].sort((a, b) => a.start - b.start)) {
    free += Math.max(0, start - end - length + 1)
    end = Math.max(end, stop)
  }
  return 1 - free / Math.max(1, size - length + 1)
}

const halves = [0, 1].map(() => ({ hits: 0, marked: 0, chance: 0 }))
/** Four machines translated the same document: newstest2020__DOCUMENT__MACHINE.txt. */
const documentOf = (id) => id.split('__')[1]
const documents = [...new Set(corpora.mt().map(({ id }) => documentOf(id)))].sort()
const broken = /^(garble|calque|punctuation|residue)\//

for (const name of ['official', 'native', 'essays', 'articles', 'mt']) {
  words[name] = 0
  for (const { id, text } of corpora[name]()) {
    words[name] += wordCount(text)
    const marks = name === 'mt' ? humanMarks(id) : []
    for (const f of (await session.lint({ text, format: 'plain' })).findings) {
      if (isReal(name, id, f)) continue
      const row = rowOf(f.ruleId)
      if (f.severity === 'info') {
        row.info++
        continue
      }
      row[name]++
      if (name !== 'mt') continue
      const marked = marks.some(({ start, end }) => start < f.end && f.start < end)
      const chance = chanceOf(f.end - f.start, marks, text.length)
      row.marked += marked ? 1 : 0
      row.chance += chance
      if (!broken.test(f.ruleId)) continue
      const half = halves[documents.indexOf(documentOf(id)) % 2]
      half.hits++
      half.marked += marked ? 1 : 0
      half.chance += chance
    }
  }
}

/** Wilson's interval for a share, 95%; Wilson 1927. */
function wilson(k, n, z = 1.96) {
  const p = k / n
  const middle = p + (z * z) / (2 * n)
  const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return [(middle - spread) / (1 + (z * z) / n), (middle + spread) / (1 + (z * z) / n)]
}

const percent = (k, n) => (n === 0 ? '   –' : `${((100 * k) / n).toFixed(0).padStart(3)}%`)
const rate = (n, name) => ((1000 * n) / words[name]).toFixed(4)
const severityOf = new Map(session.data.rules.map((rule) => [rule.id, rule.severity]))
const lines = [
  'What every rule says under house neutral. mt: machine translation of official news, errors and warnings, the share that touches a mark of a',
  'human rater, the share that random spans of the same length would touch. official, native, essays: errors and warnings per 1,000 words of clean',
  'text, real defects of these texts taken out (test/measure/real-defects.tsv). articles: the five marked articles. info: hints in all of them.',
  'An error has at most 0.005 per 1,000 words of clean text, a warning 0.03. Made by `npm run severity`.',
  '',
  `${'rule'.padEnd(30)} severity      mt marked chance  official  native   essays  articles  info`,
]
const cleanWords = words.official + words.native + words.essays
const clean = (row) => (1000 * (row.official + row.native + row.essays)) / cleanWords
const missed = []
for (const id of [...severityOf.keys()].sort()) {
  const row = rowOf(id)
  const severity = severityOf.get(id)
  const limit = severities[severity]
  const over = limit !== undefined && clean(row) > limit
  if (over) missed.push(id)
  lines.push(
    `${id.padEnd(30)} ${severity.padEnd(8)} ${String(row.mt).padStart(7)}   ${percent(row.marked, row.mt)}   ${percent(row.chance, row.mt)}    ${rate(row.official, 'official')}  ${rate(row.native, 'native')}  ${rate(row.essays, 'essays')}  ${String(row.articles).padStart(7)}  ${String(row.info).padStart(4)}${over ? '  OVER' : ''}`,
  )
}
lines.push('')
const families = new Map()
for (const [id, row] of table) families.set(id.split('/')[0], (families.get(id.split('/')[0]) ?? 0) + row.official + row.native + row.essays)
for (const [family, n] of [...families].sort()) lines.push(`family ${family}: ${((1000 * n) / cleanWords).toFixed(4)} per 1,000 words of clean text (at most 0.1: ${(1000 * n) / cleanWords <= 0.1 ? 'met' : 'MISSED'})`)
lines.push('', 'garble, calque, punctuation and residue on machine translation, by halves of its documents (every other one, by name):')
for (const [i, { hits, marked, chance }] of halves.entries()) {
  const [low, high] = wilson(marked, hits)
  lines.push(`${i === 0 ? 'first' : 'second'} half: ${hits} errors and warnings, ${marked} on a mark = ${percent(marked, hits).trim()} (Wilson 95%: ${(100 * low).toFixed(0)} to ${(100 * high).toFixed(0)}%), random spans ${percent(chance, hits).trim()}`)
}
lines.push('', missed.length === 0 ? 'Every rule has earned its severity.' : `Over their limit: ${missed.join(', ')}`)
writeFileSync(fileURLToPath(new URL('../../reports/severity.txt', import.meta.url)), `${lines.join('\n')}\n`)
console.log(lines.join('\n'))
