/**
 * `zhengming explain NAME`: a rule by its id, or a concept of the glossary in force here by id, Chinese or English, whole or
 * in part. The best match is printed whole, the others by name; where nothing matches, the nearest name and exit 2.
 */

import { resolve } from 'node:path'
import { addressOf } from '../findings/page.js'
import type { CompiledConcept, CompiledForm, CompiledGlossary } from '../glossary/compiled.js'
import { expand } from '../matching/pattern.js'
import { conceptPage, rulePage } from './explain-page.js'
import { complain, nearest } from './fail.js'
import { projectHere } from './glossary/here.js'
import { paperFor } from './terminal.js'

export async function explain(name: string, flags: { color?: boolean }): Promise<number> {
  const paper = paperFor(process.stdout, flags)
  const { session, settingsFor } = await projectHere({})
  const { rules, glossary } = session.data
  const { pages } = settingsFor(resolve('x'))
  const rule = rules.find(({ id }) => id === name)
  if (rule) {
    process.stdout.write(rulePage(rule, paper, addressOf({ rule: rule.id }, pages)))
    return 0
  }
  const [best, ...others] = matches(name, glossary)
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

/** Concepts by how well the name fits: its id, a Chinese or an English form as a whole, then a part of one. */
function matches(name: string, { concepts, forms }: CompiledGlossary): CompiledConcept[] {
  const wanted = folded(name)
  const scores = new Map<CompiledConcept, number>()
  const score = (concept: CompiledConcept, value: number) => {
    if (value < (scores.get(concept) ?? Number.POSITIVE_INFINITY)) scores.set(concept, value)
  }
  for (const concept of concepts) {
    score(concept, closeness(concept.id, name.trim(), 0))
    for (const zh of concept.zh) score(concept, closeness(zh, name.trim(), 0))
    score(concept, closeness(folded(concept.preferred), wanted, 0.1))
  }
  for (const form of forms) {
    const concept = concepts[form.concept] as CompiledConcept
    if (sequencesOf(form).includes(wanted)) score(concept, form.status === 'deprecated' ? 0.3 : 0.2)
    score(concept, closeness(folded(form.term), wanted, form.status === 'deprecated' ? 2 : 1))
  }
  return [...scores]
    .filter(([, value]) => Number.isFinite(value))
    .sort((a, b) => a[1] - b[1] || isPattern(a[0]) - isPattern(b[0]))
    .map(([concept]) => concept)
}

/** The compiled data holds them in the trie only. */
function sequencesOf(form: CompiledForm): string[] {
  return expand(form.term).map((symbols) => symbols.join(' '))
}

/** As somebody may have typed it: the first words that a form stands for. */
function spellings(form: CompiledForm): string[] {
  return sequencesOf(form).slice(0, 20)
}

/** One body goes before the kind of body that is named after it in every province. */
function isPattern({ preferred }: CompiledConcept): number {
  return preferred.includes('{') ? 1 : 0
}

/** `rank` for the same text; worse, the less of the form the name is; infinite where it is no part of it. */
function closeness(form: string, name: string, rank: number): number {
  if (form === name) return rank
  return name !== '' && form.includes(name)
    ? 1 + rank + (1 - name.length / form.length)
    : Number.POSITIVE_INFINITY
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[\s-]+/g, ' ')
    .trim()
}
