import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRetext from 'remark-retext'
import remarkStringify from 'remark-stringify'
import { retext } from 'retext'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { reporter } from 'vfile-reporter'
import { describe, expect, it } from 'vitest'
import zhengming, { applyFixes, checks, createSession, type Finding, SettingsError } from '../src/index.js'

const text = 'The Central Network Information Office will realize the its goals.'

describe('createSession', () => {
  it('lints, with exact places and what should stand there', async () => {
    const session = await createSession()
    const { findings } = await session.lint({ text, path: 'article.txt' })
    expect(
      findings.map(({ ruleId, severity, start, end, expected, concept, zh }) => ({
        ruleId,
        severity,
        actual: text.slice(start, end),
        expected,
        concept,
        zh,
      })),
    ).toEqual([
      {
        ruleId: 'term/deprecated',
        severity: 'error',
        actual: 'Central Network Information Office',
        expected: ['Office of the Central Cyberspace Affairs Commission'],
        concept: 'office-of-the-central-cyberspace-affairs-commission',
        zh: '中央网信办',
      },
      {
        ruleId: 'garble/determiner',
        severity: 'error',
        actual: 'the its',
        expected: ['its'],
        concept: undefined,
        zh: undefined,
      },
    ])
  })

  it('fixes what is safe, and more when asked', async () => {
    const session = await createSession()
    const safe = await session.fix({
      text: 'They build a a bridge for the Central Network Information Office .',
    })
    expect(safe.text).toBe('They build a bridge for the Central Network Information Office.')
    const all = await session.fix({ text: safe.text }, { suggested: true })
    expect(all.text).toBe('They build a bridge for the Office of the Central Cyberspace Affairs Commission.')
  })

  it('takes settings per article', async () => {
    const session = await createSession()
    const party = { text: 'The CPC asked party members to study.' }
    expect((await session.lint(party)).findings).toEqual([])
    const { findings } = await session.lint({ ...party, settings: { house: 'official' } })
    expect(findings.map((f) => f.ruleId)).toContain('casing/party')
    const off = { house: 'official', rules: { 'casing/*': 'off', 'term/case': 'off' } } as const
    expect((await session.lint({ ...party, settings: off })).findings).toEqual([])
  })

  it('names the houses when one is unknown', async () => {
    const session = await createSession({ house: 'oficial' })
    await expect(session.lint({ text })).rejects.toThrow(SettingsError)
    await expect(session.lint({ text })).rejects.toThrow(/no house "oficial", there are .*official/)
  })

  it('counts offsets without the BOM', async () => {
    const session = await createSession()
    const { findings, text: linted } = await session.lint({ text: '\uFEFFthe its goal' })
    expect(findings).toHaveLength(1)
    expect(linted.slice(findings[0]?.start, findings[0]?.end)).toBe('the its')
  })
})

describe('in a pipeline of one’s own', () => {
  it('works as a retext plugin', async () => {
    const file = await retext()
      .use(zhengming, { house: 'official' })
      .process('Members of the Politburo met the CPC party members.')
    expect(file.messages.map((m) => `${m.source}:${m.ruleId}`)).toContain('zhengming:casing/party')
  })

  it('prints with vfile-reporter', async () => {
    const file = await retext()
      .use(zhengming)
      .process(new VFile({ path: 'article.txt', value: text }))
    const printed = reporter(file, { color: false })
    expect(printed).toMatch(
      /1:5-1:39\s+error\s+Unexpected "Central Network Information Office" for 中央网信办/,
    )
    expect(printed).toMatch(/determiner\s+zhengming/)
  })

  it('offers every check alone, with the shipped rules', async () => {
    const { stray } = checks
    const file = await unified()
      .use(retextEnglish)
      .use(function () {
        this.compiler = () => ''
      })
      .use(stray as NonNullable<typeof stray>)
      .process('It is done. . The Central Network Information Office left.')
    expect(file.messages.map((m) => m.ruleId)).toEqual(['punctuation/stray'])
  })

  it('offers no fix where a stranger’s bridge has lost the places', async () => {
    const file = await unified()
      .use(remarkParse)
      .use(remarkGfm)
      .use(remarkRetext, unified().use(retextEnglish).use(zhengming) as never)
      .use(remarkStringify)
      .process('Q&amp;A: they build a a bridge.')
    const findings = file.messages as Finding[]
    expect(findings.map((m) => m.ruleId)).toEqual(['garble/repeated-word'])
    expect(findings[0]?.fix).toBeUndefined()
  })
})

describe('applyFixes', () => {
  it('takes the first of two that overlap and leaves what changes nothing', () => {
    const fix = (start: number, end: number, to: string) => ({ start, end, text: to, class: 'safe' as const })
    expect(applyFixes('abcdef', [fix(2, 4, 'X'), fix(1, 3, 'Y'), fix(5, 6, 'f')])).toEqual({
      text: 'aYdef',
      count: 1,
    })
  })
})
