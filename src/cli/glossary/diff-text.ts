/** Changes of a glossary for a reviewer: one block for each concept, what matters most first, added and removed ones in a line. */
import type { Change, ConceptChange } from '../../glossary/diff.js'
import type { Paper } from '../../reporters/reporter.js'
import { counted } from '../../reporters/summary.js'
import { wrap } from '../../reporters/width.js'
import { rows } from '../explain-page.js'

const mostOnly = 4

export function diffText(changes: readonly ConceptChange[], paper: Paper): string {
  if (changes.length === 0) return 'No difference.\n'
  const blocks = changes.map((one) => (one.change === 'changed' ? blockOf(one, paper) : lineOf(one, paper)))
  const texts = blocks.map((text, i) => {
    const alone = changes[i]?.change !== 'changed' && changes[i - 1]?.change === changes[i]?.change
    return i === 0 || alone ? text : `\n${text}`
  })
  return `${texts.join('')}\n${summaryOf(changes)}\n`
}

function lineOf({ concept, zh, preferred, change, changes }: ConceptChange, paper: Paper): string {
  const { paint, width } = paper
  const label = change === 'added' ? paint.green('added  ') : paint.red('removed')
  const refused = changes.filter(
    (c) => c.kind === 'refused' || (c.kind === 'dropped' && c.was[0] === 'deprecated'),
  )
  const count = refused.length > 0 ? `  (${counted(refused.length, 'refused form')})` : ''
  const words = [zh[0], `${preferred}${count}`].filter(Boolean).join('  ').split(' ')
  return `${label}  ${wrap([words, ['', paint.dim(concept)]], width, 9)}\n`
}

function blockOf({ concept, zh, preferred, changes }: ConceptChange, paper: Paper): string {
  const row = rows(paper.width, paper.paint.dim)
  const head = `${paper.paint.bold(zh[0] ?? preferred)}  ${paper.paint.dim(concept)}\n`
  return head + changes.map((change) => row(...sentence(change, paper.paint))).join('')
}

type Line = [label: string, first: string, ...more: (string | undefined)[]]

function sentence(change: Change, paint: Paper['paint']): Line {
  switch (change.kind) {
    case 'preferred':
      return [
        'preferred',
        `${paint.red(change.from)} → ${paint.green(change.to)}`,
        change.former === 'gone'
          ? 'the former one is in it no more'
          : `the former one is ${nameOf(change.former)} now`,
      ]
    case 'decided':
      return ['decided', `${change.date}, ${change.by}`, change.because]
    case 'refused':
      return ['refused', paint.red(change.form), onlyOf(change), formerly(change.was), change.why]
    case 'accepted':
    case 'moved':
      return [nameOf(change.to), paint.green(change.form), onlyOf(change), formerly(change.was)]
    case 'dropped':
      return ['dropped', change.form, onlyOf(change), formerly(change.was)]
    case 'reason':
      return ['reason', change.form, `was: ${change.from ?? 'none'}`, `now: ${change.to ?? 'none'}`]
    case 'detail':
      return ['detail', change.form, `was: ${shown(change.from)}`, `now: ${shown(change.to)}`]
    case 'fact':
      return [change.key, `was: ${shown(change.from)}`, `now: ${shown(change.to)}`]
  }
}

function nameOf(status: string): string {
  return status === 'deprecated' ? 'refused' : status
}

function formerly(was: readonly string[]): string | undefined {
  return was.length > 0 ? `formerly ${was.map(nameOf).join(', ')}` : undefined
}

function onlyOf({ only }: { only?: string[] }): string | undefined {
  if (only === undefined) return undefined
  const more = only.length > mostOnly ? ` and ${only.length - mostOnly} more` : ''
  return `only ${only
    .slice(0, mostOnly)
    .map((s) => `"${s.replaceAll(" 's", "'s")}"`)
    .join(', ')}${more}`
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (Array.isArray(value)) return value.map(shown).join(', ')
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.entries(value).map(([key, one]) => `${key}: ${shown(one)}`)
  return parts.length > 0 ? parts.join(', ') : 'nothing'
}

function summaryOf(changes: readonly ConceptChange[]): string {
  const of = (change: ConceptChange['change']) => changes.filter((one) => one.change === change)
  const within = of('changed').flatMap((one) => one.changes)
  const kinds = [
    ['preferred', 'preferred form', 'changed'],
    ['refused', 'form', 'newly refused'],
    ['accepted', 'form', 'newly accepted'],
  ] as const
  const parts = kinds.flatMap(([kind, what, how]) => {
    const count = within.filter((change) => change.kind === kind).length
    return count > 0 ? [`${counted(count, what)} ${how}`] : []
  })
  const list = parts.length > 0 ? `: ${parts.join(', ')}` : ''
  return `${counted(of('added').length, 'concept')} added, ${of('removed').length} removed, ${of('changed').length} changed${list}`
}
