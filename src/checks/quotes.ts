/**
 * Quotation marks that Chinese sets and English does not. `punctuation/adjacent-quotations`: two short quotations with nothing
 * but a space between them, as the items of a list ("Tax Link" "Cloud Pay"). `punctuation/quoted-name`: the name of a body, an
 * award, an event or a building behind "the", all in capitals (the "Order of Friendship"). Left alone: a quotation that ends
 * in a mark of its own, long ones, titles of works, nicknames, and what a noun follows (the "Sunday Market" programme).
 */
import { classesOf, NOUN, VERB_S } from '../text/classes.js'
import { type Document, sentenceAt } from '../text/document.js'
import { CAPITAL, NUMBER, WORD } from '../text/lexicon.js'
import { BLOCK, NONE, SPACE, type Token } from '../text/tokens.js'
import { defineLooks, isLower, pair, type Seen, words } from './looks.js'

export const quotes = defineLooks('quotes', {
  'punctuation/adjacent-quotations': {
    places: pair(
      ({ text }) => text === '"' || text === '”',
      ({ text }) => text === '"' || text === '“',
    ),
    look: sideBySide,
  },
  'punctuation/quoted-name': {
    places: pair(
      ({ key }) => key === 'the',
      ({ text }) => text === '"' || text === '“',
    ),
    look: quotedName,
  },
})

const longest = 12

function sideBySide(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const [last, close, open, first] = tokens.slice(i - 1, i + 3) as [Token, Token, Token, Token | undefined]
  if (i === 0 || close.gap !== NONE || open.gap !== SPACE || first?.gap !== NONE) return undefined
  if (!(last.word.shape & (WORD | NUMBER)) || !(first.word.shape & (WORD | NUMBER))) return undefined
  const begin = opening(document, i)
  const end = closingOf(document, i + 1)
  if (begin === undefined || end === undefined) return undefined
  const [one, two] = [between(document, begin, i), between(document, i + 1, end)]
  return { first: begin, last: end, expected: [`${one}, ${two}`, `${one} and ${two}`] }
}

const small = words('of and the for on in to with at')
/** What a thing is whose name wants no quotation marks; towns, rivers and roads have nicknames that do. */
const named = words(
  'order medal award prize shop store mall gallery studio company corporation group association alliance union federation ' +
    'society committee commission bureau office department ministry fund foundation conference congress forum summit expo ' +
    'exhibition fair festival initiative school university college academy institute hospital museum library bridge tunnel ' +
    'railway expressway highway port airport station laboratory bank court cup games olympics theater theatre hotel',
)

function quotedName(document: Document, i: number): Seen | undefined {
  const { tokens } = document
  const open = tokens[i + 1] as Token
  const end = closingOf(document, i + 1)
  if (open.gap !== SPACE || end === undefined || end - i < 4) return undefined
  const name = tokens.slice(i + 2, end)
  const [first, last] = [name[0], name.at(-1)] as [Token, Token]
  const isName = name.every(({ word }) => word.shape & CAPITAL || word.text === '-' || small.has(word.key))
  const isKind = named.has(last.word.key) || /^(order|medal)$/.test(first.word.key)
  if (!isName || !isKind || !(first.word.shape & CAPITAL) || isNounBehind(document, end)) return undefined
  return { first: i + 1, last: end, expected: [between(document, i + 2, end - 1)] }
}

/** "the “Order of Friendship” ceremony": the quoted words tell which one. */
function isNounBehind({ tokens }: Document, end: number): boolean {
  const next = tokens[end + 1]
  if (!isLower(next) || next.gap & BLOCK || next.word.key.length < 4) return false
  return (classesOf(next.word.key) & (NOUN | VERB_S)) === NOUN
}

function between({ tokens, source }: Document, first: number, last: number): string {
  return source.slice((tokens[first] as Token).start, (tokens[last] as Token).end)
}

/** The mark that opens what `close` closes, in the same sentence. */
function opening(document: Document, close: number): number | undefined {
  const { tokens } = document
  const mark = (tokens[close] as Token).word.text === '”' ? '“' : '"'
  const least = Math.max(sentenceAt(document, close).first, close - longest)
  for (let at = close - 2; at >= least; at--) if ((tokens[at] as Token).word.text === mark) return at
  return undefined
}

function closingOf(document: Document, open: number): number | undefined {
  const { tokens } = document
  const mark = (tokens[open] as Token).word.text === '“' ? '”' : '"'
  const most = Math.min(tokens.length - 1, open + longest)
  for (let at = open + 2; at <= most; at++) if ((tokens[at] as Token).word.text === mark) return at
  return undefined
}
