/** Files as other programs write them. Each is of our own making; see `files/`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Losses } from '../../src/exchange/draft.js'
import { read } from '../../src/exchange/formats.js'
import { gather } from '../../src/exchange/gather.js'
import { glossaryText } from '../../src/exchange/house-yaml.js'
import { draftsOf } from '../../src/exchange/table.js'
import { loadGlossary } from '../../src/glossary/load.js'
import type { Concept } from '../../src/glossary/schema.js'

async function imported(
  name: string,
  bytes: Uint8Array = readFileSync(join(import.meta.dirname, 'files', name)),
) {
  const { drafts, losses } = await read(name, bytes)
  const concepts = gather(drafts, losses).map(({ concept }) => concept)
  return { concepts, lost: losses.lines() }
}

/** The concepts of a table written here, without their ids and kinds. */
async function table(text: string): Promise<{ concepts: Omit<Concept, 'id' | 'kind'>[]; lost: string[] }> {
  const { concepts, lost } = await imported('table.csv', new TextEncoder().encode(text))
  const { problems } = loadGlossary([[{ path: 'table.yaml', text: glossaryText(concepts, 'a table') }]])
  expect(problems).toEqual([])
  return { concepts: concepts.map(({ id: _, kind: __, ...rest }) => rest), lost }
}

const refusal = async (text: string | Uint8Array, name = 'table.csv') => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return read(name, bytes).then(
    () => 'was read',
    (error: Error) => error.message,
  )
}

const harbour = { zh: ['港务处'], preferred: 'Harbour Office' }

