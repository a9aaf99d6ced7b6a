/**
 * `zhengming glossary find NAME`: the glossary in force here, searched in either language by a whole name or a part. Up
 * to three entries are printed whole, more as a list with the best first; what is called exactly so is printed
 * whole above the list. Exit 1 where nothing is found, with the nearest names.
 */
import { resolve } from 'node:path'
import { addressOf } from '../../findings/page.js'
import type { CompiledGlossary } from '../../glossary/compiled.js'
import { findConcepts, type Match, stretches } from '../../glossary/find.js'
import type { Paper } from '../../reporters/reporter.js'
import { columns, wrap } from '../../reporters/width.js'
import { conceptPage } from '../explain-page.js'
import { byDistance, complain } from '../fail.js'
import { paperFor } from '../terminal.js'
import { type HereFlags, projectHere, textOrJson } from './here.js'

export interface FindFlags extends HereFlags {
  format: string
  color?: boolean
}

const mostPages = 3
const mostLines = 30
const leastShown = 12

export async function find(words: readonly string[], flags: FindFlags): Promise<number> {
  const name = words.join(' ')
  const json = textOrJson(flags.format)
  const { settingsFor, ...project } = await projectHere(flags)
  const session = await project.session()
  const { glossary } = session.data
  const address = settingsFor(resolve('x')).pages
  const matches = findConcepts(glossary, name)
  if (json)
    process.stdout.write(
      `${JSON.stringify(
        matches.map((m) => entryOf(m, glossary)),
        null,
        2,
      )}\n`,
    )
  if (matches.length === 0) {
    complain(`nothing in the glossary is called "${name}"${await suggestions(glossary, name)}`)
    return 1
  }
  if (!json)
    process.stdout.write(pages(matches, { glossary, name, address }, paperFor(process.stdout, flags)))
  return 0
}

interface Asked {
  glossary: CompiledGlossary
  name: string
  /** Where the glossary's pages are published. */
  address: string | undefined
}

function pages(matches: readonly Match[], asked: Asked, paper: Paper): string {
  const exact = matches.filter(({ whole }) => whole)
  const whole = matches.length <= mostPages ? matches : exact.length <= mostPages ? exact : []
  const listed = matches.filter((match) => !whole.includes(match))
  const shown = listed.slice(0, mostLines).map((match) => lineOf(match, paper))
  if (listed.length > shown.length) shown.push(`and ${listed.length - shown.length} more\n`)
  const list = shown.length === 0 ? [] : [(whole.length > 0 ? 'Also:\n' : '') + shown.join('')]
  return [...whole.map((match) => pageOf(match, asked, paper)), ...list].join('\n')
}

function pageOf(match: Match, { glossary, name, address }: Asked, paper: Paper): string {
  const label = labels[match.kind]
  const how = match.whole ? `is ${label}` : `stands in ${label.replace(/^an? /, 'the ')}`
  const lead = `"${name}" ${how}${match.spelling === match.form && match.whole ? '' : `, "${match.form}",`} of`
  const forms = glossary.forms.filter(({ concept }) => glossary.concepts[concept] === match.concept)
  const page = address && addressOf({ concept: match.concept }, address)
  return `${paper.paint.dim(wrap([lead.split(' ')], paper.width, 0))}\n${conceptPage({ concept: match.concept, forms, others: [], page }, paper)}`
}

/** One line: `主题教育  education campaign  refused "theme education"  education-campaign`, as far as it goes. */
function lineOf({ concept, kind, form, spelling }: Match, { paint, width }: Paper): string {
  const said = kind === 'preferred' || kind === 'id' || kind === 'Chinese'
  const status = kind === 'deprecated' ? 'refused' : kind
  const parts = [
    { text: (kind === 'Chinese' ? form : concept.zh[0]) ?? '', paint: paint.bold },
    { text: concept.preferred, paint: paint.green },
    {
      text: said ? '' : `${status} "${spelling}"`,
      paint: kind === 'deprecated' ? paint.red : (t: string) => t,
    },
    { text: concept.id, paint: paint.dim },
  ].filter(({ text }) => text !== '')
  let line = ''
  for (const [i, part] of parts.entries()) {
    const gap = i === 0 ? '' : '  '
    const room = width - columns(line) - gap.length
    if (columns(part.text) > room && (i === parts.length - 1 || room < leastShown)) break
    line += gap + part.paint(cut(part.text, room))
  }
  return `${line}\n`
}

function cut(text: string, room: number): string {
  if (columns(text) <= room) return text
  let kept = text
  while (columns(kept) >= room) kept = kept.slice(0, -1)
  return `${kept.trimEnd()}…`
}

const labels: Record<Match['kind'], string> = {
  id: 'the id',
  Chinese: 'the Chinese',
  preferred: 'the preferred form',
  admitted: 'an admitted form',
  attested: 'an attested form',
  superseded: 'a superseded form',
  deprecated: 'a refused form',
}

/** Names of which a stretch is like what was asked for. */
async function suggestions(glossary: CompiledGlossary, name: string): Promise<string> {
  const near = await byDistance(name, [...stretches(glossary, name)], ({ part }) => part)
  const good = near.filter(({ far }) => far <= Math.max(1, name.length / 2)).map(({ one }) => `"${one.form}"`)
  return good.length > 0 ? `, nearest: ${[...new Set(good)].slice(0, 3).join(', ')}` : ''
}

function entryOf({ concept, ...matched }: Match, glossary: CompiledGlossary): object {
  const { id, formula: _, ...rest } = concept
  const forms = glossary.forms.filter((f) => glossary.concepts[f.concept] === concept)
  return {
    concept: id,
    matched,
    ...rest,
    forms: forms.map(({ concept: _, sequences: __, verbs: ___, ...said }) => said),
  }
}
