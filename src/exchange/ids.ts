/**
 * Ids for concepts that come without one: from their English, in lower case and hyphens, the same for the same file.
 * What a file calls its entries stays where it can be an id; a bare number cannot, for the next file has it, too.
 */
export function idMaker(taken: Iterable<string> = []): (key: string | undefined, english: string) => string {
  const used = new Set(taken)
  return (key, english) => {
    const wanted =
      key !== undefined && isId(key) && /[a-z]/.test(key) && !used.has(key) ? key : kebab(english)
    let id = wanted
    for (let n = 2; used.has(id); n++) id = `${wanted}-${n}`
    used.add(id)
    return id
  }
}

export function isId(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text)
}

function kebab(english: string): string {
  const words = english
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g)
  const id = (words ?? []).slice(0, 12).join('-')
  return /[a-z]/.test(id) ? id : `concept${id && `-${id}`}`
}
