/** Concepts as a glossary may hold them, of every status, with every sign that a format could stumble over. */
import fc from 'fast-check'
import { literal } from '../../src/exchange/spellings.js'
import { type Concept, kinds, severities, users } from '../../src/glossary/schema.js'

const signs = [...`;；、,"'=+-@&<>\\|(){}[]~:/.#%!?，。“”’—é\u00A0`]
const word = fc.string({ unit: fc.constantFrom(...'abcdefgXYZ019'), minLength: 1, maxLength: 8 })
const sign = fc.constantFrom(...signs)
const han = fc.string({
  unit: fc.constantFrom(...'中央网信办国家主题教育、；;“”（）a1'),
  minLength: 1,
  maxLength: 10,
})

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** Words with signs before, between and behind; what a reader would see in a cell. */
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: word }, sign, fc.constant(' ')), { minLength: 1, maxLength: 8 })
  .map((parts) => oneLine(parts.join('')))
  .filter((t) => /[\p{L}\p{N}]/u.test(t))

/** A plain term, as the pattern language writes it. */
const term = text.map(literal)
const pattern = fc
  .tuple(word, word, word, fc.constantFrom('|', '] [', '~) ('))
  .map(([a, b, c, between]) =>
    between === '|'
      ? `${a} (${b}|${c}) x`
      : between === '] ['
        ? `${a} [${b}] [${c}] x`
        : `${a} ${b}~ {name} ${c}`,
  )
const preferred = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
const zh = fc.uniqueArray(
  han.map(oneLine).filter((t) => /\p{Script=Han}/u.test(t)),
  { minLength: 1, maxLength: 3 },
)
const id = fc
  .tuple(
    fc.constantFrom('a-b', '14th-c', 'port-of'),
    fc.array(fc.stringMatching(/^[a-z0-9]{1,5}$/), { maxLength: 2 }),
  )
  .map(([a, more]) => [a, ...more].join('-'))
const date = fc.constantFrom('2018', '2018-03', '2018-03-21')
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 2 })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: undefined })

const statuses = fc.constantFrom('admitted', 'short', 'attested', 'superseded', 'deprecated' as const)
const said = fc.record({
  status: statuses,
  note: maybe(text),
  when: maybe(text),
  users: some(fc.constantFrom(...users)),
  user: maybe(fc.oneof(text, fc.uniqueArray(text, { minLength: 2, maxLength: 2 }))),
  expand: maybe(fc.constantFrom('first' as const, 'never' as const)),
  until: date,
  why: maybe(text),
  severity: maybe(fc.constantFrom(...severities)),
  expected: maybe(fc.uniqueArray(text, { minLength: 1, maxLength: 2 })),
  after: maybe(fc.uniqueArray(text, { minLength: 1, maxLength: 2 })),
  without: maybe(fc.uniqueArray(text, { minLength: 1, maxLength: 2 })),
})

export function concepts(options: { patterns: boolean; userNames?: boolean }): fc.Arbitrary<Concept[]> {
  const form = options.patterns ? fc.oneof({ weight: 3, arbitrary: term }, pattern) : term
  const one = fc
    .record({
      id,
      zh: maybe(zh),
      kind: fc.constantFrom(...kinds),
      preferred,
      forms: fc.uniqueArray(fc.tuple(form, said), { maxLength: 6, selector: ([t]) => t.toLowerCase() }),
      insert: maybe(text),
      vary: maybe(fc.constant(true)),
      since: maybe(date),
      until: maybe(date),
      contested: maybe(fc.constant(true)),
      approved: maybe(fc.constant(false)),
      replaces: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 2 })),
      confusable: maybe(fc.uniqueArray(id, { minLength: 1, maxLength: 2 })),
      note: maybe(text),
      source: maybe(fc.uniqueArray(text, { minLength: 1, maxLength: 2 })),
    })
    .map(({ forms, ...rest }) => built(rest, forms))
  return fc.uniqueArray(one, { minLength: 1, maxLength: 4, selector: (c) => c.id })
}

type Said = typeof said extends fc.Arbitrary<infer T> ? T : never

function built(rest: Partial<Concept>, forms: [string, Said][]): Concept {
  const own = forms.filter(([t]) => t.toLowerCase() !== rest.preferred?.toLowerCase())
  const of = (status: Said['status']) => own.filter(([, s]) => s.status === status)
  const list = <T>(items: T[]) => (items.length > 0 ? items : undefined)
  const rendering = ([t, s]: [string, Said]) => {
    const more = pruned({ when: s.when, 'used-by': s.user, expand: s.expand, note: s.note })
    return Object.keys(more).length > 0 ? { term: t, ...more } : t
  }
  const refused = of('deprecated').map(([t, { why, severity, expected, after, without }]) => {
    const more = pruned({ severity, expected, after, without })
    return [t, why !== undefined && Object.keys(more).length === 0 ? why : pruned({ why, ...more })]
  })
  return pruned({
    ...rest,
    admitted: list(of('admitted').map(rendering)),
    short: list(of('short').map(rendering)),
    attested: list(
      of('attested').map(([t, s]) =>
        pruned({ term: t, 'used-by': [...users].filter((u) => s.users.includes(u)), note: s.note }),
      ),
    ),
    superseded: list(of('superseded').map(([t, s]) => pruned({ term: t, until: s.until, note: s.note }))),
    deprecated: refused.length > 0 ? Object.fromEntries(refused) : undefined,
  }) as Concept
}

function pruned<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, v]) => v !== undefined)) as T
}
