/** The table of concepts: every column sorts, the search and the choice above it filter. */
interface Column {
  name: string
  hint: string
  value(one: Concept): number | string | undefined | null
  shown?(one: Concept): Child
}

const officially = report.labels === 'judging' ? 'Preferred or admitted' : 'One of the official forms'

const columns: Column[] = [
  { name: 'Concept', hint: 'By its preferred form', value: (c) => c.preferred.toLowerCase() },
  {
    name: 'Occurrences',
    hint: 'Measured: neither ambiguous nor inferred',
    value: (c) => c.folded?.occurrences ?? 0,
  },
  { name: 'Articles', hint: 'With at least one of them', value: (c) => c.folded?.articles ?? 0 },
  {
    name: 'Renderings',
    hint: 'Full form, short forms and acronyms counted as one',
    value: (c) => classCount(c),
  },
  {
    name: 'Effective',
    hint: 'Effective number of renderings, 1 / Σ p²',
    value: (c) => c.folded?.effective,
    shown: (c) => fixed(c.folded?.effective),
  },
  {
    name: report.labels === 'judging' ? 'Accepted' : 'Official',
    hint: `${officially}, of all occurrences`,
    value: (c) => c.adherence?.accepted.share,
    shown: (c) => percent(c.adherence?.accepted.share),
  },
  {
    name: 'Most frequent',
    hint: 'Share of the most frequent rendering, whatever its standing',
    value: (c) => c.dominance?.share,
    shown: (c) => percent(c.dominance?.share),
  },
  {
    name: 'In articles',
    hint: 'Agreement of two occurrences in one article',
    value: (c) => c.folded?.within,
    shown: (c) => percent(c.folded?.within),
  },
  {
    name: 'Between',
    hint: 'Agreement of two occurrences in different articles',
    value: (c) => c.folded?.between,
    shown: (c) => percent(c.folded?.between),
  },
  ...(report.labels === 'judging'
    ? [{ name: 'Edits', hint: 'That would make it uniform', value: (c: Concept) => c.edits?.count ?? 0 }]
    : []),
]

/** The rarest may stand as one where the corpus is large. */
function classCount({ classes, rarer }: Concept): number {
  return classes.length + Math.max(0, (rarer?.classes ?? 0) - 1)
}

const choices: Record<string, (one: Concept) => boolean> = {
  'all concepts': () => true,
  'more than one rendering': (c) => c.classes.length > 1,
  'one rendering throughout': (c) => c.classes.length === 1,
  'preferred form never used': (c) => c.adherence?.preferred.share === 0,
  'former name after it ended': (c) => c.course.late.length > 0,
  'changed over time': (c) => Boolean(c.course.change),
  'ambiguous or inferred only': (c) => !c.folded,
}

const narrow = matchMedia('(max-width: 50rem)').matches
const state = { column: -1, down: true, choice: 'all concepts', query: '', shown: narrow ? 25 : 100 }

/** Words of each concept that a search may name. */
const looked = report.concepts.map((one) => ({
  one,
  words: fold(
    [one.zh, one.id, one.preferred, ...one.renderings.map(({ text }) => text)]
      .join('\n')
      .replaceAll('-', ' '),
  ),
}))

function chosen(): Concept[] {
  const parts = fold(state.query).split(' ')
  const fits = choices[state.choice] ?? (() => true)
  const found = looked
    .filter(({ one, words }) => fits(one) && parts.every((part) => words.includes(part)))
    .map(({ one }) => one)
  const column = columns[state.column]
  if (column === undefined) return found
  const sign = state.down ? -1 : 1
  return found.sort((a, b) => {
    const [x, y] = [column.value(a), column.value(b)]
    if (x === undefined || x === null) return y === undefined || y === null ? 0 : 1
    if (y === undefined || y === null) return -1
    return x < y ? -sign : x > y ? sign : 0
  })
}

function conceptTable(): HTMLElement {
  const body = el('tbody')
  const count = el('p', { id: 'count', role: 'status', class: 'note' })
  const more = el('button', { type: 'button', class: 'more' }, 'Show more')
  const buttons = columns.map(({ name, hint }) => el('button', { type: 'button', title: hint }, name))
  const heads = buttons.map((button) => el('th', { scope: 'col' }, button))
  const choice = el(
    'select',
    { 'aria-label': 'Which concepts' },
    ...Object.keys(choices).map((name) => el('option', {}, name)),
  ) as HTMLSelectElement
  choice.value = state.choice
  const fill = () => {
    const found = chosen()
    body.replaceChildren(...found.slice(0, state.shown).map(rowOf))
    more.hidden = found.length <= state.shown
    count.textContent = found.length === 0 ? 'No concept is like this.' : many(found.length, 'concept')
    heads.forEach((head, i) => {
      if (i === state.column) head.setAttribute('aria-sort', state.down ? 'descending' : 'ascending')
      else head.removeAttribute('aria-sort')
    })
  }
  for (const [i, button] of buttons.entries())
    button.addEventListener('click', () => {
      state.down = state.column === i ? !state.down : i > 0
      state.column = i
      fill()
    })
  choice.addEventListener('change', () => {
    state.choice = choice.value
    fill()
  })
  more.addEventListener('click', () => {
    state.shown *= 4
    fill()
  })
  refill = fill
  fill()
  const head = el('thead', {}, el('tr', {}, ...heads, el('th', { scope: 'col' }, 'Shares')))
  return el(
    'section',
    { class: 'concepts' },
    el('h2', {}, 'Concepts'),
    el('div', { class: 'tools' }, choice, count),
    el(
      'div',
      { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Concepts' },
      el('table', {}, head, body),
    ),
    more,
  )
}

/** Set by the table that stands on the page; the search calls it. */
let refill = () => {}

function rowOf(one: Concept): HTMLElement {
  const link = el('a', { href: conceptHref(one) }, zh(one.zh), one.zh !== '' && ' ', one.preferred)
  const cells = columns
    .slice(1)
    .map(({ value, shown }) => el('td', {}, shown ? shown(one) : grouped(Number(value(one) ?? 0))))
  const shares = el('td', { class: 'shares' }, one.folded ? bar(one.classes, one.folded.occurrences) : '–')
  return el('tr', {}, el('th', { scope: 'row' }, link), ...cells, shares)
}
