/** What the scripts of all pages share: elements, of which data is only ever text, the address, and words to compare. */
type Child = Node | string | number | undefined | false

const byId = (id: string) => document.getElementById(id) as HTMLElement

function el(
  name: string,
  attributes: Record<string, string> = {},
  ...children: readonly Child[]
): HTMLElement {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(
    ...children
      .filter((c): c is Node | string | number => c !== undefined && c !== false)
      .map((c) => (c instanceof Node ? c : String(c))),
  )
  return made
}

/** What the search compares: lower case, one kind of apostrophe, hyphens as spaces. */
function fold(words: string): string {
  return words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[\s\-‐‑]+/g, ' ')
    .trim()
}

/** A part of the address as text; as it is, where it cannot be read. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
