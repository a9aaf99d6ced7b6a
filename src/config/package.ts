/** Where the package stands: the files that it ships lie beside its code, in the tree and when it is installed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** In `dist`: a hash of all that this build is made of. */
export const buildName = 'build.txt'

/** The package's own folder of a name: `glossary`, `rules`. */
export function packageFolder(name: string): string {
  return fileURLToPath(new URL(`../../${name}/`, import.meta.url))
}

/** Names of the houses that ship. */
export function shippedHouses(): string[] {
  const files = readdirSync(packageFolder('glossary/houses')).filter((name) => name.endsWith('.yaml'))
  return files.map((name) => name.replace(/\.yaml$/, '')).sort()
}

let ours: string | undefined

/** Code, rules and glossary of this build, in one hash. */
export function build(): string {
  ours ??= readFileSync(join(packageFolder('dist'), buildName), 'utf8')
  return ours
}
