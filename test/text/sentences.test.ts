import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/text/document.js'
import { documentFrom } from './tree.js'

const shown = (document: Document) =>
  document.sentences.map(({ first, last }) =>
    document.source.slice(document.tokens[first]?.start, document.tokens[last]?.end).replace(/\s+/g, ' '),
  )

describe('a sentence', () => {
  it.each([
    ['goes on over a stray stop', 'They met. and left. He spoke.', ['They met. and left.', 'He spoke.']],
    ['ends after a number', 'It opened on July 16. Xi spoke.', ['It opened on July 16.', 'Xi spoke.']],
    ['goes on behind an abbreviation', 'Mr. Li met Prof. Wang at 5 p.m. on Jan. 3.', undefined],
    ['goes on behind initials', 'The U.S. side and J. K. Li met.', undefined],
    ['ends with its closing quotation mark', '“We won.” They left.', ['“We won.”', 'They left.']],
    ['goes on inside brackets', 'They (Xinhua) met! They left?', ['They (Xinhua) met!', 'They left?']],
    ['goes on behind a word', 'version 2.0 came', undefined],
    ['ends with its block', 'They met\n\nThey left', ['They met', 'They left']],
  ])('%s', (_, text, sentences) => {
    expect(shown(documentFrom(text))).toEqual(sentences ?? [text])
  })
})

describe('the headline of plain text', () => {
  const headline = (text: string) => documentFrom(text).sentences[0]?.headline

  it('is a short first line without a stop', () => {
    expect(headline('China Sets Up New Office\n\nBEIJING — It opened.')).toBe(true)
    expect(
      headline('China Sets Up New Office\nThe new office opened in Beijing on Monday with a short ceremony.'),
    ).toBe(true)
  })
  it('is no line that was wrapped, goes on or is alone', () => {
    expect(
      headline('The new office of the commission opened in Beijing on Monday with\nXi Jinping and others.'),
    ).toBe(false)
    expect(headline('The new office opened in Beijing\non Monday.\n')).toBe(false)
    expect(headline('The new office opened.\n\nIt is new.')).toBe(false)
    expect(headline('The new office')).toBe(false)
  })
  it('ends where the line ends', () => {
    expect(shown(documentFrom('New Office Opens\n\nIt opened. It closed.'))).toEqual([
      'New Office Opens',
      'It opened.',
      'It closed.',
    ])
  })
})
