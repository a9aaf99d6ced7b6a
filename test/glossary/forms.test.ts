import { describe, expect, it, vi } from 'vitest'
import { compileShipped } from '../../src/build/shipped.js'
import { createSession, type Finding } from '../../src/index.js'
import { article } from '../../src/matching/inflect.js'
import { type Written, written } from './written.js'

/** Each test lints every form of some thousand concepts, on a busy machine too. */
vi.setConfig({ testTimeout: 240_000 })

/**
 * Every form of the shipped glossary as a reader would meet it: what is approved lints clean, what is refused is found, and
 * a fix leaves English that has nothing left to fix. Each test names all forms that fail, not the first.
 */
/** From the YAML: the packed data of the build holds no spellings. */
const { shipped } = compileShipped()
const { glossary } = shipped
const session = await createSession({ data: shipped })
const houses = ['neutral', 'official'] as const
type House = (typeof houses)[number]

const approved = written(glossary).filter(({ form }) => /preferred|admitted|attested/.test(form.status))
const refused = written(glossary, 30).filter(({ form }) => form.status === 'deprecated')

const upper = (text: string) => text[0]?.toUpperCase() + text.slice(1)
const carriers: ((text: string) => string)[] = [
  (text) => text,
  (text) => `They spoke about ${text} on Monday.`,
  (text) => `${upper(text)} came up twice that day.`,
  (text) => `He named new bridges, ${text}’s aims and old roads.`,
]

const refuses = (house: House, { form }: Written) =>
  (form.usedBy ?? []).some((user) => shipped.houses[house]?.refuse.includes(user))
const speaks = (house: House, { concept }: Written) => !concept.contested || shipped.houses[house]?.contested

describe.each(houses)('under %s', (house) => {
  it('approved forms lint clean of term findings', async () => {
    const failures: string[] = []
    for (const one of approved) {
      if (!speaks(house, one) || refuses(house, one)) continue
      for (const carrier of carriers) {
        const text = carrier(one.text)
        const { findings: all } = await session.lint({ text, settings: { house } })
        const findings = all.filter(isTerm)
        if (findings.length > 0) failures.push(`${one.concept.id}: ${text}\n    ${said(findings)}`)
      }
    }
    expect(failures.join('\n')).toBe('')
  })

  it('approved forms are known for what they are', async () => {
    const failures: string[] = []
    for (const one of approved) {
      if (!speaks(house, one) || refuses(house, one)) continue
      const text = `They spoke about ${one.text} on Monday.`
      const { terms } = await session.facts({ text, settings: { house } })
      const [term] = terms.filter((t) => t.start <= 17 && 17 + one.text.length <= t.end)
      if (term === undefined || !/preferred|admitted|attested/.test(term.status))
        failures.push(`${one.concept.id}: ${one.text} (${terms.map((t) => t.rendering).join('; ')})`)
    }
    expect(failures.join('\n')).toBe('')
  })

  it('refused forms are found', async () => {
    const failures: string[] = []
    const all = house === 'neutral' ? refused : written(glossary, 30).filter((w) => refuses(house, w))
    for (const one of all) {
      if (!speaks(house, one)) continue
      const { text, start, end } = placed(one)
      const { findings } = await session.lint({ text, settings: { house, info: true } })
      const hit = findings.some((f) => isRefusal(f) && f.start <= start && end <= f.end)
      if (!hit) failures.push(`${one.concept.id}: ${text}\n    ${said(findings)}`)
    }
    expect(failures.join('\n')).toBe('')
  })
})

it('most refused forms with one expected form carry a fix', async () => {
  const forms = new Map<unknown, boolean>()
  for (const one of refused) {
    if (one.plural || forms.get(one.form) === false) continue
    const { text, start, end } = placed(one)
    const { findings } = await session.lint({ text, settings: { info: true } })
    const hits = findings.filter((f) => isRefusal(f) && f.start < end && start < f.end)
    if (hits.length !== 1 || hits[0]?.expected.length !== 1) continue
    forms.set(one.form, hits[0]?.fix !== undefined)
  }
  const share = [...forms.values()].filter(Boolean).length / forms.size
  console.log(
    `${(100 * share).toFixed(1)} % of ${forms.size} refused forms with one expected form carry a fix`,
  )
  expect(share).toBeGreaterThan(0.8)
})

it('fixes leave good English and nothing to fix', async () => {
  const failures: string[] = []
  for (const one of written(glossary, 3).filter(({ form }) => form.status === 'deprecated'))
    for (const { text, path } of fixable(one)) {
      const settings = { info: true }
      const once = await session.fix({ text, path, settings }, { suggested: true })
      const twice = await session.fix({ text: once.text, path, settings }, { suggested: true })
      const left = once.findings.filter((f) => f.fix)
      const wrong = [
        ...(once.text.match(bad) ?? []).filter((found) => !text.includes(found)),
        twice.text === once.text ? undefined : `then ${twice.text}`,
        left.length > 0 ? `left: ${said(left)}` : undefined,
      ].filter(Boolean)
      if (wrong.length > 0)
        failures.push(`${one.concept.id}: ${text}\n    ${once.text}\n    ${wrong.join('; ')}`)
    }
  expect(failures.join('\n')).toBe('')
})

/** In a sentence with what its context asks for; where it starts and ends. */
function placed(one: Written) {
  const lead = `They said that ${one.before ? `${one.before} ` : ''}`
  const tail = [one.behind, one.with && `with ${one.with}`].filter(Boolean).join(' ')
  const gap = /^[,.;:]/.test(tail) || tail === '' ? '' : ' '
  const text = `${lead}${one.text}${gap}${tail}${/[.]$/.test(tail) ? '' : ' yesterday.'}`
  return { text, start: lead.length, end: lead.length + one.text.length }
}

function fixable(one: Written): { text: string; path?: string }[] {
  const text = one.text.replace(/^(the|an?) /i, '')
  return [
    { text: placed(one).text },
    { text: `${upper(one.text)} was named.` },
    { text: `The ${text} was named.` },
    { text: `They saw the ${text}’s work and ${article(text)} ${text} in the town.` },
    { text: `Staff of the relevant ${text} and national ${text} met.` },
    { text: `The town’s ${text} work and its ${text} were discussed.` },
    { text: text.toUpperCase() },
    { text: `# ${upper(text)} Held\n\nThis ${text}, then.`, path: 'a.md' },
  ]
}

const bad = new RegExp(
  [
    /\b(the|an?) (the|an?)\b/, // "the the", "a the"
    /\bthe China’?'?s\b/,
    /of China of China/,
    /\ba [aeio](?!ne|ur)/,
    /\ban [bcdfgjklmnpqrstvwyz](?!PC|PP|GO|SA|S&)/,
    /\S {2,}/,
    /[{}]/,
  ]
    .map((r) => r.source)
    .join('|'),
  'gi',
)

function isTerm(finding: Finding): boolean {
  return (
    finding.ruleId.startsWith('term/') && finding.ruleId !== 'term/acronym' && finding.severity !== 'info'
  )
}

function isRefusal({ ruleId }: Finding): boolean {
  return ruleId === 'term/deprecated' || ruleId === 'term/garbled'
}

function said(findings: readonly Finding[]): string {
  return findings.map((f) => `${f.ruleId} ${f.reason}`).join('; ')
}
