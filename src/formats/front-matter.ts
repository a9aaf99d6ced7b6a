/**
 * The scalars of YAML front matter, as they are written: a date stays the string that somebody typed.
 * Reads top-level `key: value` lines, quoted, folded and block scalars; nested values are passed over. It is no
 * YAML parser, because no format should have to load one to learn a date. What is plainly broken gives nothing.
 */

/** The leading `---` block of a text that no Markdown parser reads, if it looks like YAML. */
export function frontMatter(text: string): { end: number; yaml: string } | undefined {
  if (!text.startsWith('---')) return undefined
  const open = /^---[ \t]*(?:\r\n|\r|\n)/.exec(text)
  if (!open) return undefined
  const close = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|$)/gm
  close.lastIndex = open[0].length
  const match = close.exec(text)
  if (!match) return undefined
  const yaml = text.slice(open[0].length, match.index)
  // A rule above a plain paragraph opens with three dashes too.
  if (!/^(?:[ \t]*(?:#.*)?(?:\r\n|\r|\n))*(?:["']?[\w-][\w -]*["']?[ \t]*:(?:\s|$)|$)/.test(yaml))
    return undefined
  return { end: match.index + match[0].length, yaml }
}

export function readScalars(yaml: string): Record<string, string> {
  const scalars = new Map<string, string>()
  const lines = yaml.split(/\r\n|\r|\n/)
  for (let at = 0; at < lines.length; ) {
    const line = lines[at++]!
    if (/^\s*(?:#.*)?$/.test(line)) continue
    const pair =
      /^(?:"([^"]+)"|'([^']+)'|([^\s"'#:[\]{},&*!|>%@`-][^:#]*?|-[^\s:][^:]*?))[ \t]*:(?:[ \t]+(.*))?$/.exec(
        line,
      )
    if (!pair) {
      if (/^(?:- |-$)/.test(line)) continue
      return {}
    }
    const nested: string[] = []
    while (at < lines.length && /^(?:[ \t]|-(?:\s|$)|\s*$)/.test(lines[at]!)) nested.push(lines[at++]!)
    if (nested.some((inner) => inner.startsWith('\t'))) return {}
    const value = scalar((pair[4] ?? '').trim(), nested)
    if (value === null) return {}
    if (value !== undefined) scalars.set((pair[1] ?? pair[2] ?? pair[3])!.toLowerCase(), value)
  }
  return Object.fromEntries(scalars)
}

/** The value; undefined where it is no scalar, null where it is broken. */
function scalar(first: string, nested: string[]): string | null | undefined {
  const block = /^([|>])[-+\d]*(?:\s+#.*)?$/.exec(first)
  if (block) {
    const lines = nested.map((line) => line.trim())
    return lines.join(block[1] === '|' ? '\n' : ' ').trim()
  }
  const all = [first, ...nested.map((line) => line.trim())]
  if (/^["']/.test(first)) return quoted(all.filter(Boolean).join(' '))
  if (/^[[{]/.test(first)) return balanced(all.join(' ')) ? undefined : null
  if (/^[&*!%@`]/.test(first)) return undefined
  const plain = first.replace(/(?:^|\s+)#.*$/, '')
  if (!plain) return undefined
  if (nested.some((line) => /^\s*- /.test(line))) return undefined
  return [plain, ...all.slice(1).filter(Boolean)].join(' ')
}

function quoted(text: string): string | null {
  const single = /^'((?:[^']|'')*)'\s*(?:#.*)?$/.exec(text)
  if (single) return single[1]!.replaceAll("''", "'")
  const double = /^("(?:[^"\\]|\\.)*")\s*(?:#.*)?$/.exec(text)
  if (!double) return null
  try {
    return JSON.parse(double[1]!) as string
  } catch {
    return double[1]!.slice(1, -1)
  }
}

function balanced(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"|'[^']*'/g, '')
  return count(bare, '[') === count(bare, ']') && count(bare, '{') === count(bare, '}')
}

const count = (text: string, sign: string) => text.split(sign).length
