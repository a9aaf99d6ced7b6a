import { expect, test } from 'vitest'
import { decode, sizeText } from '../../src/cli/read.js'
import { dayOf } from '../../src/text/dates.js'

test('the day that a file name or a list gives', () => {
  expect(dayOf('2023-09-08')).toBe('2023-09-08')
  expect(dayOf('20230908')).toBe('2023-09-08')
  expect(dayOf('2023_09_08')).toBe('2023-09-08')
  expect(dayOf('2023-09')).toBe('2023-09')
  expect(dayOf('2023/9/8')).toBe('2023-09-08')
  expect(dayOf('2023年9月8日')).toBe('2023-09-08')
  expect(dayOf('2023年9月')).toBe('2023-09')
  expect(dayOf('2023-09-08T10:00:00Z')).toBe('2023-09-08')
  expect(dayOf('September 8, 2023')).toBe('2023-09-08')
  expect(dayOf('2023')).toBe('2023')
  expect(dayOf('2023-02-30')).toBeUndefined()
  expect(dayOf('20231')).toBeUndefined()
  expect(dayOf('8 September')).toBeUndefined()
  expect(dayOf(undefined)).toBeUndefined()
})

test('the first byte that is no UTF-8', () => {
  const at = (hex: string) => () => decode(Buffer.from(hex, 'hex'), 1000)
  expect(at('616263')()).toBe('abc')
  expect(at('efbbbf61')()).toBe('\uFEFFa')
  expect(at('61ff62')).toThrow('byte 1')
  expect(at('e4b862')).toThrow('byte 2')
  expect(at('61e4b8')).toThrow('byte 3')
  expect(at('c0af')).toThrow('byte 0')
})

test('sizes as people write them', () => {
  expect([999, 1000, 1_500_000, 2_000_000].map(sizeText)).toEqual(['999 bytes', '1 kB', '1.5 MB', '2 MB'])
})
