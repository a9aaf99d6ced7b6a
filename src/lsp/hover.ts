/** A concept as Markdown for a person who reads over a word: what stands there, what should, why, and where to check it. Pure. */
import type { CompiledConcept, CompiledGlossary, Status } from '../glossary/compiled.js'
import { type Form, formUnder, isHeard } from '../glossary/resolve.js'
import type { Setup } from '../setup.js'

export interface Standing {
  rendering: string
  status: Status | undefined
  /** Why it is refused, or remarked on. */
  note?: string | undefined
}

const words: Record<Status, string> = {
  preferred: 'the preferred form',
  admitted: 'accepted',
  attested: 'used by some, not wrong in itself',
  superseded: 'official once, replaced later',
  deprecated: 'refused',
}

export function conceptMarkdown(
  concept: CompiledConcept,
  forms: readonly Form[],
  here?: Standing,
  page?: string,
): string {
  const of = (status: Status, short = false) =>
    forms.filter((f) => f.status === status && (f.short ?? false) === short)
  const list = (label: string, which: readonly Form[]) =>
    which.length > 0 ? `- ${label}: ${which.map(formText).join('; ')}` : ''
  const lines = [
    `- Preferred: **${plain(concept.preferred)}**`,
    list('Accepted', of('admitted')),
    list('Short', of('admitted', true)),
    list('Used elsewhere', of('attested')),
    list('Formerly', of('superseded')),
  ].filter(Boolean)
  return [
    `**${concept.zh.length > 0 ? concept.zh.join('　') : plain(concept.preferred)}** · ${concept.kind}`,
    here && standing(here),
    lines.join('\n'),
    concept.note && plain(concept.note),
    sources(concept, page),
  ]
    .filter(Boolean)
    .join('\n\n')
}

/** As the house sees them. */
export function formsOf(
  concept: CompiledConcept,
  { house }: Setup,
  { concepts, forms }: CompiledGlossary,
): Form[] {
  const own = isHeard(concept, house) ? concepts.indexOf(concept) : -1
  return forms.filter((form) => form.concept === own).map((form) => formUnder(house, form, concept))
}

function standing({ rendering, status, note }: Standing): string {
  const said = status ? words[status] : 'not a listed form'
  const why = note && status !== 'preferred' ? `: ${plain(note)}` : ''
  return `“${plain(rendering.replace(/\s+/g, ' '))}” is *${said}*${why}`
}

function formText({ term, when, until, usedBy }: Form): string {
  const remark = [when && `when: ${when}`, until && `until ${until}`, usedBy?.join(', ').replaceAll('-', ' ')]
    .filter(Boolean)
    .join('; ')
  const shown = /[[\]{}()|~]/.test(term) ? `\`${term}\`` : plain(term)
  return remark ? `${shown} (${plain(remark)})` : shown
}

function sources({ sources }: CompiledConcept, page: string | undefined): string {
  const links = sources.slice(0, 3).map((source) => {
    const [url] = /https?:\/\/\S+/.exec(source) ?? []
    return url && URL.canParse(url) ? `[${new URL(url).hostname}](${url})` : plain(source)
  })
  const all = page && /^https?:/.test(page) ? [`[page](${page})`, ...links] : links
  return all.length > 0 ? `Source: ${all.join(', ')}` : ''
}

/** Nothing in a term is Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
}
