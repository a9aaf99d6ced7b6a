/**
 * A pattern of the glossary as the plain texts that it stands for, in its own capitals and hyphens: what goes into a
 * termbase or a machine translation's glossary, which know no patterns. And back: a plain text as a pattern that
 * means nothing but itself.
 */
const most = 200

/** Undefined where it cannot be written out: it has slots or inflections, or stands for too many. */
export function spellings(pattern: string): string[] | undefined {
  const pieces: string[] = pattern.match(/\\.|\{|~|[([\])|]|[^\\{~([\])|]+/g) ?? []
  if (pieces.includes('{') || pieces.includes('~')) return undefined
  const reader = { pieces, at: 0 }
  const all = alternatives(reader)
  if (all === undefined || reader.at < pieces.length) return undefined
  const tidy = all.map((text) =>
    text
      .replace(/\s+/g, ' ')
      .replace(/ ([,.;:!?])/g, '$1')
      .trim(),
  )
  return [...new Set(tidy.filter((text) => text !== ''))]
}

export function literal(text: string): string {
  return text.replace(/[\\()[\]|~{}]/g, '\\$&')
}

/** The text that a pattern means, where that is one and `literal` gives it back; undefined for a true pattern. */
export function plain(pattern: string): string | undefined {
  const text = pattern.replace(/\\(.)/g, '$1')
  return literal(text) === pattern ? text : undefined
}

/** Whether a text has signs of the pattern language. */
export function hasSigns(text: string): boolean {
  return literal(text) !== text
}

interface Reader {
  pieces: string[]
  at: number
}

function alternatives(reader: Reader): string[] | undefined {
  let all: string[] = []
  for (;;) {
    const texts = sequence(reader)
    if (texts === undefined) return undefined
    all = [...all, ...texts]
    if (all.length > most) return undefined
    if (reader.pieces[reader.at] !== '|') return all
    reader.at++
  }
}

function sequence(reader: Reader): string[] | undefined {
  let texts = ['']
  while (reader.at < reader.pieces.length && !/^[|)\]]$/.test(reader.pieces[reader.at] as string)) {
    const next = reader.pieces[reader.at++] as string
    let tails: string[] | undefined = [next.replace(/^\\(.)/, '$1')]
    if (next === '(' || next === '[') {
      tails = alternatives(reader)
      if (tails === undefined || reader.pieces[reader.at++] !== (next === '(' ? ')' : ']')) return undefined
      if (next === '[') tails = [...tails, '']
    }
    texts = texts.flatMap((text) => (tails as string[]).map((tail) => joined(text, tail)))
    if (texts.length > most) return undefined
  }
  return texts
}

/** A bracket ends a word, as in the pattern language: big[-]picture is "big-picture" or "big picture". */
function joined(text: string, tail: string): string {
  return /[\p{L}\p{N}]$/u.test(text) && /^[\p{L}\p{N}]/u.test(tail) ? `${text} ${tail}` : text + tail
}
