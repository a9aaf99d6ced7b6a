import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSession, type Finding } from '../../src/index.js'

/**
 * A name is found, or left alone, however an article happens to set it: wraps, spaces, hyphens, capitals, quotation marks,
 * markup. What is found is exactly the name, and a fix is offered only where no markup stands inside it.
 */
const session = await createSession()

const refused = [
  'Central Network Information Office',
  'Central Cyberspace Administration of China',
  'theme education',
  'network information departments at all levels',
  'socialism of Chinese characteristics',
]
const approved = [
  'Office of the Central Cyberspace Affairs Commission',
  'Cyberspace Administration of China',
  'Publicity Department of the CPC Central Committee',
  "National People's Congress",
  'Xi Jinping Thought on Socialism with Chinese Characteristics for a New Era',
]

type Format = 'plain' | 'markdown' | 'html'

/** What a word may be parted from the next by; a hyphen only where none of both is short. */
const gap = (format: Format) =>
  fc.constantFrom(' ', ' ', '\n', '\r\n', '\u00a0', '-', format === 'html' ? '&nbsp;' : ' ')
const capitals = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.replace(/(^|[ ])\p{Ll}/gu, (c) => c.toUpperCase()),
)
const apostrophe = fc.constantFrom("'", '’')
const behind = fc.constantFrom('', '’s aims', "'s aims", ',', ' (CAC)', '”', ')', '.')
const before = fc.constantFrom('', 'the ', 'the “', 'The ', '(', 'staff of the ')

const marks: Record<Format, (readonly [string, string])[]> = {
  plain: [['', '']],
  markdown: [
    ['', ''],
    ['**', '**'],
    ['*', '*'],
    ['[', '](https://example.org/a_b "T")'],
    ['~~', '~~'],
    ['<b>', '</b>'],
  ],
  html: [
    ['', ''],
    ['<b>', '</b>'],
    ['<a href="https://example.org/?a=1&amp;b">', '</a>'],
    ['<span class="x">', '</span>'],
  ],
}

/** Blocks that hold a paragraph; `wraps` where a line may end inside. */
const blocks: Record<Format, { put: (text: string) => string; wraps: boolean }[]> = {
  plain: [{ put: (text) => `It opened.\n\n${text}\n`, wraps: true }],
  markdown: [
    { put: (text) => `# Title\n\n${text}\n`, wraps: true },
    { put: (text) => `> ${text.replace(/\r?\n/g, '$&> ')}\n`, wraps: true },
    { put: (text) => `- one\n- ${text.replace(/\r?\n/g, '$&  ')}\n`, wraps: true },
    { put: (text) => `| a | b |\n| - | - |\n| c | ${text} |\n`, wraps: false },
  ],
  html: [
    { put: (text) => `<h1>T</h1><p>${text}</p>`, wraps: true },
    { put: (text) => `<ul><li>a</li><li>${text}</li></ul>`, wraps: true },
    { put: (text) => `<table><tr><td>a</td><td>${text}</td></tr></table>`, wraps: true },
    { put: (text) => `<blockquote>\n ${text}\n</blockquote>`, wraps: true },
  ],
}

interface Case {
  name: string
  text: string
  format: Format
}

const cases = (names: string[], format: Format) =>
  fc
    .record({
      name: fc.constantFrom(...names),
      gaps: fc.array(gap(format), { minLength: 12, maxLength: 12 }),
      capitals,
      apostrophe,
      before,
      behind,
      mark: fc.constantFrom(...marks[format]),
      block: fc.constantFrom(...blocks[format]),
      from: fc.nat(8),
      length: fc.nat(8),
    })
    .map((c): Case => {
      const words = c.capitals(c.name.replaceAll("'", c.apostrophe)).split(' ')
      const from = c.from % words.length
      const to = Math.min(words.length - 1, from + c.length)
      let name = ''
      words.forEach((word, i) => {
        const given = c.gaps[i] as string
        const short = word.length < 4 || (words[i - 1]?.length ?? 0) < 4
        const space = (given === '-' && short) || (!c.block.wraps && /\n/.test(given)) ? ' ' : given
        name += `${i > 0 ? space : ''}${i === from ? c.mark[0] : ''}${word}${i === to ? c.mark[1] : ''}`
      })
      const closing = { '“': '”', '(': ')' }[c.before.at(-1) ?? ''] ?? ''
      return {
        name: c.name,
        format,
        text: c.block.put(`They met ${c.before}${name}${closing}${c.behind} then left.`),
      }
    })

const path: Record<Format, string> = { plain: 'a.txt', markdown: 'a.md', html: 'a.html' }

async function lint({ text, format }: Case) {
  const { findings } = await session.lint({ text, path: path[format] })
  return findings.filter((f) => f.ruleId.startsWith('term/'))
}

/** The name in a stretch of source: without its markup, one space for each gap. */
function read(source: string): string {
  return source
    .replace(/\]\([^)]*\)|<[^>]*>|[*~[]/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/\n[ >]*/g, '\n')
    .replace(/[\s-]+/g, ' ')
    .replaceAll('’', "'")
    .toLowerCase()
}

const hasMarkup = (source: string) => /[*~[\]<>]|&nbsp;/.test(source)

describe.each(['plain', 'markdown', 'html'] as const)('in %s', (format) => {
  it('a refused name is found, and nothing but it', async () => {
    await fc.assert(
      fc.asyncProperty(cases(refused, format), async (given) => {
        const findings = (await lint(given)).filter((f) => f.ruleId === 'term/deprecated')
        expect(findings.map((f) => read(given.text.slice(f.start, f.end)))).toEqual([
          given.name.toLowerCase(),
        ])
        const [{ start, end, fix }] = findings as [Finding]
        if (hasMarkup(given.text.slice(start, end))) expect(fix).toBe(undefined)
      }),
      { numRuns: 400 },
    )
  })

  it('an approved name is left alone', async () => {
    await fc.assert(
      fc.asyncProperty(cases(approved, format), async (given) => {
        expect((await lint(given)).map((f) => f.reason)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('fixing twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(cases(refused, format), async ({ text }) => {
        const once = await session.fix({ text, path: path[format] }, { suggested: true })
        expect(once.findings.filter((f) => f.fix)).toEqual([])
        const twice = await session.fix({ text: once.text, path: path[format] }, { suggested: true })
        expect(twice.text).toBe(once.text)
        expect(once.text).not.toMatch(/\b(the|an?) (the|an?)\b|of China of China/i)
      }),
      { numRuns: 150 },
    )
  })
})

it('a plural is found', async () => {
  for (const name of ['Central Network Information Offices', 'deputy premiers of the State Council']) {
    const { findings } = await session.lint({ text: `They met ${name}.` })
    expect(findings.map((f) => f.ruleId)).toContain('term/deprecated')
  }
})
