/** Every occurrence in its sentence, the keyword in the middle, with a link to its file; to choose and to filter. */
const mostLines = 200

function occurrences(
  one: Concept,
  renderings: readonly { text: string; i: number; count: number }[],
): Child[] {
  const list = el('ol', { class: 'kwic' })
  const count = el('p', { class: 'note', role: 'status' })
  const choice = el(
    'select',
    { 'aria-label': 'Which rendering' },
    el('option', { value: '' }, 'every rendering'),
    ...renderings.map(({ text, i, count }) =>
      el('option', { value: String(i) }, `${text} (${grouped(count)})`),
    ),
  ) as HTMLSelectElement
  const input = el('input', {
    type: 'search',
    placeholder: 'Filter the sentences',
    'aria-label': 'Filter the sentences',
  }) as HTMLInputElement
  const rank = new Map(renderings.map(({ i }, at) => [i, renderings.length - at]))
  const all = [...one.occurrences].sort((a, b) => (rank.get(a.rendering) ?? 0) - (rank.get(b.rendering) ?? 0))
  const fill = () => {
    const wanted = fold(input.value)
    const found = all.filter(
      (o) =>
        (choice.value === '' || o.rendering === Number(choice.value)) &&
        (wanted === '' || fold(o.sentence).includes(wanted)),
    )
    list.replaceChildren(...found.slice(0, mostLines).map((o) => kwic(o, one)))
    const whole = renderings.reduce((sum, r) => sum + r.count, 0)
    const kept =
      all.length < whole
        ? ` of a sample of ${grouped(all.length)}; at most ${report.examples} sentences of a rendering are kept here`
        : ''
    count.textContent = `${grouped(Math.min(found.length, mostLines))} of ${grouped(found.length)} shown${kept}. The rarest renderings first.`
  }
  choice.addEventListener('change', fill)
  input.addEventListener('input', fill)
  fill()
  return [el('div', { class: 'tools' }, choice, input, count), list]
}

function kwic(o: Concept['occurrences'][number], one: Concept): HTMLElement {
  const label = one.renderings[o.rendering]?.label ?? ''
  const marks = [o.headline && 'headline', o.quoted && 'quoted'].filter(Boolean).join(', ')
  return el(
    'li',
    {},
    el('span', { class: 'before' }, el('bdi', {}, o.sentence.slice(0, o.at))),
    el(
      'span',
      { class: 'after' },
      el('mark', { 'data-label': label, title: label }, o.sentence.slice(o.at, o.at + o.length)),
      o.sentence.slice(o.at + o.length),
    ),
    el(
      'span',
      { class: 'where' },
      placeLink(o.article, o.line, true),
      report.articles[o.article]?.date ? ` ${report.articles[o.article]?.date}` : '',
      marks !== '' && el('small', {}, ` ${marks}`),
    ),
  )
}
