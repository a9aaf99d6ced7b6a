// Bundles the extension, and beside it the server as the package has it: its program with all libraries in it, the glossary and the rules.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../..')
const at = (...parts) => join(here, ...parts)

for (const folder of ['out', 'server']) rmSync(at(folder), { recursive: true, force: true })

await build({
  entryPoints: [at('extension.js')],
  outfile: at('out/extension.js'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  minify: true,
  logLevel: 'warning',
})

// Files are found beside the program, so it keeps its place below `dist`; parts load when they are needed, as in the package.
await build({
  entryPoints: [join(root, 'dist/cli/main.js'), join(root, 'dist/lsp/warm.js'), join(root, 'dist/config/shipped.js')],
  outdir: at('server/dist'),
  outbase: join(root, 'dist'),
  chunkNames: 'parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  logLevel: 'warning',
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
})

for (const folder of ['glossary', 'rules']) cpSync(join(root, folder), at('server', folder), { recursive: true })
// Data are read as they are; the tagger's words and model when a sentence first asks for them.
for (const name of ['shipped.json', 'source.json', 'build.txt', 'english.json']) cpSync(join(root, 'dist', name), at('server/dist', name))
for (const name of ['wink-nlp', 'wink-eng-lite-web-model'])
  cpSync(join(root, 'node_modules', name), at('server/node_modules', name), { recursive: true })
for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(join(root, name), at(name))
const { name, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
mkdirSync(at('server'), { recursive: true })
writeFileSync(at('server/package.json'), `${JSON.stringify({ name, version, license, type: 'module' }, null, 2)}\n`)
