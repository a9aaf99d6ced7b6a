import { expect, it } from 'vitest'
import { quotationAt } from '../../src/text/quotations.js'
import { documentFrom } from './tree.js'

it.each([
  ['He said: “We must build X into a strong and modern country.”', 'speech'],
  ['He said: "We must build X into a strong and modern country."', 'speech'],
  ['the “X spirit” of the town', 'words'],
  ['the "X spirit" of the town', 'words'],
  ['in the book “The Governance of X and Its Modern Aims”', 'title'],
  ['a report titled “X Today”', 'title'],
  ['the report 《X今天》', 'title'],
  ['China‘s X and the town’s aims', 'none'],
  ['He opened “a quotation\n\nand X stands in the next paragraph”', 'none'],
  ['“We came,” he said of X, “and saw.”', 'none'],
  ['the ‘X spirit’ of the town', 'words'],
  ['‘the people’s X’ is a phrase', 'words'],
  ['with the theme of “X and the Town on the Way into a New and Better Day,” the forum', 'words'],
  ['themed “X, we build the town and go on together into a better day”', 'words'],
])('%s: %s', (text, kind) => {
  const document = documentFrom(text)
  const at = document.tokens.findIndex((t) => t.word.text.startsWith('X'))
  expect(quotationAt(document, at)).toBe(kind)
})

it('a name alone in quotation marks is no title', () => {
  const document = documentFrom(
    'staff of the “Central X Information Office” and of “The Governance of X Today”',
  )
  const at = document.tokens.flatMap((t, i) => (t.word.text === 'X' ? [i] : [])) as [number, number]
  expect(quotationAt(document, at[0] - 1, at[0] + 2)).toBe('words')
  expect(quotationAt(document, at[0])).toBe('title')
  expect(quotationAt(document, at[1])).toBe('title')
})
