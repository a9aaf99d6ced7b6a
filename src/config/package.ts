/** Where the package stands: the files that it ships lie beside its code, in the tree and when it is installed. */
import { fileURLToPath } from 'node:url'

/** In `dist`: a hash of all that this build is made of. */
export const buildName = 'build.txt'

/** The package's own folder of a name: `glossary`, `rules`. */
export function packageFolder(name: string): string {
  return fileURLToPath(new URL(`../../${name}/`, import.meta.url))
}
