import { expect, it } from 'vitest'
import { documentFrom } from './tree.js'

it.each([
  ['See https://example.com/net-work/a.html. Then go.', ['See', '\uFFFC', '.', 'Then', 'go', '.']],
  ['(www.example.com), he said', ['(', '\uFFFC', ')', ',', 'he', 'said']],
  ['Mail li.lei@example.com!', ['Mail', '\uFFFC', '!']],
  ['At 5 @ home', ['At', '5', '@', 'home']],
])('%s', (text, words) => {
  expect(documentFrom(text).tokens.map((t) => t.word.text)).toEqual(words)
})

it('an address keeps its place', () => {
  const { tokens } = documentFrom('See https://example.com/a, please')
  expect([tokens[1]?.start, tokens[1]?.end]).toEqual([4, 25])
})
