/**
 * Ids for concepts that come without one: from their English, in lower case and hyphens, the same for the same file.
 * What a file calls its entries stays where it is a name; a number is none, for the next file has it, too.
 */
export function idMaker(taken: Iterable<string> = []): (wanted: string) => string {
  const used = new Set(taken)
  return (wanted) => {
    let id = wanted
    for (let n = 2; used.has(id); n++) id = `${wanted}-${n}`
    used.add(id)
    return id
  }
}

/** What names a concept: 42, c42 and entry-42 only count it. */
export function isName(key: string): boolean {
  return isId(key) && !/^[a-z]{0,8}-?\d+$/.test(key)
}

export function isId(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

export function kebab(english: string): string {
  const words = english
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const id = (words ?? []).slice(0, 12).join('-')
  return /[a-z]/.test(id) ? id : `concept${id && `-${id}`}`
}
