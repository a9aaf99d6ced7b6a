/**
 * The script of the glossary as HTML, a classic one: the list, the search, and the page that the address asks for. Pages are
 * cut from the text of `noscript`, where all of them stand as HTML that was escaped when it was made; what comes from
 * the list's data is set as text only.
 */
interface Row {
  at: string
  zh: string[]
  en: string
  ok: string
  no: string
}

interface Group {
  name: string
  own: boolean
  rows: Row[]
}

interface Looked extends Row {
  own: boolean
  folded: { zh: string[]; en: string; ok: string; no: string[] }
}

const mostShown = 200

const search = byId('search') as HTMLInputElement
const form = search.form as HTMLFormElement
const nav = byId('list')
const list = nav.querySelector('div') as HTMLElement
const count = byId('count')
const main = byId('main')
const start = byId('start')
const page = byId('page')
const text = byId('all').textContent ?? ''
const groups = JSON.parse(byId('finder').textContent ?? '[]') as Group[]
const title = document.title

/** Where each page stands in the text, and the heading of its field. */
const pages = new Map<string, { from: number; to: number; heading: string }>()
let heading = ''
for (const { 0: tag, 1: name = '', 2: id = '', index } of text.matchAll(
  /<(section|article) id="([^"]+)">/g,
)) {
  if (name === 'section') heading = text.slice(index + tag.length, text.indexOf('</h2>', index) + 5)
  const to = text.indexOf(`</${name}>`, index)
  pages.set(id, { from: index, to, heading: name === 'section' ? '' : heading })
}

let looked: Looked[] | undefined

function rows(): Looked[] {
  looked ??= groups.flatMap((group) =>
    group.rows.map((row) => ({
      ...row,
      own: group.own,
      folded: {
        zh: row.zh.map(fold),
        en: fold(row.en),
        ok: row.ok.split('\n').map(fold).join('\n'),
        no: row.no.split('\n').map(fold),
      },
    })),
  )
  return looked
}

/** The better, the lower; undefined where it is none. Forms that may stand come before forms that may not. */
function rank({ folded: { zh, en, ok, no } }: Looked, wanted: string, parts: string[]): number | undefined {
  if (zh.includes(wanted) || en === wanted) return 0
  if (zh.some((one) => one.startsWith(wanted)) || en.startsWith(wanted)) return 1
  if (zh.some((one) => one.includes(wanted))) return 2
  if (` ${en}`.includes(` ${wanted}`)) return 3
  if (`\n${ok}\n`.includes(`\n${wanted}\n`)) return 4
  const all = (words: string) => parts.every((part) => words.includes(part))
  if (en.includes(wanted)) return 5
  if (ok.includes(wanted)) return 6
  if (no.some(all)) return 7
  if ([en, ...ok.split('\n')].some(all)) return 8
  return all([...zh, en, ok, ...no].join('\n')) ? 9 : undefined
}

function found(query: string): { row: Looked; rank: number }[] {
  const wanted = fold(query)
  const parts = wanted.split(' ')
  return rows()
    .flatMap((row) => {
      const place = rank(row, wanted, parts)
      return place === undefined ? [] : [{ row, rank: place }]
    })
    .sort((a, b) => a.rank - b.rank || a.row.en.length - b.row.en.length)
}

function showList(): void {
  const query = search.value.trim()
  if (query === '') {
    count.textContent = ''
    list.replaceChildren(...groups.map(groupOf))
  } else {
    const hits = found(query)
    count.textContent =
      hits.length === 0
        ? 'Nothing is written like this.'
        : `${hits.length} ${hits.length === 1 ? 'entry' : 'entries'}${hits.length > mostShown ? `, the first ${mostShown}` : ''}`
    const items = hits.slice(0, mostShown).map(({ row, rank }) => itemOf(row, why(row, rank, query), row.own))
    list.replaceChildren(el('ul', {}, ...items))
  }
  markCurrent()
  nav.scrollTop = 0
}

/** Of a row that is found by another form than those it shows: that form, or that it is refused. */
function why({ ok, zh }: Looked, place: number, query: string): string {
  const wanted = fold(query)
  if (place === 4 || place === 6 || place === 8) {
    const parts = wanted.split(' ')
    return (
      ok.split('\n').find((one) => fold(one) === wanted) ??
      ok.split('\n').find((one) => parts.every((p) => fold(one).includes(p))) ??
      ''
    )
  }
  if (place === 7) return 'by a form that is refused'
  return zh.slice(1).find((one) => fold(one).includes(wanted)) ?? ''
}

