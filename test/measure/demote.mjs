// npm run demote: which neighbours in literal readings stand in clean English, written to glossary/ordinary.yaml. By measurement, not by hand.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { compileShipped } from '../../dist/build/shipped.js'
import { neighbours } from '../../dist/glossary/readings.js'
import { search } from '../../dist/matching/search.js'
import { trieBuilder } from '../../dist/matching/trie.js'
import { tokenize } from '../../dist/text/tokens.js'
import { corpora, present } from './corpora.mjs'

if (!present) {
  console.log('npm run demote: the shared texts are not here, nothing was measured')
  process.exit(0)
}
const { shipped } = compileShipped({ ordinary: false })
const readings = shipped.glossary.readings.flatMap(({ sequences }) => sequences)
const pairs = [...new Set(readings.flatMap((reading) => neighbours(reading.split(' '))))]
const builder = trieBuilder(pairs.length * 4)
pairs.forEach((pair, i) => builder.add(pair.split(' '), i))
const trie = builder.build()
const english = unified().use(retextEnglish)
const seen = new Set()
for (const name of ['official', 'native', 'essays'])
  for (const { text } of corpora[name]())
    for (const { payloads } of search(tokenize(english.parse(new VFile(text))), trie)) for (const i of payloads) seen.add(pairs[i])
const path = fileURLToPath(new URL('../../glossary/ordinary.yaml', import.meta.url))
const title = '# Neighbours in literal readings that stand in clean texts: a reading made of nothing else is ordinary English.\n# Written by npm run demote.\n'
writeFileSync(path, `${title}${[...seen].sort().map((s) => `- ${JSON.stringify(s)}\n`).join('') || '[]\n'}`)
const known = (reading) => neighbours(reading.split(' ')).every((pair) => seen.has(pair))
console.log(`${readings.filter(known).length} of ${readings.length} readings are ordinary English, by ${seen.size} of ${pairs.length} pairs of neighbours`)