describe('a table', () => {
  it('in GB18030, a row a term', async () => {
    const { concepts, lost } = await imported('gb18030.csv')
    expect(concepts).toEqual([
      {
        id: 'harbour-office',
        ...harbour,
        kind: 'term',
        deprecated: { 'Port Bureau': '不是“局”' },
        note: '“处”是二级机构',
      },
      {
        id: 'general-administration-of-customs',
        zh: ['海关总署'],
        kind: 'term',
        preferred: 'General Administration of Customs',
        short: ['GAC'],
      },
      { id: 'rongji-street', zh: ['镕基街'], kind: 'term', preferred: 'Rongji Street', approved: false },
    ])
    expect(lost).toEqual([])
  })

  it('of Excel in Europe: a BOM, semicolons between and within cells, a formula undone', async () => {
    const { concepts, lost } = await imported('excel-semicolon.csv')
    const why = 'a bureau is above an office'
    expect(concepts.map(({ zh, preferred, deprecated }) => ({ zh, preferred, deprecated }))).toEqual([
      { ...harbour, deprecated: { 'Port Bureau': why, 'Dock Office': why } },
      {
        zh: ['依法治国、依法执政'],
        preferred: 'law-based governance, in all respects',
        deprecated: undefined,
      },
      { zh: ['反腐败'], preferred: '-corruption drive', deprecated: undefined },
    ])
    expect(lost).toEqual(['cells of unknown columns, left out: 3 (Domain)'])
  })

  it('of two columns without a header, in either order', async () => {
    for (const name of ['deepl.csv', 'deepl.tsv', 'utf16.txt'])
      expect((await imported(name)).concepts[0], name).toEqual({
        id: 'harbour-office',
        kind: 'term',
        ...harbour,
      })
  })

  it('tells its languages by what stands in them, where the header does not', async () => {
    for (const header of [
      'Source,Target',
      'Term,Translation',
      '原文,译文',
      'English,Term',
      'Source term,中文',
    ])
      expect((await table(`${header}\nHarbour Office,港务处\n`)).concepts, header).toEqual([harbour])
  })

  it('with a title above its header, and cells of a dash', async () => {
    expect(
      (await table('Our terms 2024,,\n,,\n中文,英文,禁用译法\n港务处,Harbour Office,—\n')).concepts,
    ).toEqual([harbour])
  })

  it('with several values in a cell, apart by semicolons, lines, and where forms are listed by 、', async () => {
    const { concepts } = await table(
      '中文,英文,禁用\n"港务处；港务办","Harbour Office\nOffice of the Harbour",Port Bureau、Dock Office\n',
    )
    expect(concepts).toEqual([
      {
        zh: ['港务处', '港务办'],
        preferred: 'Harbour Office',
        admitted: ['Office of the Harbour'],
        deprecated: { 'Port Bureau': {}, 'Dock Office': {} },
      },
    ])
  })

  it('joins the rows of one id, and of one Chinese', async () => {
    const { concepts } = await table(
      'id,zh,en,status\n7,港务处,HO,acronym\n7,,Harbour Office,Approved\n7,,Port Bureau,DO NOT USE\n,海关,customs,\n,海关,Customs House,\n',
    )
    expect(concepts).toEqual([
      { ...harbour, short: ['HO'], deprecated: { 'Port Bureau': {} } },
      { zh: ['海关'], preferred: 'customs', admitted: ['Customs House'] },
    ])
  })

  it('makes ids that differ, and the same ones again', async () => {
    const text = 'zh,en\n海关,Customs\n关税,customs\n风俗,Customs!\n'
    const ids = async () =>
      (await imported('t.csv', new TextEncoder().encode(text))).concepts.map(({ id }) => id)
    expect(await ids()).toEqual(['customs', 'customs-2', 'customs-3'])
    expect(await ids()).toEqual(await ids())
  })

  it('takes signs of the pattern language for themselves', async () => {
    const { concepts, lost } = await table(
      'zh,en,forbidden\n海关总署,General Administration of Customs (GAC),Customs (old) [x|y]~\n丙,Plan {C},\n',
    )
    expect(concepts).toEqual([
      {
        zh: ['海关总署'],
        preferred: 'General Administration of Customs',
        short: ['GAC'],
        deprecated: { 'Customs \\(old\\) \\[x\\|y\\]\\~': {} },
      },
      { zh: ['丙'], preferred: 'Plan C', note: 'given as "Plan {C}"' },
    ])
    expect(lost).toEqual([
      'preferred forms with brackets or signs of the pattern language, kept whole in the note: 1 (Plan {C})',
    ])
  })

  it('says what it leaves out', async () => {
    const { lost } = await table(
      'zh,en,status,kind,until\n甲,,,,\n乙,B Office,preferred,noun,soon\n乙,B Bureau,obsolete,,\n乙,b office,forbidden,,\n丁,Bad D,forbidden,,\n乙,B House,preferred,,\n',
    )
    expect(lost).toEqual([
      'Chinese without English, left out: 1 (甲)',
      'superseded forms without the date of their end, refused instead: 1 (B Bureau)',
      'forms with two statuses, the first kept: 1 (b office: preferred, deprecated)',
      'second preferred forms, admitted instead: 1 (B House beside B Office)',
      'unknown kinds, term in their place: 1 (noun)',
      'no until that a glossary knows, left out: 1 (soon of B Office)',
      'only refused forms and no preferred one, left out: 1 (丁)',
    ])
  })

  it('gives a glossary that loads, whatever stands in its cells', { timeout: 60_000 }, async () => {
    const columns = [
      'id',
      'zh',
      'en',
      'status',
      'pattern',
      'forbidden',
      'admitted',
      'note',
      'until',
      'used-by',
      'kind',
      'replaces',
    ]
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '港务处',
        '海关',
        'Port Office',
        'port-office',
        'the port office',
        'a (b|',
        '(a|b) [c]',
        'c1',
        'yes',
        '2018',
        'law',
        'x',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    )
    const status = fc.constantFrom(
      '',
      'preferred',
      'admitted',
      'short',
      'attested',
      'obsolete',
      'forbidden',
      'draft',
    )
    const row = fc.tuple(...columns.map((column) => (column === 'status' ? status : cell)))
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const text = glossaryText(
          gather(draftsOf('t', [columns, ...rows]).drafts, new Losses()).map(({ concept }) => concept),
          'a table',
        )
        // Two concepts of one file may be at odds; that is for the loader to say.
        const { problems } = loadGlossary([[{ path: 'table.yaml', text }]])
        const own = problems.filter(
          ({ message }) =>
            !/ catches .* form of /.test(message) || message.split(':')[0] === message.split(' form of ')[1],
        )
        expect(own).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('that is broken, in one line with its place', async () => {
    expect(await refusal('zh,en\n海关,"Customs\n关税,tariff\n')).toMatch(
      /^table\.csv:2:2: a quotation mark opens and never closes$/,
    )
    expect(await refusal('zh,en,status\n海关,Customs,fine\n')).toMatch(
      /^table\.csv:2:3: unknown status "fine"/,
    )
    expect(await refusal('a,b,c\n海关,Customs,x y\n')).toBe(
      'table.csv:1:1: has no header that names a column of Chinese and one of English',
    )
    expect(await refusal('customs,tariff\nport,harbour\n')).toBe(
      'table.csv:1:1: no telling which column is Chinese, name them in a header',
    )
    expect(await refusal('')).toBe('table.csv:1:1: has no two columns')
    expect(await refusal(new Uint8Array([0xe6, 0xff, 0xff, 0x30]))).toBe(
      'table.csv:1:1: is neither UTF-8 nor GB18030',
    )
    expect(await refusal(new Uint8Array([0x61, 0, 0x62, 0]))).toBe(
      'table.csv:1:1: is binary, or UTF-16 without a BOM',
    )
  })

  it('of 100,000 rows is a matter of seconds', { timeout: 90_000 }, async () => {
    const rows = Array.from(
      { length: 100_000 },
      (_, i) => `海关${i},Customs Office ${i},"Port ${i}; Dock ${i}"`,
    )
    const start = process.cpuUsage()
    const { concepts } = await imported(
      'big.csv',
      new TextEncoder().encode(`zh,en,forbidden\n${rows.join('\n')}\n`),
    )
    expect(concepts.length).toBe(100_000)
    expect(glossaryText(concepts, 'big').length).toBeGreaterThan(5_000_000)
    // Of the processor, since the clock measures the neighbours, too.
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(30)
  })
})

describe('a termbase', () => {
  it('says the same in each of its shapes', async () => {
    for (const name of ['v3-dca.tbx', 'v3-dct.tbx', 'v2-martif.tbx', 'v2-elements.tbx'])
      expect(await imported(name), name).toEqual({
        concepts: [
          {
            id: 'harbour-office',
            zh: ['港务处', '港务办'],
            kind: 'organization',
            preferred: 'Harbour Office',
            short: ['HO'],
            superseded: [{ term: 'Port Office', until: '1999-05' }],
            deprecated: { 'Port Bureau \\(Harbour\\)': 'a bureau is above an office' },
            note: 'It keeps the harbour.',
            source: ['its page https://example.org/harbour'],
          },
        ],
        lost: [
          'TBX categories that a glossary has no place for, left out: 2 (source, partOfSpeech)',
          'languages that a glossary does not hold, left out: 1 (fr)',
        ],
      })
  })

  it('that is broken, in one line with its place', async () => {
    expect(await refusal('<tbx>\n<text><body></tbx>', 'a.tbx')).toMatch(/^a\.tbx:2:\d+: unexpected close tag/)
    expect(await refusal('<html/>', 'a.tbx')).toMatch(
      /^a\.tbx:1:\d+: <html> is no TBX, expected <tbx> or <martif>$/,
    )
    expect(await refusal('<tbx></tbx>', 'a.tbx')).toBe('a.tbx:1:1: holds no entry')
    expect(await refusal('', 'a.tbx')).toMatch(/^a\.tbx:1:\d+: document must contain a root element/)
  })
})