function groupOf({ name, own, rows: members }: Group): HTMLElement {
  const mark = own ? [' ', ownMark()] : []
  return el('section', {}, el('h2', {}, name, ...mark), el('ul', {}, ...members.map((row) => itemOf(row))))
}

function ownMark(): HTMLElement {
  return el('b', { class: 'mark own' }, 'own glossary')
}

function isChinese(text: string): boolean {
  return /\p{sc=Han}/u.test(text)
}

function itemOf({ at, zh, en }: Row, hint = '', own = false): HTMLElement {
  const chinese = zh[0] === undefined ? [] : [el('span', { lang: 'zh-Hans' }, zh[0]), ' ']
  const more = hint === '' ? [] : [' ', el('small', isChinese(hint) ? { lang: 'zh-Hans' } : {}, hint)]
  if (own) more.unshift(' ', ownMark())
  return el('li', {}, el('a', { href: `#${at}` }, ...chinese, el('span', {}, en), ...more))
}

function showPage(): void {
  const at = decoded(location.hash.slice(1))
  start.hidden = at !== ''
  document.body.dataset.view = 'page'
  const one = pages.get(at)
  if (at === '') page.replaceChildren()
  else if (at === 'all') page.innerHTML = text
  else if (one) page.innerHTML = one.heading + text.slice(one.from, one.to)
  else page.replaceChildren(el('p', { class: 'lead' }, `No page is called “${at}”.`))
  // Else the browser goes to what the address names and leaves the heading above it out of sight.
  page.querySelector(':scope > article')?.removeAttribute('id')
  const name = page.querySelector(one?.heading ? 'h3' : 'h2')?.textContent
  document.title = at !== '' && at !== 'all' && name ? `${name} · ${title}` : title
  window.scrollTo(0, 0)
  main.scrollTop = 0
  markCurrent()
}

function markCurrent(): void {
  nav.querySelector('[aria-current]')?.removeAttribute('aria-current')
  const current = links().find((a) => a.hash === location.hash && location.hash !== '')
  current?.setAttribute('aria-current', 'page')
  if (current && !nav.contains(document.activeElement)) current.scrollIntoView({ block: 'center' })
}

function links(): HTMLAnchorElement[] {
  return [...list.querySelectorAll('a')]
}

/** From the search into what is found, through it, and back. */
function step(by: 1 | -1): void {
  const all = links()
  const at = all.indexOf(document.activeElement as HTMLAnchorElement)
  if (at + by < 0) search.focus()
  else all[at < 0 ? 0 : Math.min(at + by, all.length - 1)]?.focus()
}

function toSearch(): void {
  search.focus()
  search.select()
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const inSearch = document.activeElement === search
  const inList = list.contains(document.activeElement)
  if (event.key === '/' && !inSearch) toSearch()
  else if (event.key === 'ArrowDown' && (inSearch || inList)) step(1)
  else if (event.key === 'ArrowUp' && inList) step(-1)
  else if (event.key === 'Escape' && inSearch && search.value !== '') {
    search.value = ''
    showList()
  } else if (event.key === 'Escape' && !inSearch) toSearch()
  else return
  event.preventDefault()
})

search.addEventListener('input', () => {
  document.body.dataset.view = search.value.trim() === '' ? 'page' : 'list'
  showList()
})
search.addEventListener('focus', () => {
  if (search.value.trim() !== '') document.body.dataset.view = 'list'
})
form.addEventListener('submit', (event) => {
  event.preventDefault()
  const first = search.value.trim() === '' ? undefined : links()[0]
  if (first) visit(first)
})
list.addEventListener('click', (event) => {
  const chosen = (event.target as Element).closest('a')
  if (chosen === null || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  visit(chosen)
})

/** Also where the address does not change: the list must give way to the page. */
function visit(chosen: HTMLAnchorElement): void {
  if (chosen.hash === location.hash) showPage()
  else location.hash = chosen.hash
}

window.addEventListener('hashchange', () => {
  showPage()
  main.focus({ preventScroll: true })
})
for (const hidden of document.querySelectorAll<HTMLElement>('form, nav, .keys')) hidden.hidden = false
showList()
showPage()
