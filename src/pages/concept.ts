/** One concept as a page: what to write first, then what others write, what was written, and what is refused and why. */
import { conceptAnchor } from '../findings/page.js'
import type { Concept, Context, Rendering } from '../glossary/schema.js'
import type { CompiledHouse } from '../rules/compiled.js'
import { type Entry, grouped } from './book.js'
import { type Html, html, prose, type Value, zh } from './html.js'
import { pattern, row } from './pattern.js'
import { sourceLine } from './source.js'

export function conceptPage(entry: Entry, houses: readonly CompiledHouse[]): Html {
  const { concept: c } = entry
  const [full, ...short] = c.zh ?? []
  const facts = [c.kind, c.since && `since ${day(c.since)}`, c.until && `until ${day(c.until)}`].filter(
    Boolean,
  )
  return html`<article id="${conceptAnchor(c.id)}">
<p class="facts">${facts.join(' · ')}${marks(entry, houses)}</p>
<h3>${full && html`<span lang="zh-Hans">${full}</span> `}<span class="en">${c.preferred}</span></h3>
<dl>
${row('Chinese', short.length > 0 && short.map((one, i) => [i > 0 && ', ', zh(one)]))}
${row('In a sentence', c.insert)}
${row('Also accepted', ...(c.admitted ?? []).map(rendering))}
${row('Short', ...(c.short ?? []).map(rendering))}
${row('Other desks', ...(c.attested ?? []).map((a) => attested(a, houses)))}
${row('Formerly', ...(c.superseded ?? []).map((s) => form(s.term, [`official until ${day(s.until)}`, s.note])))}
${row('Refused', refusals(c))}
${row('Not to confuse', ...entry.confusable.map((o) => [linked(o.entry), note([o.because])]))}
${row('Replaces', ...entry.replaces.map(linked))}
${row('Replaced by', ...entry.replacedBy.map(linked))}
${row('Note', c.note && prose(c.note))}
${row('Decisions', ...(c.decisions ?? []).map((d) => html`${day(d.date)}, ${d.by}: ${prose(d.because)}`))}
${row('Sources', ...(c.source ?? []).map(sourceLine))}
${row('Id', html`<code>${c.id}</code>`)}
</dl>
</article>
`
}

const months = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** `2018-03` is March 2018. */
function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-')
  return [dayOfMonth && Number(dayOfMonth), month && months[Number(month) - 1], year]
    .filter(Boolean)
    .join(' ')
}

function marks({ concept, overrides }: Entry, houses: readonly CompiledHouse[]): Value {
  const speaking = houses.filter((h) => h.contested).map(({ name }) => name)
  return [
    overrides && html` <b class="mark own">changes the shipped entry</b>`,
    concept.approved === false && html` <b class="mark">draft, never enforced</b>`,
    concept.contested &&
      html` <b class="mark">contested: heard only under ${speaking.join(', ') || 'a house that asks for it'}</b>`,
    concept.vary && html` <span class="mark">several forms may stand in one article</span>`,
  ]
}

function linked({ concept: { id, zh: chinese, preferred } }: Entry): Html {
  return html`<a href="#${conceptAnchor(id)}">${chinese?.[0] && [zh(chinese[0]), ' ']}${preferred}</a>`
}

const expansions = { first: 'the full form at first mention', never: 'needs no full form' }

function rendering(given: Rendering): Html {
  const r = typeof given === 'string' ? { term: given } : given
  const { term, when, 'used-by': users, expand, note: more } = r
  const used = users && `used by ${[users].flat().join(', ')}`
  return form(term, [when && `when: ${when}`, used, expand && expansions[expand], more])
}

function attested(
  { term, 'used-by': users, note: more }: NonNullable<Concept['attested']>[number],
  houses: readonly CompiledHouse[],
): Html {
  const refusing = houses.filter(({ refuse }) => users.some((u) => refuse.includes(u))).map((h) => h.name)
  const refused = refusing.length > 0 && `refused under ${refusing.join(', ')}`
  return form(term, [users.join(', ').replaceAll('-', ' '), refused, more])
}

function form(term: string, more: readonly (string | undefined | false)[]): Html {
  return html`<span class="form">${pattern(term)}</span>${note(more)}`
}

function note(parts: readonly (string | undefined | false)[]): Value {
  const said = parts.filter((part): part is string => Boolean(part))
  return said.length > 0 && html` <span class="note">${prose(said.join('; '))}</span>`
}

/** Forms that are refused for one reason stand together below it. */
function refusals({ deprecated }: Concept): Value {
  const all = Object.entries(deprecated ?? {}).map(([term, said]) => {
    const o = typeof said === 'string' ? { why: said } : said
    const expected = 'expected' in o ? o.expected : undefined
    return { term, why: o.why ?? '', expected, o }
  })
  const groups = grouped(all, ({ why, expected }) => JSON.stringify([why, expected]))
  return groups.map(([, group]) => {
    const { why, expected } = group[0] as (typeof all)[number]
    const instead = expected && html` <span class="instead">${expected.join(' or ')}</span>`
    const reason = (why || instead) && html`<p class="why">${prose(why)}${instead}</p>`
    const forms = group.map(({ term, o }) => html`<li>${pattern(term)}${limits(o)}</li>\n`)
    return html`<div class="refused">${reason}<ul>${forms}</ul></div>\n`
  })
}

/** Where alone the form is refused. */
export function limits(o: Context & { case?: string | undefined; severity?: string | undefined }): Value {
  const said: [string, readonly string[] | undefined][] = [
    ['after', o.after],
    ['before', o.before],
    ['with', o.with],
    ['not with', o.without],
  ]
  const parts = said.flatMap(([label, words]) => (words ? [`${label} ${words.join(', ')}`] : []))
  if (o.case) parts.push('in these capitals')
  if (o.severity) parts.push(o.severity)
  return parts.length > 0 && html` <span class="note">${parts.join('; ')}</span>`
}
