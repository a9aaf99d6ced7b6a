/** Numbers, links, bars and tables of the report's page. What comes from the data is only ever set as text or as an encoded address. */
type Data = import('../../../dist/consistency/fitted.js').Fitted
type Concept = Data['concepts'][number]

const report = JSON.parse(byId('report').textContent ?? '{}') as Data & { base: string }

/** Of several Chinese names the shortest; all of them where there is room. */
function zh(text: string, all = false): Child {
  const shown = all ? text : text.split('；').reduce((best, one) => (one.length < best.length ? one : best))
  return shown === '' ? undefined : el('span', { lang: 'zh-Hans', title: text }, shown)
}

function percent(share: number | undefined | null, digits = 0): string {
  return share === undefined || share === null ? '–' : `${(100 * share).toFixed(digits)} %`
}

function fixed(value: number | undefined | null, digits = 2): string {
  return value === undefined || value === null ? '–' : value.toFixed(digits)
}

function grouped(value: number): string {
  return value.toLocaleString('en')
}

function many(count: number, one: string, more = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : more}`
}

const readable = /\.(txt|md|markdown|html?)$/i

function placeLink(article: number, line: number, brief = false): HTMLElement {
  const path = report.articles[article]?.article ?? ''
  return fileLink(path, `${brief ? path.replace(/^.*\//, '') : path}:${line}`)
}

/** A file of the corpus, relative to this page; a row of a table is named only. */
function fileLink(path: string, text: string): HTMLElement {
  if (!readable.test(path)) return el('span', { class: 'place', title: path }, text)
  const parts = path.split('/').map(encodeURIComponent).join('/')
  const base = report.base === '' ? '.' : report.base
  const href = path.startsWith('/') ? `file://${parts}` : `${base}/${parts}`
  return el('a', { class: 'place', href, title: path }, text)
}

interface Part {
  text: string
  label: string
  count: number
}

/** Renderings of one standing share its colour; the rarer ones, in this order, are paler. */
function shadesOf(parts: readonly Part[]): Map<string, string> {
  const seen = new Map<string, number>()
  return new Map(
    parts.map(({ text, label }) => {
      const before = seen.get(label) ?? 0
      seen.set(label, before + 1)
      return [text, `${Math.max(35, 100 - 22 * before)}%`]
    }),
  )
}

/** A stacked bar; each part names itself to who cannot see it. */
function bar(parts: readonly Part[], whole: number, shades = shadesOf(parts)): HTMLElement {
  const said = parts.map(({ text, label, count }) => `${text} (${label}) ${count}`).join(', ')
  const made = el('span', { class: 'bar', role: 'img', 'aria-label': said })
  for (const { text, label, count } of parts) {
    const part = el('span', {
      'data-label': label,
      title: `${text} · ${label} · ${count} (${percent(count / whole)})`,
    })
    part.style.flexGrow = String(count)
    part.style.setProperty('--shade', shades.get(text) ?? '100%')
    made.append(part)
  }
  return made
}

/** Every label, the best first. */
const standings = [
  'preferred',
  'official',
  'admitted',
  'attested',
  'other attested',
  'superseded',
  'former',
  'refused',
  'unattested',
  'inferred',
  'rarer',
]

function legend(concepts: readonly Concept[]): HTMLElement {
  const labels = new Set(
    concepts.flatMap(({ renderings, classes }) => [...renderings, ...classes].map(({ label }) => label)),
  )
  const items = standings
    .filter((label) => labels.has(label))
    .map((label) => el('li', {}, el('i', { 'data-label': label }), label))
  return el('ul', { class: 'legend', 'aria-label': 'Standing of renderings' }, ...items)
}

function section(title: string, ...children: readonly Child[]): HTMLElement {
  return el('section', {}, el('h2', {}, title), ...children)
}

/** A table that scrolls in itself where it is too wide. */
function simpleTable(
  caption: string,
  header: readonly string[],
  rows: readonly (readonly Child[])[],
): HTMLElement {
  const isWords = (one: Child) => one instanceof Node || /[^\d.,–%() to]/.test(String(one ?? ''))
  const styles = header.map((_, i): Record<string, string> => {
    const words = rows.filter((row) => isWords(row[i])).length
    return 2 * words > rows.length || (words > 0 && rows.every((row) => isWords(row[i]) || !row[i]))
      ? { class: 'words' }
      : {}
  })
  const cells = (row: readonly Child[]) =>
    row.map((one, i) => (i === 0 ? el('th', { scope: 'row' }, one) : el('td', styles[i], one)))
  return el(
    'div',
    { class: 'wide', tabindex: '0', role: 'region', 'aria-label': caption },
    el(
      'table',
      {},
      el('thead', {}, el('tr', {}, ...header.map((one, i) => el('th', { scope: 'col', ...styles[i] }, one)))),
      el('tbody', {}, ...rows.map((row) => el('tr', {}, ...cells(row)))),
    ),
  )
}

function conceptHref({ id }: { id: string }): string {
  return `#concept/${encodeURIComponent(id)}`
}
