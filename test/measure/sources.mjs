// npm run sources: whether each concept's preferred form can be checked where its source says. A cited document that the shared
// pairs hold (a Government Work Report, the Party Constitution, a New Year address) must have the Chinese and the preferred form
// in one pair; other sources are sorted by who publishes them. Prints the concepts that fail and how many stand on what;
// `--all` prints every concept. It cannot open a page: that a page says what it is cited for is for a reader to check.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { parse } from 'yaml'
import { compileShipped, yamlBelow } from '../../dist/build/shipped.js'
import { parsePlain } from '../../dist/formats/plain.js'
import { lookUp } from '../../dist/matching/lookup.js'
import { setUp } from '../../dist/setup.js'
import { documentOf } from '../../dist/text/document.js'
import { present, shared } from './corpora.mjs'

/** Who speaks for the state or the Party: hosts by their ending, authors by name. A local government's page is a weaker thing. */
const officialHosts = /(^|\.)((www|english)\.gov\.cn|(npc|scio|mod|spp|court|mofcom|fmprc|mfa|cac|idcpc|ccdi|beijing2022|moe|mee|miit|nrta|nhsa|samr|nda|stats|customs|chinatax|most|mem|mot|ndrc|mof|pbc|cppcc)\.gov\.cn|cdurl\.cn|gov\.hk|gov\.hk|news\.cn|xinhuanet\.com|people\.cn|people\.com\.cn|chinadaily\.com\.cn|qstheory\.cn|china\.org\.cn|chinagate\.cn|cgtn\.com|theorychina\.org\.cn|chinamil\.com\.cn|cri\.cn|gmw\.cn|ce\.cn|chinadailyhk\.com|idcpc\.org\.cn|womenofchina\.cn|humanrights\.cn|globaltimes\.cn|pdnews\.cn)$/
const officialAuthors = /^(State Council|SCIO|Xinhua|Xi Jinping|National People's Congress|NPC|CPC|CPPCC|Qiushi|China Daily|People's Daily|CGTN|China\.org\.cn|China International Communications Group|\d+th (National Congress|Central Committee)|(Supreme|National|General|State|Ministry|Office|Cyberspace|World Internet|Central|International Department|Standing Committee|Information Office|All-China|Foreign Languages Press|HKSAR)\b)/
/** What an entry can stand on, the best first. */
const kinds = ['paired', 'official page', 'named official text', 'local page', 'second-hand']

if (!present) {
  console.log('npm run sources: the shared texts are not here, nothing was checked')
  process.exit(0)
}
const pairs = readFileSync(join(shared, 'data/official-parallel.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
const { shipped } = compileShipped()
const preferred = preferredByPair(setUp(shipped, {}))
const texts = new Map(pairs.map(({ src }) => [src, pairs.filter((pair) => pair.src === src)]))

const rows = yamlBelow('glossary')
  .filter(({ path }) => !path.includes('/') && !/^(morphemes|ordinary)\./.test(path))
  .flatMap(({ path, text }) => {
    const data = parse(text)
    return (Array.isArray(data) ? data : data.concepts).map((concept) => ({ file: path, ...rowOf(concept) }))
  })
const failing = rows.filter(({ missing, best }) => missing.length > 0 || best === 'second-hand' || best === 'local page')
for (const { file, id, stands, missing, elsewhere, best } of process.argv.includes('--all') ? rows : failing)
  console.log(
    [`${file}  ${id}: ${best}`, stands && `${stands} pairs`, missing.length > 0 && `not in ${missing.join(', ')}`, missing.length > 0 && (elsewhere ? `but in ${elsewhere}` : 'in no pair')]
      .filter(Boolean)
      .join(', '),
  )
const tally = kinds.map((kind) => `${rows.filter(({ best }) => best === kind).length} ${kind}`)
console.log(`${rows.length} concepts: ${tally.join(', ')}; ${failing.length} fail`)

/** What a concept stands on: pairs in the cited documents, cited documents without such a pair, and its best kind of source. */
function rowOf(concept) {
  const zh = [concept.zh].flat()
  const sources = [concept.source].flat()
  const cited = [...new Set(sources.map(pairDocument).filter((src) => texts.has(src)))]
  const count = (src) => texts.get(src).filter((pair) => zh.some((z) => pair.zh.includes(z)) && preferred.get(pair).has(concept.id)).length
  const stands = cited.reduce((n, src) => n + count(src), 0)
  const elsewhere = [...texts.keys()].filter((src) => !cited.includes(src) && count(src) > 0).join(', ')
  return { id: concept.id, stands, missing: stands > 0 ? [] : cited, elsewhere, best: stands > 0 ? 'paired' : bestOf(sources.map(kindOf)) }
}

function pairDocument({ title, year }) {
  if (/^Report on the Work of the Government/.test(title)) return `gwr-${year}`
  if (/^New Year address/.test(title)) return `newyear-${year}`
  return /^Constitution of the Communist Party of China/.test(title) ? `cpc-constitution-${year}` : undefined
}

function kindOf(source) {
  const { by, url } = typeof source === 'string' ? { url: source } : source
  const host = /^https?:\/\//.test(url ?? '') ? new URL(url).hostname : ''
  if (officialHosts.test(host)) return 'official page'
  if (officialAuthors.test(by ?? '')) return 'named official text'
  return host.endsWith('.gov.cn') ? 'local page' : 'second-hand'
}

function bestOf(found) {
  return kinds.find((kind) => found.includes(kind))
}

/** For each pair, the concepts whose preferred form stands in its English, inside a longer form or not. */
function preferredByPair(setup) {
  return new Map(
    pairs.map((pair) => {
      const file = new VFile(pair.en)
      const { forms } = lookUp(documentOf(parsePlain(file), file), setup.index)
      return [pair, new Set(forms.flatMap(({ entries }) => entries.filter(({ form }) => form.status === 'preferred').map(({ form }) => form.concept.id)))]
    }),
  )
}
