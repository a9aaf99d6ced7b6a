/** Addresses in running text (URLs, e-mail): each becomes one token of source, which no check looks into. */
import { SOURCE, wordOf } from './lexicon.js'
import type { Token } from './tokens.js'

const address =
  /\b(?:https?|ftp):\/\/[^\s<>"“”‘’]+|\bwww\.[^\s<>"“”‘’]+|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gi
/** Without one of these there is no address: nearly every article ends here. */
const signs = ['://', 'www.', 'WWW.', 'Www.', '@']
const trailing = new Set(".,;:!?)]'*_")

export function withoutUrls(tokens: Token[], source: string): Token[] {
  if (!signs.some((sign) => source.includes(sign))) return tokens
  const kept: Token[] = []
  let at = 0
  for (const { index, 0: match } of source.matchAll(address)) {
    let end = index + match.length
    while (trailing.has(source[end - 1] as string)) end--
    while (at < tokens.length && (tokens[at] as Token).start < index) kept.push(tokens[at++] as Token)
    const first = tokens[at]
    let last: Token | undefined
    while (at < tokens.length && (tokens[at] as Token).end <= end) last = tokens[at++]
    if (first && last)
      kept.push({ start: first.start, end: last.end, word: wordOf('\uFFFC', SOURCE), gap: first.gap })
  }
  return kept.concat(tokens.slice(at))
}
