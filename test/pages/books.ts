/** Books for the tests: the shipped glossary, with a glossary of one's own on top or without. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import shipped from '#shipped'
import { bookHere } from '../../src/cli/glossary/html.js'
import { projects } from '../../src/config/project.js'
import { readGlossary } from '../../src/glossary/load.js'
import { type Book, bookOf } from '../../src/pages/book.js'

export async function shippedBook(): Promise<Book> {
  return bookHere(await projects(false, {}).of(resolve('x')))
}

/** `yaml` as the one file of a house's own, `terms/<i>.yaml`. */
export function ownBook(yaml: string): Book {
  const file = 'terms/<i>.yaml'
  const { concepts } = readGlossary([[{ path: file, text: yaml }]])
  return bookOf({
    version: '0',
    written: concepts.map(({ concept }) => ({ concept, file, own: file, overrides: false })),
    rules: shipped.rules,
    houses: Object.values(shipped.houses),
  })
}

export const hostile = readFileSync(join(import.meta.dirname, 'hostile.yaml'), 'utf8')
