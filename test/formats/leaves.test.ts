import fc from 'fast-check'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { parseEnglish } from '../../src/formats/english.js'

const bare = unified().use(retextEnglish).freeze()

/** What a text of this kind is made of, and what breaks a cutter: line ends, marks in rows, halves of surrogate pairs. */
const pieces = [
  'The Party',
  'U.S.',
  'w/',
  'don’t',
  '2024',
  'a',
  '中央',
  'é',
  'e\u0301',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '\u200b',
]
const marks = [
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  '.',
  '..',
  '. ',
  ',',
  '。',
  '…',
  '—',
  '--',
  '“',
  '’',
  "'",
  '+',
  '++',
  '$',
  '😀',
  '\ud83d',
  '\ude00',
  '\0',
  '\ufeff',
]

describe('leaves cut ahead of retext-english', () => {
  test('give its tree, whatever the text is made of', () => {
    const text = fc.array(fc.constantFrom(...pieces, ...marks), { maxLength: 40 }).map((all) => all.join(''))
    fc.assert(fc.property(text, isSame), { numRuns: 2000 })
  })

  test('give its tree in long runs of words', () => {
    const run = fc.array(fc.constantFrom('The', 'w', 'a', 'etc', 'No', '3', 'X', 'don'), {
      minLength: 3,
      maxLength: 9,
    })
    const text = fc.array(
      fc.oneof(
        run.map((words) => words.join(' ')),
        fc.constantFrom(...pieces, ...marks),
      ),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(
        text.map((all) => all.join('')),
        isSame,
      ),
      { numRuns: 4000 },
    )
  })

  test('give its tree for any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 30 }), isSame), { numRuns: 2000 })
  })
})

function isSame(source: string): void {
  expect(parseEnglish(source)).toEqual(bare.parse(source))
}
