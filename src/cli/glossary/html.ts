/**
 * `zhengming glossary html [--output-file F]`: the glossary and the rules in force in this folder as one HTML file, with a
 * page for each concept and each rule. With `pages` in a config, findings point at them.
 */
import { resolve } from 'node:path'
import shipped from '#shipped'
import { entriesOf } from '../../config/layers.js'
import type { Project } from '../../config/project.js'
import { type Book, bookOf, type Written } from '../../pages/book.js'
import { type Dress, pageOf } from '../../pages/page.js'
import { dressFrom } from '../dress.js'
import { shortPath } from '../short-path.js'
import { glossaryFile } from './files.js'
import { type HereFlags, projectHere } from './here.js'
import { put } from './put.js'

export interface HtmlFlags extends HereFlags {
  outputFile?: string
}

export async function html(flags: HtmlFlags): Promise<number> {
  put(flags.outputFile, pageOf(await bookHere(await projectHere(flags)), dress()))
  return 0
}

export async function bookHere({ path, glossaries, settingsFor, ...project }: Project): Promise<Book> {
  const session = await project.session()
  const settings = path === undefined ? undefined : settingsFor(resolve('x'))
  const { house } = session.setup(settings)
  return bookOf({
    version: shipped.version,
    written: writtenWith(glossaries),
    rules: session.data.rules,
    houses: Object.values(shipped.houses),
    settings: settings && { ...settings, house },
  })
}

function writtenWith(glossaries: readonly string[]): Written[] {
  const concepts = entriesOf(glossaries.map(glossaryFile))
  const known = new Set(shipped.glossary.concepts.map(({ id }) => id))
  return concepts.map(({ concept, locate }) => {
    const { file } = locate([])
    const isOwn = glossaries.includes(file)
    const own = isOwn ? shortPath(file).replaceAll('\\', '/') : undefined
    return { concept, file, own, overrides: isOwn && known.has(concept.id) }
  })
}

export function dress(): Dress {
  return dressFrom('dist/pages/browser', ['client.js'], ['base.css', 'style.css'])
}
