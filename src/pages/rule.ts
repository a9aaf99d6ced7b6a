/** One rule as a page: what it finds and says, how hard under which house, its patterns, and its examples with what they show. */
import { ruleAnchor } from '../findings/page.js'
import type { CompiledPhrase, CompiledRule } from '../rules/compiled.js'
import type { Book, RuleEntry } from './book.js'
import { type Html, html, prose, type Value } from './html.js'
import { pattern, row } from './pattern.js'

type Examples = CompiledRule['examples']

export function rulePage({ rule, severities }: RuleEntry, { inForce }: Book): Html {
  const { bad, good, ok } = rule.examples
  return html`<article id="${ruleAnchor(rule.id)}">
<p class="facts">rule · ${rule.severity}</p>
<h3><span class="en">${rule.id}</span></h3>
<p class="summary">${prose(rule.summary)}</p>
<dl>
${row('Says', html`<code>${rule.message}</code>`)}
${row('Why', rule.note && prose(rule.note))}
${row(
  'Only under',
  Object.entries(rule.style ?? {})
    .map(switched)
    .join(', '),
)}
${row('Severity', severityTable(severities, inForce))}
${row('Options', ...Object.entries(rule.options).map(option))}
${row('Wrong', ...bad.map(wrong))}
${row('Right', ...good.map(sound))}
${row('Left alone', ...ok.map(sound))}
${row('Patterns', rule.phrases.length > 0 && phrases(rule.phrases))}
${row('Switch off', html`<code>rules: { ${rule.id}: off }</code> in zhengming.config.yaml`, html`<code>&lt;!-- zhengming-disable-next-line ${rule.id} -- reason --&gt;</code> in a text`)}
</dl>
</article>
`
}

function switched([key, value]: [string, string]): string {
  return `${key}: ${value.replaceAll('|', ' or ')}`
}

function severityTable(severities: RuleEntry['severities'], inForce: string | undefined): Html {
  const label = (house: string) => (house === 'here' ? `in force here (${inForce})` : house)
  return html`<table aria-label="Severity by house"><thead><tr>${severities.map(({ house }) => html`<th scope="col">${label(house)}</th>`)}</tr></thead><tbody><tr>${severities.map(({ severity }) => html`<td class="${severity}">${severity}</td>`)}</tr></tbody></table>`
}

function option([name, value]: [string, unknown]): Html {
  const list = Array.isArray(value) ? value.join(', ') : undefined
  const said = list ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
  return html`<code>${name}</code> <span class="note">${prose(said)}</span>`
}

function phrases(all: readonly CompiledPhrase[]): Html {
  const line = (p: CompiledPhrase) => {
    const instead = p.expected.length > 0 && html` <span class="instead">${p.expected.join(' or ')}</span>`
    const hard = p.severity && html` <span class="note">${p.severity}</span>`
    return html`<li>${pattern(p.pattern)}${instead}${p.why && html` <span class="note">${prose(p.why)}</span>`}${hard}</li>\n`
  }
  return html`<div class="refused"><ul>${all.map(line)}</ul></div>`
}

function wrong(one: Examples['bad'][number]): Html {
  const { expected, fixed } = one
  return html`<p class="example">${marked(one.text, one.found)}</p>${
    expected !== undefined && html`<p class="example instead">${expected || 'nothing'}</p>`
  }${fixed !== undefined && html`<p class="example note">fixed: ${prose(fixed)}</p>`}${circumstances(one)}`
}

function sound(one: Examples['good'][number]): Html {
  const o = typeof one === 'string' ? { text: one } : one
  return html`<p class="example">${prose(o.text)}</p>${circumstances(o)}`
}

function circumstances({ house, date }: Pick<Examples['bad'][number], 'house' | 'date'>): Value {
  const style = typeof house === 'object' ? Object.entries(house.style ?? {}).map(switched) : []
  const name = typeof house === 'object' ? house.extends : house
  const contested = typeof house === 'object' && house.contested && 'contested names heard'
  const parts = [name && `under ${name}`, ...style, contested, date && `dated ${date}`].filter(Boolean)
  return parts.length > 0 && html`<p class="example note">${parts.join(', ')}</p>`
}

/** The text with what is found in it marked, in its order. */
function marked(text: string, found: readonly string[]): Value {
  const parts: Value[] = []
  let end = 0
  for (const one of found) {
    const start = text.indexOf(one, end)
    if (start < 0) continue
    parts.push(prose(text.slice(end, start)), html`<mark>${one}</mark>`)
    end = start + one.length
  }
  return [...parts, prose(text.slice(end))]
}
