/** The first view: how much, how uniform, what wavers most, and over what it was counted. */
function overview(): HTMLElement {
  const { totals, head, months, groups, quality, compared, proposals } = report
  const adherence = totals.adherence
  const judging = report.labels === 'judging'
  const tiles: [string, string, string][] = [
    [
      grouped(totals.articles - totals.copies),
      'articles',
      totals.copies > 0
        ? `${many(totals.copies, 'near copy', 'near copies')} left out`
        : `${grouped(totals.words)} words`,
    ],
    [
      grouped(totals.occurrences),
      'occurrences',
      `of ${many(report.concepts.filter((c) => c.folded).length, 'concept')}`,
    ],
    [
      percent(adherence?.accepted, 1),
      judging ? 'accepted' : 'official',
      `${percent(adherence?.preferred, 1)} in the preferred form`,
    ],
    [grouped(totals.wavering), 'concepts waver', 'more than one rendering'],
  ]
  if (judging) tiles.push([grouped(totals.edits ?? 0), 'edits', 'would make all uniform'])
  if (quality)
    tiles.push([
      fixed(quality.all.points, 1),
      'points per 1,000 words',
      `${many(quality.all.errors, 'error')}, ${many(quality.all.warnings, 'warning')}`,
    ])
  const wavering = report.concepts.filter(({ classes }) => classes.length > 1).slice(0, 12)
  return el(
    'div',
    { id: 'overview' },
    el(
      'ul',
      { class: 'tiles' },
      ...tiles.map(([number, name, note]) =>
        el('li', {}, el('b', {}, number), el('span', {}, name), el('small', {}, note)),
      ),
    ),
    legend(report.concepts),
    compared && since(compared),
    wavering.length > 0 &&
      section(
        'What wavers most',
        groupChart(
          wavering.map((one) => ({
            name: el('a', { href: conceptHref(one) }, zh(one.zh), one.zh !== '' && ' ', one.preferred),
            parts: one.classes,
          })),
        ),
      ),
    groups.length > 1 && byOutlet(groups),
    months.length > 1 &&
      section(
        'By month',
        monthChart(months.map(({ month, standing }) => ({ month, parts: standingParts(standing) }))),
      ),
    conceptTable(),
    quality && quality.all.articles > 0 && qualitySection(quality),
    proposals &&
      proposals.length > 0 &&
      section(
        'Names that no concept lists',
        simpleTable(
          'Names that no concept lists',
          ['Name', 'Seen', 'Articles', 'Like', 'First seen'],
          proposals.map((p) => [
            el('span', {}, p.term, p.zh !== undefined && ' ', p.zh === undefined ? undefined : zh(p.zh)),
            p.count,
            p.articles,
            p.concept?.concept.preferred ?? '',
            firstSeen(p.places[0]),
          ]),
        ),
      ),
    section(
      'Counted over',
      groups.length > 0 &&
        simpleTable(
          'Groups',
          ['Group', 'Articles', 'Near copies', 'Words', 'Occurrences', judging ? 'Accepted' : 'Official'],
          groups
            .slice(0, 100)
            .map((g) => [
              g.group,
              ...[g.articles, g.copies, g.words].map(grouped),
              ...standingCells(g.standing),
            ]),
        ),
      months.length > 0 &&
        simpleTable(
          'Months',
          ['Month', 'Articles', 'Words', 'Occurrences', judging ? 'Accepted' : 'Official'],
          months.map((m) => [m.month, ...[m.articles, m.words].map(grouped), ...standingCells(m.standing)]),
        ),
      totals.dated < totals.articles - totals.copies &&
        el(
          'p',
          { class: 'note' },
          `${many(totals.articles - totals.copies - totals.dated, 'article has', 'articles have')} no month.`,
        ),
    ),
    section(
      'To cite it and to make it again',
      el('pre', { tabindex: '0' }, head.commands.join('\n')),
      el(
        'p',
        { class: 'note' },
        `zhengming ${head.versions.join(', ')} · glossary ${head.glossaries.join(', ')} · house ${head.houses.join(', ')} · corpus ${head.corpus} · made ${head.made}. Intervals: 95 %, bootstrap over articles, seeded; where all articles agree, Clopper and Pearson’s. Near copies (Jaccard 0.7 on runs of 5 words) count once. Ambiguous and inferred occurrences are shown and not measured.`,
      ),
    ),
  )
}

