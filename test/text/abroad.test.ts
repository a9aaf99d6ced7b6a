import { expect, it } from 'vitest'
import { isAbroad } from '../../src/text/abroad.js'
import { documentFrom } from './tree.js'

it.each([
  ['Xi met the Lao deputy X in Beijing.', true],
  ['He is a member of the X of the Central Committee of the Lao party, Xinhua said.', true],
  ['Cuba has a president. The X met on Monday.', true],
  ['The X of the Communist Party of China met a guest from Cuba.', false],
  ['Chinese X Li Lei met Russian guests.', false],
  ['The X met on Monday.', false],
  ['China, the CPC and Xinhua are named. The X spoke to the Russian press.', false],
])('%s: %s', (text, abroad) => {
  const document = documentFrom(text)
  const at = document.tokens.findIndex((t) => t.word.text === 'X')
  expect(isAbroad(document, at, at)).toBe(abroad)
})
