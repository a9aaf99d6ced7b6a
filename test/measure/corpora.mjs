// The shared texts that measuring reads. They lie beside the project, never in it; ZHENGMING_SHARED names another place.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const shared = process.env.ZHENGMING_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url))
export const present = existsSync(join(shared, 'articles'))

const lines = (path) =>
  readFileSync(join(shared, path), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
const folder = (path) =>
  readdirSync(join(shared, path))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ id: name, text: readFileSync(join(shared, path, name), 'utf8') }))
const jsonl = (path) => lines(path).map((line) => JSON.parse(line))

export const corpora = {
  articles: () => folder('articles'),
  official: () => jsonl('data/official-parallel.jsonl').map(({ src, n, en }) => ({ id: `${src}#${n}`, text: en })),
  native: () => jsonl('data/native-english.jsonl').map(({ id, text }) => ({ id, text })),
  essays: () => folder('data/essays'),
  mt: () => folder('data/mt-news'),
}

/** The refused forms that concepts.tsv marks as seen in the five articles (†), folded. */
export function seenForms() {
  return lines('concepts.tsv')
    .filter((line) => !line.startsWith('#'))
    .flatMap((line) => (line.split('\t')[6] ?? '').split(';'))
    .filter((form) => form.includes('†'))
    .map((form) =>
      form
        .replace(/†.*/, '')
        .replace(/\(.*?\)/g, '')
        .trim()
        .toLowerCase()
        .replaceAll('’', "'"),
    )
}

export const wordCount = (text) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length

const spans = () => {
  const byFile = new Map()
  for (const span of jsonl('data/mt-news.spans.jsonl')) byFile.set(span.file, [...(byFile.get(span.file) ?? []), span])
  return byFile
}
let marks

/** What human raters marked in a file of the machine translations. */
export function humanMarks(file) {
  marks ??= spans()
  return marks.get(file) ?? []
}

const real = readFileSync(fileURLToPath(new URL('real-defects.tsv', import.meta.url)), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))

/** Whether a finding on clean text is on the committed list of what is wrong there indeed. */
export function isReal(corpus, id, finding) {
  return real.some(([name, where, rule, found]) => name === corpus && where === id && rule === finding.ruleId && found === finding.actual)
}
