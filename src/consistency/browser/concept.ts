/** The page of one concept: renderings, measures, months, where it wavers, edits, and its occurrences in their sentences. */
function conceptPage(one: Concept): HTMLElement {
  const { folded, renderings, edits, course } = one
  const shownOnes = renderings
    .map((r, i) => ({ ...r, i }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
  const shades = shadesOf(one.classes)
  const most = Math.max(...shownOnes.map(({ count }) => count))
  return el(
    'article',
    {},
    el('p', { class: 'back' }, el('a', { href: '#' }, '← All concepts')),
    el('h2', { class: 'name' }, zh(one.zh, true), one.zh !== '' && ' ', one.preferred),
    folded
      ? el('p', { class: 'lead' }, leadOf(one))
      : el('p', { class: 'lead' }, 'It is only ambiguous or inferred here, so nothing is measured.'),
    one.vary &&
      report.labels === 'judging' &&
      el('p', { class: 'note' }, 'The glossary lets its accepted renderings stand beside each other.'),
    legend([one]),
    section(
      'Renderings',
      simpleTable(
        'Renderings',
        ['Rendering', 'Standing', 'Occurrences', 'Share', 'Articles', 'Compared'],
        shownOnes.map((r) => {
          const length = el('span', { 'data-label': r.label })
          length.style.setProperty('--shade', shades.get(r.folded) ?? '100%')
          length.style.width = `${(100 * r.count) / most}%`
          const as = r.folded !== r.text && el('small', {}, `counts as ${r.folded}`)
          return [
            el('span', {}, r.text, as),
            r.usage === '' ? r.label : `${r.label} (${r.usage})`,
            grouped(r.count),
            r.share == null ? 'not measured' : percent(r.share, 1),
            grouped(r.articles),
            el('span', { class: 'length', 'aria-hidden': 'true' }, length),
          ]
        }),
      ),
      one.rarer &&
        one.rarer.renderings > 0 &&
        el(
          'p',
          { class: 'note' },
          `And ${many(one.rarer.renderings, 'rarer rendering')}, in consistency.json and .csv: this page would not hold them.`,
        ),
      notMeasured(one),
    ),
    course.months.length > 1 && timeline(one),
    one.groups.length > 1 && byGroup(one),
    course.late.length > 0 &&
      section(
        'Former names after they ended',
        el(
          'ul',
          { class: 'places' },
          ...course.late.map((l) =>
            el('li', {}, placeLink(l.article, l.line), ` ${l.date}: “${l.text}”, the name until ${l.until}`),
          ),
        ),
        (one.moreLate ?? 0) > 0 &&
          el('p', { class: 'note' }, `And ${grouped(one.moreLate ?? 0)} more, in consistency.json.`),
      ),
    folded && section('Where it wavers', ...splitParts(one)),
    edits && edits.count > 0 && section('Edits', ...editParts(one)),
    folded && section('Measures', measures(one)),
    section('Occurrences', ...occurrences(one, shownOnes)),
  )
}

type Interval = [number, number] | undefined

function leadOf(whole: Concept): string {
  const { folded, classes, adherence, dominance } = whole
  const n = folded as NonNullable<Concept['folded']>
  const one = classes.length === 1 ? 'one rendering throughout' : `${grouped(classCount(whole))} renderings`
  const interval = (x: Interval) => (x ? ` (95 % interval ${percent(x[0])} to ${percent(x[1])})` : '')
  const kind = report.labels === 'judging' ? 'accepted' : 'official'
  const said = `${many(n.occurrences, 'occurrence')} in ${many(n.articles, 'article')}, ${one}.`
  if (!adherence || !dominance) return said
  return `${said} ${percent(adherence.accepted.share, 1)} ${kind}${interval(adherence.accepted.interval)}; most frequent: “${dominance.text}”, ${percent(dominance.share, 1)}${interval(dominance.interval)}.`
}

function notMeasured({ ambiguous, inferred, quoted, headlines }: Concept): Child {
  const said = [
    ambiguous > 0 && `${grouped(ambiguous)} ambiguous (written like another concept, too) and not measured`,
    inferred > 0 && `${grouped(inferred)} inferred from the Chinese and not measured`,
    quoted > 0 && `${grouped(quoted)} in quotation marks`,
    headlines > 0 && `${grouped(headlines)} in headlines`,
  ].filter(Boolean)
  return said.length > 0 && el('p', { class: 'note' }, `${said.join('; ')}.`)
}

function timeline({ course, classes }: Concept): HTMLElement {
  const { change, months } = course
  return section(
    'By month',
    change && el('p', {}, `From ${change.month} on mostly “${change.to}”, before that “${change.from}”.`),
    monthChart(
      months.map(({ month, counts }) => ({ month, parts: partsOf(counts, classes) })),
      shadesOf(classes),
    ),
  )
}

function byGroup({ groups, classes }: Concept): HTMLElement {
  const parts = groups.map(({ group, counts }) => ({ name: group, parts: partsOf(counts, classes) }))
  return section('By group', groupChart(parts, shadesOf(classes)))
}

function partsOf(counts: readonly number[], classes: Concept['classes']) {
  return classes.flatMap(({ text, label }, i) =>
    (counts[i] ?? 0) > 0 ? [{ text, label, count: counts[i] as number }] : [],
  )
}

function splitParts({ split, folded }: Concept): Child[] {
  if (!split || split.articles + split.between + split.groups === 0)
    return [el('p', {}, 'Nowhere: it has one rendering.')]
  const parts = [
    {
      text: 'inside articles',
      label: 'split-1',
      count: split.articles,
      advice: 'Articles say it in more than one way: edit articles.',
    },
    {
      text: 'between the articles of a group',
      label: 'split-2',
      count: split.between,
      advice: 'Articles differ from each other: agree on a form.',
    },
    {
      text: 'between groups',
      label: 'split-3',
      count: split.groups,
      advice: 'Folders or outlets differ: they have forms of their own.',
    },
  ]
  const main = parts.filter(({ count }) => count >= 0.3)
  return [
    bar(
      parts.filter(({ count }) => count > 0.0005).map((p) => ({ ...p, count: Number(p.count.toFixed(3)) })),
      1,
    ),
    el(
      'ul',
      { class: 'legend' },
      ...parts.map(({ text, label, count }) =>
        el('li', {}, el('i', { 'data-label': label }), `${percent(count)} ${text}`),
      ),
    ),
    el(
      'p',
      {},
      report.labels === 'judging'
        ? main.map(({ advice }) => advice).join(' ')
        : `Mostly ${main.map(({ text }) => text).join(', ')}.`,
    ),
    el(
      'p',
      { class: 'note' },
      `Two occurrences agree in ${percent(folded?.within)} of pairs inside an article, in ${percent(folded?.between)} of pairs from two.`,
    ),
  ]
}

function editParts({ edits, renderings, preferred }: Concept): Child[] {
  if (!edits) return []
  const other = edits.to === preferred ? '' : ` To the preferred form it takes ${grouped(edits.toPreferred)}.`
  const quoted = edits.quoted > 0 ? ` ${many(edits.quoted, 'is', 'are')} in quotations.` : ''
  const cares = {
    '': '',
    quoted: ' in a quotation',
    headline: ' in a headline',
    former: ' a former name',
    choice: '',
  }
  const items = edits.places.map(([article, line, r, , care]) => {
    const note = care !== '' && el('small', {}, cares[care])
    return el(
      'li',
      {},
      placeLink(article, line),
      ` ${renderings[r]?.text ?? ''} → ${renderings[r]?.expected?.join(' or ') ?? edits.to}`,
      note,
    )
  })
  const left = edits.count - edits.places.length
  return [
    el('p', {}, `${many(edits.count, 'edit')} to “${edits.to}” would make it uniform.${other}${quoted}`),
    el('ul', { class: 'places' }, ...items),
    left > 0 && el('p', { class: 'note' }, `And ${grouped(left)} more, in consistency.json.`),
    el(
      'p',
      { class: 'note' },
      'zhengming report … --fix-selection edits.csv writes the edits of all concepts as a table; lint --fix --only edits.csv makes those that are left in it. Quotations, headlines, former names and choices between forms are left to a person.',
    ),
  ]
}

function measures({ folded, unfolded, adherence, dominance, renderings, preferred }: Concept): HTMLElement {
  const range = (x: { share: number; interval: Interval } | undefined) => {
    if (x === undefined) return '–'
    const { share, interval } = x
    return `${percent(share, 1)}${interval ? ` (${percent(interval[0], 1)} to ${percent(interval[1], 1)})` : ''}`
  }
  const of = (key: keyof NonNullable<Concept['folded']>, show: (x: number | undefined | null) => string) => [
    show(folded?.[key]),
    show(unfolded?.[key]),
  ]
  const one = (x: number | undefined | null) => percent(x, 1)
  const rows: [string, string, string[]][] = [
    [
      'Preferred form',
      'Share of the preferred form, with its short forms and acronyms where folded',
      [range(adherence?.preferred), one(renderings.find(({ text }) => text === preferred)?.share ?? 0)],
    ],
    [report.labels === 'judging' ? 'Accepted' : 'Official', officially, [range(adherence?.accepted), '']],
    ['Dominance', 'max p(r) (Berger and Parker 1970)', [range(dominance), one(unfolded?.dominance)]],
    ['HHI', 'Σ p(r)² (Hirschman, Herfindahl)', of('hhi', (x) => fixed(x, 3))],
    ['Effective renderings', '1 / Σ p(r)² (Hill 1973)', of('effective', (x) => fixed(x))],
    ['Pairwise agreement', 'Σ n(r)(n(r)−1) / N(N−1) (Simpson 1949)', of('pairwise', one)],
    ['Agreement in articles', 'Σ n(d,r)(n(d,r)−1) / Σ n(d)(n(d)−1)', of('within', one)],
    ['Agreement between articles', '(Σ n(r)² − Σ n(d,r)²) / (N² − Σ n(d)²)', of('between', one)],
    [
      'First rendering kept',
      'Later occurrences of an article that are rendered like its first',
      of('first', one),
    ],
    ['Purity', 'Σ max n(d,r) / N (Manning, Raghavan, Schütze, 16.3)', of('purity', one)],
  ]
  return simpleTable(
    'Measures',
    ['Measure', 'Folded', 'Unfolded', 'Formula'],
    rows.map(([name, formula, [a, b]]) => [name, a ?? '', b ?? '', el('small', {}, formula)]),
  )
}
