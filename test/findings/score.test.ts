import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { errorTypes, mqmOf } from '../../src/findings/mqm.js'
import { scoreOf } from '../../src/findings/score.js'

const error = (ruleId: string) => ({ ruleId, severity: 'error' as const })
const warning = (ruleId: string) => ({ ruleId, severity: 'warning' as const })
const info = (ruleId: string) => ({ ruleId, severity: 'info' as const })

describe('error types of MQM', () => {
  it('has one for every shipped rule', () => {
    const rules = join(import.meta.dirname, '../../rules')
    const ids = readdirSync(rules, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => file.replaceAll('\\', '/').replace('.yaml', ''))
    expect(ids.length).toBeGreaterThan(40)
    const types = ids.map((id) => mqmOf(error(id)).type)
    expect(new Set(types)).toEqual(new Set(errorTypes))
  })

  it('costs 0, 1, 5 and 25, and little for punctuation', () => {
    const costs = (all: { ruleId: string; severity: 'error' | 'warning' | 'info' }[]) =>
      all.map((one) => mqmOf(one).penalty)
    expect(costs([info('term/unlisted'), warning('term/deprecated'), error('term/garbled')])).toEqual([
      0, 1, 5,
    ])
    expect(costs([warning('term/confusable'), error('date/impossible')])).toEqual([5, 25])
    expect(costs([error('punctuation/stray'), info('punctuation/stray')])).toEqual([0.1, 0])
  })

  it('counts a rule of a house as its style, and a remark about a comment as nothing', () => {
    expect(mqmOf(warning('desk/own')).type?.id).toBe('style/organizational-style')
    expect(mqmOf(warning('constructor/x')).type?.id).toBe('style/organizational-style')
    expect(mqmOf(warning('directive/unused'))).toEqual({ type: undefined, severity: 'neutral', penalty: 0 })
  })
})

describe('the score', () => {
  const warnings = (n: number) => Array.from({ length: n }, () => warning('term/deprecated'))

  it('is 100 for no penalty and passes at what is tolerated', () => {
    expect(scoreOf([], 1000)).toMatchObject({ score: 100, passed: true })
    expect(scoreOf(warnings(10), 1000)).toMatchObject({ rate: 10, score: 95, passed: true })
    expect(scoreOf(warnings(11), 1000).passed).toBe(false)
  })

  it('counts per 1,000 words', () => {
    expect(scoreOf(warnings(5), 2000)).toMatchObject({ rate: 2.5, score: 98.75 })
    expect(scoreOf(warnings(20), 1000, { tolerated: 40, wanted: 90 }).score).toBe(97.5)
    expect(scoreOf(warnings(5000), 1000).score).toBe(0)
  })

  it('does not drift over many tenths', () => {
    const stops = Array.from({ length: 100 }, () => error('punctuation/stray'))
    expect(scoreOf(stops, 1000).penalty).toBe(10)
  })

  it('is indicative below 500 words, and of no words', () => {
    expect(scoreOf([], 499).indicative).toBe(true)
    expect(scoreOf([], 500).indicative).toBe(false)
    expect(scoreOf(warnings(1), 0)).toMatchObject({ rate: 0, score: 100, indicative: true })
  })
})
