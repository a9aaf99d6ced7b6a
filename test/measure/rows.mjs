// Rows as `report --rows` writes them, of any number, as a stream: `rows(articles, each)`. In the manner of a corpus: few
// concepts are frequent, most renderings are official, a tenth wavers, and an article comes back to what it is about.
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { generator } from './corpus.mjs'

const concepts = 1200
const renderings = [
  ['preferred', 0.6],
  ['admitted', 0.85],
  ['attested', 0.9],
  ['superseded', 0.93],
  ['deprecated', 0.99],
  ['unlisted', 1],
]

export function* rows(articles, each, seed = 7) {
  const random = generator(seed)
  const hex = (digits) => Math.floor(random() * 16 ** digits).toString(16).padStart(digits, '0')
  yield { row: 'run', version: '0.1.0', glossary: hex(8), house: 'official', command: 'zhengming report', concepts }
  for (let i = 0; i < articles; i++) {
    const [article, group] = [`outlet-${i % 12}/2023/${String(i).padStart(7, '0')}.txt`, `outlet-${i % 12}`]
    const date = `20${18 + (i % 6)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`
    const sketch = Array.from({ length: 64 }, () => hex(8)).join('')
    yield { row: 'article', article, group, date, words: 800, hash: hex(8) + hex(8), sketch, findings: { 'term/deprecated': [0, i % 5, 1], 'garble/doubled-word': [i % 3, 0, 0] } }
    for (let k = 0; k < each; k++) {
      const concept = Math.floor(concepts * random() ** 3)
      const drawn = random()
      const [status] = renderings.find(([, upTo]) => drawn < upTo)
      const rendering = status === 'preferred' ? `Synthetic Office for Matters of Kind ${concept}` : `${status} office ${concept} ${Math.floor(4 * random() ** 2)}`
      const folded = status === 'preferred' ? rendering : rendering.toLowerCase()
      const sentence = `On Friday the ${rendering} said in a statement that the work of the year had been put into practice in all districts of the province.`
      yield { row: 'term', concept: `synthetic-office-${concept}`, zh: `第${concept}办公室；${concept}办`, preferred: `Synthetic Office for Matters of Kind ${concept}`, vary: false, rendering, status, usage: '', class: folded, article, offset: 60 * k, line: 1 + 2 * Math.floor(k / 5), sentence, at: 14, date, group, headline: k === 0, quotation: random() < 0.1 ? 'speech' : 'none', listed: status !== 'unlisted', ambiguous: random() < 0.02, until: status === 'superseded' ? '2021-03' : '' }
    }
  }
}

export async function writeRows(path, articles, each) {
  const lines = function* () {
    for (const row of rows(articles, each)) yield `${JSON.stringify(row)}\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeRows(process.argv[2], Number(process.argv[3]), Number(process.argv[4]))
