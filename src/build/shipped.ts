/**
 * The build step behind `npm run build`: glossary/, rules/ and houses to one file, dist/shipped.json, and what a desk's
 * layer is compiled against to another. Every problem is printed with its file, line and column, and ends the build.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildName } from '../config/package.js'
import { type Source, sourceOf } from '../glossary/below.js'
import { loadGlossary, type TextFile } from '../glossary/load.js'
import { type Problem, problemLine } from '../glossary/problem.js'
import type { LiteralWords } from '../glossary/readings.js'
import type { Words } from '../grammar/lazily.js'
import type { Shipped } from '../rules/compiled.js'
import { lean } from '../rules/lean.js'
import { loadHouses, loadRules } from '../rules/load.js'
import { writeSchemas } from './schemas.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The YAML files below a folder of the project, paths relative to it. */
export function yamlBelow(folder: string): TextFile[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .sort()
    .map((path) => ({
      path: path.replaceAll('\\', '/'),
      text: readFileSync(join(root, folder, path), 'utf8'),
    }))
}

/** The shipped data from its YAML, sequences and all, the words of its literal readings, and what is wrong with it. */
export function compileShipped({ ordinary = true } = {}): {
  shipped: Shipped
  words: LiteralWords
  source: Source
  problems: Problem[]
} {
  const named = (folder: string, files: TextFile[]) =>
    files.map((f) => ({ ...f, path: `${folder}/${f.path}` }))
  const concepts = yamlBelow('glossary').filter(
    (f) => !f.path.startsWith('houses/') && (ordinary || f.path !== 'ordinary.yaml'),
  )
  const glossary = loadGlossary([named('glossary', concepts)], { strict: true })
  const rules = loadRules(yamlBelow('rules'))
  const houses = loadHouses(yamlBelow('glossary/houses'))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return {
    shipped: { version, glossary: glossary.glossary, rules: rules.rules, houses: houses.houses },
    words: glossary.words,
    source: sourceOf(glossary.concepts, glossary.words, glossary.glossary),
    problems: [...glossary.problems, ...rules.problems, ...houses.problems],
  }
}

/** rules/english.txt as it is looked up: sorted runs of `key=value`. */
function english(): Words {
  const lines = readFileSync(join(root, 'rules/english.txt'), 'utf8').split('\n')
  const groups = lines.filter((line) => line !== '' && !line.startsWith('#')).map((line) => line.split(': '))
  const {
    'irregular-noun': nouns = '',
    'irregular-verb': verbs = '',
    ...classes
  } = Object.fromEntries(groups) as Record<string, string>
  const each = Object.entries(classes).flatMap(([group, all]) =>
    all.split(' ').map((word) => `${word}=${group}`),
  )
  return { classes: sorted(each), nouns: sorted(nouns.split(' ')), verbs: sorted(verbs.split(' ')) }
}

function sorted(pairs: string[]): string {
  return pairs
    .map((pair) => pair.split('='))
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map((pair) => pair.join('='))
    .join(' ')
}

/** The same JSON in bytes that need no decoding: it is read five times as fast. */
function inAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function build(): void {
  const { shipped, source, problems } = compileShipped()
  for (const problem of problems) console.error(problemLine(problem))
  if (problems.length > 0) {
    console.error(`${problems.length} problem${problems.length > 1 ? 's' : ''} in the shipped data`)
    process.exit(1)
  }
  writeFileSync(join(root, 'dist/shipped.json'), inAscii(JSON.stringify(lean(shipped))))
  writeFileSync(join(root, 'dist/source.json'), JSON.stringify(source))
  writeFileSync(join(root, 'dist/english.json'), JSON.stringify(english()))
  writeSchemas(join(root, 'dist/schema'))
  for (const sheet of ['pages/browser/base.css', 'pages/browser/style.css', 'consistency/browser/report.css'])
    copyFileSync(join(root, 'src', sheet), join(root, 'dist', sheet))
  writeFileSync(join(root, 'dist', buildName), hashOf(join(root, 'dist')))
  console.log(`${shipped.glossary.concepts.length} concepts, ${shipped.rules.length} rules`)
}

/** Of code and data: whoever keeps findings can tell whether this build would find the same. */
function hashOf(folder: string): string {
  const hash = createHash('sha256')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  for (const file of files.filter((name) => /\.js(on)?$/.test(name)).sort())
    hash.update(`${file}\n`).update(readFileSync(join(folder, file)))
  return hash.digest('base64url')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build()
