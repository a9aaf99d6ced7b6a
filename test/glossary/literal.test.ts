import { describe, expect, it } from 'vitest'
import { literalReadings } from '../../src/glossary/literal.js'

const words = {
  heads: ['office'],
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
  it('reads the longest morphemes in their order, and a head as "Office of the …"', () => {
    expect(literalReadings('国家网信办', words)).toEqual([
      'national network letter office',
      'state network letter office',
      'office of national network letter',
      'office of the national network letter',
      'office of state network letter',
      'office of the state network letter',
    ])
  })

  it('folds as matching does, and leaves out what English may leave out', () => {
    expect(literalReadings('人民的网', words)).toEqual(["people 's network"])
  })

  it('reads nothing where a morpheme is unknown, or where there is one only', () => {
    expect(literalReadings('国家文物办', words)).toEqual([])
    expect(literalReadings('网信', words)).toEqual([])
  })
})
