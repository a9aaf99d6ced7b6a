import { describe, expect, it } from 'vitest'
import { literalReadings } from '../../src/glossary/literal.js'

const words = {
  heads: { of: ['office'], 'of the': ['office'] },
  morphemes: {
    国家: ['national', 'state'],
    网: ['network'],
    网信: ['network letter'],
    信: ['letter'],
    办: ['office'],
    的: [''],
    人民: ["people's"],
  },
}

describe('literalReadings', () => {
  it('reads the largest morphemes in their order, and turned round behind a head', () => {
    expect(literalReadings('国家网信办', words)).toEqual([
      'national network letter office',
      'state network letter office',
      'network letter office of national',
      'network letter office of the national',
      'network letter office of state',
      'network letter office of the state',
      'office of national network letter',
      'office of the national network letter',
      'office of state network letter',
      'office of the state network letter',
      'letter office of national network',
      'letter office of the national network',
      'letter office of state network',
      'letter office of the state network',
    ])
  })

  it('folds as matching does, and leaves out what English may leave out', () => {
    expect(literalReadings('人民的网', words)).toEqual(["people 's network"])
  })

  it('keeps an official name inside a longer one, or reads it word by word', () => {
    const names = new Map([['国家网信办', ['cyberspace administration']]])
    expect(literalReadings('国家网信办网', words, names)).toEqual(
      expect.arrayContaining(['cyberspace administration network', 'state network letter office network']),
    )
  })

  it('puts what begins with a preposition behind its verb', () => {
    const law = { heads: {}, morphemes: { 依法: ['according to law'], 治国: ['govern~ the country'] } }
    expect(literalReadings('依法治国', law)).toContain('governing the country according to law')
  })

  it('reads nothing where a morpheme is unknown, or where one word is all', () => {
    expect(literalReadings('国家文物办', words)).toEqual([])
    expect(literalReadings('网', words)).toEqual([])
  })
})
