// npm run demote: the literal readings that stand in clean English, written to glossary/ordinary.yaml. By measurement, not by hand.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { compileShipped } from '../../dist/build/shipped.js'
import { search } from '../../dist/matching/search.js'
import { trieBuilder } from '../../dist/matching/trie.js'
import { tokenize } from '../../dist/text/tokens.js'
import { corpora, present } from './corpora.mjs'

if (!present) {
  console.log('npm run demote: the shared texts are not here, nothing was measured')
  process.exit(0)
}
const { shipped } = compileShipped({ ordinary: false })
const readings = [...new Set(shipped.glossary.readings.flatMap(({ sequences }) => sequences))]
const builder = trieBuilder(readings.length * 4)
readings.forEach((reading, i) => builder.add(reading.split(' '), i))
const trie = builder.build()
const english = unified().use(retextEnglish)
const seen = new Set()
for (const name of ['official', 'native', 'essays'])
  for (const { text } of corpora[name]())
    for (const { payloads } of search(tokenize(english.parse(new VFile(text))), trie)) for (const i of payloads) seen.add(readings[i])
const path = fileURLToPath(new URL('../../glossary/ordinary.yaml', import.meta.url))
writeFileSync(path, `# Literal readings that are ordinary English: they stand in clean texts. Written by npm run demote.\n${[...seen].sort().map((s) => `- ${JSON.stringify(s)}\n`).join('') || '[]\n'}`)
console.log(`${seen.size} of ${readings.length} readings are ordinary English`)
