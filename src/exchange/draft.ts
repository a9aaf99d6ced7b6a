/**
 * The middle shape of every exchange: one concept as a file gives it, term by term, each with its status and what
 * else is said of it, all as plain lines of text. Readers make drafts, writers take them; `gather.ts` and `spread.ts`
 * go between them and the glossary's own concepts.
 */
export const statuses = ['preferred', 'admitted', 'short', 'attested', 'superseded', 'deprecated'] as const
export type Status = (typeof statuses)[number]

/** What may be said of a concept. */
export const conceptFacts = [
  'kind',
  'insert',
  'note',
  'source',
  'since',
  'until',
  'vary',
  'contested',
  'approved',
  'replaces',
  'confusable',
] as const
/** What may be said of one form. */
export const formFacts = [
  'note',
  'why',
  'when',
  'used-by',
  'until',
  'expand',
  'severity',
  'case',
  'expected',
  'after',
  'before',
  'with',
  'without',
] as const

export type Fact = (typeof conceptFacts)[number] | (typeof formFacts)[number]
export const allFacts = [...new Set<Fact>([...conceptFacts, ...formFacts])]
export type Facts = Partial<Record<Fact, string[]>>

export interface Form {
  term: string
  /** Undefined where the file does not say. */
  status?: Status | undefined
  /** The term is in the glossary's pattern language; else every character means itself. */
  pattern?: boolean
  facts: Facts
}

export interface Draft {
  /** What the file calls the concept; drafts of one key are one concept. */
  key?: string | undefined
  zh: string[]
  facts: Facts
  forms: Form[]
}

/** What a reader found, with what it could not take along. */
export interface Reading {
  drafts: Draft[]
  losses: Losses
}

/** What is left behind: counted by kind, with the first examples, so that nothing is dropped in silence. */
export class Losses {
  readonly #kinds = new Map<string, { count: number; examples: Set<string> }>()

  add(kind: string, example: string, count = 1): void {
    const one = this.#kinds.get(kind) ?? { count: 0, examples: new Set() }
    one.count += count
    if (one.examples.size < 4) one.examples.add(example)
    this.#kinds.set(kind, one)
  }

  lines(): string[] {
    return [...this.#kinds].map(([kind, { count, examples }]) => {
      const shown = [...examples].slice(0, 3).map((e) => (e.length > 60 ? `${e.slice(0, 59)}…` : e))
      return `${kind}: ${count} (${shown.join(', ')}${examples.size > 3 ? ', …' : ''})`
    })
  }
}

/** One line without edges: what every text of an exchange is brought to, on both ways. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cs}\uFEFF\uFFFE\uFFFF]/gu, '')
    .trim()
}
