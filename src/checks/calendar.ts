/**
 * Dates: `date/ordinal` ("September 7th" under a house that writes "September 7"), `date/impossible` (a day that its month
 * does not have, a weekday that the date was not), `date/no-month` ("on the 26th" with no month anywhere in its sentence).
 * Left alone: "the 7th of September", the 29th of February without a year, weekdays without a year, "on the 26th floor".
 */
import { type Document, isPlain, sentenceAt } from '../text/document.js'
import { PUNCTUATION, type Word } from '../text/lexicon.js'
import { quotationAt } from '../text/quotations.js'
import { BLOCK, type Token } from '../text/tokens.js'
import { defineLooks, isLower, type Look, pair, type Seen } from './looks.js'

const months =
  /^(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/
const ordinal = /^(\d{1,2})(st|nd|rd|th)$/
const day = /^(\d{1,2})(st|nd|rd|th)?$/
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const isMonth = ({ key, text }: Word) => months.test(key) && text[0] !== key[0]

const looks: Record<string, Look> = {
  'date/ordinal': { places: pair(isMonth, (b) => ordinal.test(b.key)), look: asOrdinal },
  'date/impossible': { places: pair(isMonth, (b) => day.test(b.key)), look: impossible },
  'date/no-month': {
    places: pair(
      (a) => a.key === 'the',
      (b) => ordinal.test(b.key),
    ),
    look: noMonth,
  },
}

export const calendar = defineLooks('calendar', looks)

function asOrdinal(document: Document, i: number): Seen | undefined {
  const [
    { word },
    {
      word: { key },
      start,
      end,
      gap,
    },
  ] = [document.tokens[i], document.tokens[i + 1]] as [Token, Token]
  if (gap & BLOCK) return undefined
  const number = ordinal.exec(key)?.[1] as string
  const fix = isPlain(document, i + 1, i + 1)
    ? { start, end, text: number, class: 'suggested' as const }
    : undefined
  return { first: i, last: i + 1, expected: [`${word.text} ${number}`], fix }
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function impossible(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [name, number] = [tokens[i], tokens[i + 1]] as [Token, Token]
  const month = monthOf(name.word.key)
  const date = Number(day.exec(number.word.key)?.[1])
  if (number.gap === 0 || number.gap & BLOCK || month < 0) return undefined
  const year = yearAt(tokens, i + 2)
  const longest = month === 1 && year !== undefined && !isLeap(year) ? 28 : (lengths[month] as number)
  const last = year === undefined ? i + 1 : tokens[i + 2]?.word.text === ',' ? i + 3 : i + 2
  // "March 35", a room; "May 50", a guess
  if (date > longest)
    return date < 40 && !isFollowedByUnit(tokens, i + 2)
      ? { first: i, last, note: `this month has ${longest} days` }
      : undefined
  const weekday = weekdayBefore(tokens, i)
  if (weekday === undefined || year === undefined || date === 0) return undefined
  const real = weekdays[new Date(Date.UTC(year, month, date)).getUTCDay()] as string
  if (real === weekday.day) return undefined
  return { first: weekday.at, last, note: `this day was a ${real[0]?.toUpperCase()}${real.slice(1)}` }
}

function monthOf(key: string): number {
  return ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
    key.slice(0, 3),
  )
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function yearAt(tokens: readonly Token[], i: number): number | undefined {
  const at = tokens[i]?.word.text === ',' ? i + 1 : i
  const text = tokens[at]?.word.text ?? ''
  return /^(19|20)\d\d$/.test(text) && !((tokens[at] as Token).gap & BLOCK) ? Number(text) : undefined
}

/** "March 35 miles", "May 32 percent" */
function isFollowedByUnit(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i]
  return next !== undefined && !(next.word.shape & PUNCTUATION) && !/^(19|20)\d\d$/.test(next.word.text)
}

function weekdayBefore(tokens: readonly Token[], i: number): { at: number; day: string } | undefined {
  const at = tokens[i - 1]?.word.text === ',' ? i - 2 : i - 1
  const key = tokens[at]?.word.key ?? ''
  return weekdays.includes(key) ? { at, day: key } : undefined
}

/** "A meeting was held on the 26th." */
function noMonth(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [the, number, after] = [tokens[i], tokens[i + 1], tokens[i + 2]] as [Token, Token, Token | undefined]
  if (tokens[i - 1]?.word.key !== 'on' || !isLower(the) || number.gap & BLOCK) return undefined
  if (Number(ordinal.exec(number.word.key)?.[1]) > 31 || (after && !(after.word.shape & PUNCTUATION)))
    return undefined
  if (after && /^[-–—%(]$/.test(after.word.text)) return undefined
  const { first, last } = sentenceAt(document, i)
  if (tokens.slice(first, last + 1).some(({ word }) => months.test(word.key) || word.key === 'month'))
    return undefined
  if (quotationAt(document, i, i + 1) === 'speech') return undefined
  return { first: i, last: i + 1, note: 'the month is missing' }
}
