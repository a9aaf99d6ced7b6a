// npm run score: what zhengming finds on the editor's marks, with and without the forms that were seen there, and what it says of clean text.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileShipped } from '../../dist/build/shipped.js'
import { addReadings } from '../../dist/glossary/readings.js'
import { createSession } from '../../dist/index.js'
import { expand } from '../../dist/matching/pattern.js'
import { json } from '../../dist/reporters/json.js'
import { rowOf } from '../../dist/reporters/row.js'
import { corpora, isReal, present, seenForms, shared, wordCount } from './corpora.mjs'
import { inject } from './inject.mjs'

const { shipped, words } = compileShipped()
if (!present) {
  console.log('npm run score: the shared texts are not here, nothing was measured')
  process.exit(0)
}

if (process.argv.includes('--inject')) {
  await inject()
  process.exit(0)
}

const list = process.argv.includes('--list') ? ['--list', process.argv[process.argv.indexOf('--list') + 1]] : []

async function marks(title, data) {
  const session = await createSession({ house: 'official', info: true, data })
  const results = []
  for (const { id, text } of corpora.articles()) results.push(await session.lint({ text, path: id }))
  const report = JSON.parse(json(results.map(({ path, findings }) => ({ path, absolute: path, findings: findings.map(rowOf) }))))
  const out = scored(report, title.startsWith('whole') ? list : [])
  const shown = scored(report.map((file) => ({ ...file, messages: file.messages.map((m) => ({ ...m, severity: m.severity || 1 })) })))
  console.log(`\n## Editor's marks, house official, ${title}\n\n${terms(out)}\nwith info: ${terms(shown)}\n${out.trimEnd()}`)
}

function scored(report, more = []) {
  const run = join(mkdtempSync(join(tmpdir(), 'zhengming-score-')), 'run.json')
  writeFileSync(run, JSON.stringify(report))
  const dir = join(shared, 'articles')
  return execFileSync('node', [join(shared, 'score.mjs'), '--gold', join(dir, 'gold.tsv'), '--dir', dir, '--json', run, ...more], { encoding: 'utf8' })
}

/** The marks of the kinds that a glossary is there for, named by a message of the right family. */
function terms(out) {
  const named = (categories) => {
    const rows = categories.map((c) => new RegExp(`category ${c}: \\d+/(\\d+) .* named ([\\d.]+)%`).exec(out) ?? [0, 0, 0])
    const n = rows.reduce((sum, [, of]) => sum + Number(of), 0)
    const hits = rows.reduce((sum, [, of, percent]) => sum + Math.round((of * percent) / 100), 0)
    return `${hits}/${n} = ${((100 * hits) / n).toFixed(1)}%`
  }
  return `term-wrong and confusable named ${named(['term-wrong', 'confusable'])}, term-inconsistent ${named(['term-inconsistent'])}`
}

/** The shipped data without the sequences, or whole forms, that equal a form seen in the articles; literal readings made anew. */
function without(seen, whole) {
  const forms = shipped.glossary.forms.flatMap((form) => {
    if (form.status !== 'deprecated' && form.status !== 'attested') return [form]
    const left = form.sequences.filter((s) => !seen.has(s.replace(/^\*/, '')))
    if (left.length === form.sequences.length) return [form]
    return whole || left.length === 0 ? [] : [{ ...form, sequences: left }]
  })
  const glossary = { ...shipped.glossary, forms, readings: [] }
  addReadings(glossary, words)
  return { ...shipped, glossary }
}

async function clean(name, house, limit) {
  const session = await createSession({ house })
  let words = 0
  let subtracted = 0
  const byRule = new Map()
  for (const { id, text } of corpora[name]()) {
    words += wordCount(text)
    const { findings } = await session.lint({ text, format: 'plain' })
    for (const f of findings) {
      if (isReal(name, id, f)) subtracted++
      else byRule.set(f.ruleId, [...(byRule.get(f.ruleId) ?? []), `${id}:${f.line}:${f.column} ${f.concept ?? ''} "${context(text, f)}"`])
    }
  }
  const total = [...byRule.values()].flat().length
  const rate = (1000 * total) / words
  const verdict = limit === undefined ? '' : rate <= limit ? ` (at most ${limit}: met)` : ` (at most ${limit}: MISSED)`
  console.log(`\n## Clean text: ${name}, house ${house}\n\n${total} findings in ${words} words = ${rate.toFixed(3)} per 1,000${verdict}; ${subtracted} real defects subtracted`)
  for (const [rule, hits] of [...byRule].sort((a, b) => b[1].length - a[1].length)) {
    console.log(`${rule}: ${hits.length}`)
    for (const hit of hits.slice(0, process.argv.includes('--all') ? 1000 : 6)) console.log(`    ${hit}`)
  }
}

const context = (text, f) => `${text.slice(Math.max(0, f.start - 30), f.start)}⟦${text.slice(f.start, f.end)}⟧${text.slice(f.end, f.end + 30)}`.replace(/\s+/g, ' ')

const seen = new Set(seenForms().map((form) => expand(form.replace(/[()[\]|~{}]/g, ' '))[0].join(' ')))
await marks('whole glossary', undefined)
await marks('† forms taken out', without(seen, false))
await marks('† forms and every pattern that catches one taken out', without(seen, true))
await clean('official', 'neutral', 0.2)
await clean('native', 'neutral', 0.2)
await clean('essays', 'neutral', 0.3)
await clean('official', 'official')