const mostOutlets = 12

function byOutlet(groups: Data['groups']): HTMLElement {
  const shown = groups.slice(0, mostOutlets)
  const more = groups.length - shown.length
  return section(
    'By group',
    groupChart(
      shown.map(({ group, standing }) => {
        const parts = standingParts(standing)
        const [count, accepted] = standingCells(standing)
        return { name: group, parts, note: `${count}, ${accepted} ${acceptedName}` }
      }),
    ),
    more > 0 && el('p', { class: 'note' }, `And ${more} with fewer articles, below.`),
  )
}

const acceptedName = report.labels === 'judging' ? 'accepted' : 'official'

/** Occurrences, and how many of them are accepted. */
function standingCells(standing: Record<string, number>): [string, string] {
  const parts = standingParts(standing)
  return [grouped(parts.reduce((sum, { count }) => sum + count, 0)), percent(acceptedIn(parts), 1)]
}

function firstSeen(place: NonNullable<Data['proposals']>[number]['places'][number] | undefined): Child {
  if (place === undefined) return undefined
  const { file, line, sentence } = place
  const name = `${file.replace(/^.*\//, '')}:${line}`
  return el('div', { class: 'quote' }, sentence, el('small', { class: 'under' }, fileLink(file, name)))
}

function qualitySection({ families, groups, worst }: NonNullable<Data['quality']>): HTMLElement {
  type Tally = (typeof families)[number]
  const counts = (t: Tally) => [grouped(t.errors), grouped(t.warnings), fixed(t.points, 1)]
  const header = ['Errors', 'Warnings', 'Points per 1,000 words']
  const table = (name: string, all: readonly Tally[]) =>
    simpleTable(
      name,
      [name, 'Articles', ...header],
      all.map((t) => [t.name, grouped(t.articles), ...counts(t)]),
    )
  return section(
    'Quality',
    el(
      'p',
      { class: 'note' },
      'Points as lint --score counts them (MQM): an error 5, a warning 1; five times that where it misleads about who or when; punctuation 0.1.',
    ),
    families.length > 0 && table('Family', families),
    groups.length > 1 && table('Group', groups.slice(0, 30)),
    worst.length > 0 &&
      simpleTable(
        'Worst articles',
        ['Worst articles', 'Words', ...header],
        worst.map((t) => [fileLink(t.name, t.name), grouped(t.words), ...counts(t)]),
      ),
  )
}

function since({ made, articles, points, accepted, concepts }: NonNullable<Data['compared']>): HTMLElement {
  type State = (typeof concepts)[number]['before']
  const said = (one: State) =>
    one
      ? `${percent(one.accepted)} of ${grouped(one.occurrences)}, ${fixed(one.effective)} effective`
      : 'not there'
  return section(
    `Since ${made}`,
    el(
      'p',
      {},
      `${report.labels === 'judging' ? 'Accepted' : 'Official'} ${percent(accepted.before, 1)} → ${percent(accepted.after, 1)}; points per 1,000 words ${fixed(points.before, 1)} → ${fixed(points.after, 1)}; the earlier report had ${many(articles, 'article')}.`,
    ),
    concepts.length > 0 &&
      simpleTable(
        'Concepts that moved',
        ['Concept', 'Before', 'Now'],
        concepts
          .slice(0, 20)
          .map((c) => [
            el('a', { href: conceptHref(c) }, zh(c.zh), c.zh !== '' && ' ', c.preferred),
            said(c.before),
            said(c.after),
          ]),
      ),
  )
}
