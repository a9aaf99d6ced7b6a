/** Shows what the address asks for; keys: / searches, arrows go through what is found, Enter opens, Escape goes back. */
const main = byId('main')
const search = byId('search') as HTMLInputElement
const form = search.form as HTMLFormElement
const title = document.title

function show(): void {
  const id = decoded(location.hash.replace(/^#concept\//, ''))
  const one = location.hash.startsWith('#concept/') ? report.concepts.find((c) => c.id === id) : undefined
  document.title = one ? `${one.zh} ${one.preferred} · ${title}` : title
  main.replaceChildren(one ? conceptPage(one) : overview())
  window.scrollTo(0, 0)
}

const links = () => [...main.querySelectorAll<HTMLAnchorElement>('.concepts tbody a')]

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const [first] = links()
  if (first && search.value.trim() !== '') location.hash = first.hash
})
search.addEventListener('input', () => {
  state.query = search.value
  const here = main.querySelector('.concepts')
  if (here === null) {
    history.replaceState(null, '', '#')
    show()
  } else refill()
  main.querySelector('.concepts')?.scrollIntoView({ block: 'start' })
})
document.addEventListener('keydown', (event) => {
  const at = document.activeElement
  const typing = at instanceof HTMLInputElement || at instanceof HTMLSelectElement
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === '/' && !typing) {
    event.preventDefault()
    search.focus()
  } else if (event.key === 'Escape') {
    if (location.hash.startsWith('#concept/')) location.hash = '#'
    else if (search.value !== '') {
      search.value = ''
      search.dispatchEvent(new Event('input'))
    }
    search.focus()
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event, at)
})

function step(event: KeyboardEvent, at: Element | null): void {
  const all = links()
  const here = all.indexOf(at as HTMLAnchorElement)
  if (here < 0 && at !== search) return
  const next = event.key === 'ArrowDown' ? all[here + 1] : here > 0 ? all[here - 1] : search
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

window.addEventListener('hashchange', () => {
  show()
  const to = location.hash.startsWith('#concept/') ? main : search
  to.focus({ preventScroll: true })
})
form.hidden = false
show()
