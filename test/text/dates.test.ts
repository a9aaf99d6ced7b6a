import { expect, it } from 'vitest'
import { articleDate } from '../../src/text/article-date.js'
import { isoDate } from '../../src/text/dates.js'
import { documentFrom } from './tree.js'

it.each([
  ['BEIJING, July 6, 2023 (Xinhua) — It opened.', '2023-07-06'],
  ['Sept. 15th, 2021 | Beijing', '2021-09-15'],
  ['date 2023-09-08 Headline', '2023-09-08'],
  ['2018-03', '2018-03'],
  [' 2018 ', '2018'],
  ['In 2018 it opened.', undefined],
  ['May 4 was fine', undefined],
])('%s', (text, date) => {
  expect(isoDate(text)).toBe(date)
})

it('is looked for in the first lines only', () => {
  expect(articleDate(documentFrom(`July 6, 2023\n\n${'word '.repeat(100)}`))).toBe('2023-07-06')
  expect(articleDate(documentFrom(`${'word '.repeat(100)}\n\nJuly 6, 2023`))).toBe(undefined)
})
