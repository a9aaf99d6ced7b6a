// The mission's own bare chain on one file: what a cold start is measured against.
import { readFileSync } from 'node:fs'
import retextEnglish from 'retext-english'
import retextRepeatedWords from 'retext-repeated-words'
import { unified } from 'unified'
import { VFile } from 'vfile'

const chain = unified().use(retextEnglish).use(retextRepeatedWords)
const file = new VFile(readFileSync(process.argv[2], 'utf8'))
chain.runSync(chain.parse(file), file)
