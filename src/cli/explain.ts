/**
 * `zhengming explain NAME`: a rule by its id, or a concept of the glossary in force here by id, Chinese or English, whole or
 * in part. The best match is printed whole, the others by name; where nothing matches, the nearest name and exit 2.
 */
import { resolve } from 'node:path'
import { addressOf } from '../findings/page.js'
import type { CompiledForm } from '../glossary/compiled.js'
import { findConcepts } from '../glossary/find.js'
import { expand } from '../matching/pattern.js'
import { conceptPage, rulePage } from './explain-page.js'
import { complain, nearest } from './fail.js'
import { projectHere } from './glossary/here.js'
import { paperFor } from './terminal.js'

export async function explain(name: string, flags: { color?: boolean }): Promise<number> {
  const paper = paperFor(process.stdout, flags)
  const { settingsFor, ...project } = await projectHere({})
  const session = await project.session()
  const { rules, glossary } = session.data
  const { pages } = settingsFor(resolve('x'))
  const rule = rules.find(({ id }) => id === name)
  if (rule) {
    process.stdout.write(rulePage(rule, paper, addressOf({ rule: rule.id }, pages)))
    return 0
  }
  const [best, ...others] = findConcepts(glossary, name).map(({ concept }) => concept)
  if (best === undefined) {
    const { concepts, forms } = glossary
    const names = [...rules, ...concepts].map(({ id }) => id)
    const terms = [
      ...concepts.flatMap(({ preferred, zh }) => [preferred, ...zh]),
      ...forms.flatMap(spellings),
    ]
    const near = await nearest(name, [...names, ...terms])
    complain(`nothing is called "${name}"${near ? `, nearest: "${near.one}"` : ''}`)
    return 2
  }
  const forms = glossary.forms.filter(({ concept }) => glossary.concepts[concept] === best)
  const page = pages && addressOf({ concept: best }, pages)
  process.stdout.write(conceptPage({ concept: best, forms, others, page }, paper))
  return 0
}

/** As somebody may have typed it: the first words that a form stands for. */
function spellings({ term }: CompiledForm): string[] {
  return expand(term)
    .slice(0, 20)
    .map((symbols) => symbols.join(' '))
}
