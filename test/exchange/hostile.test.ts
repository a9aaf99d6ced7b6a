/** Files that were made to harm: small ones that unpack to gigabytes, entities, formulas. */
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Losses } from '../../src/exchange/draft.js'
import { read, write } from '../../src/exchange/formats.js'
import { spread } from '../../src/exchange/spread.js'

const encode = (text: string) => new TextEncoder().encode(text)
const refusal = async (name: string, bytes: Uint8Array) =>
  read(name, bytes).then(
    ({ drafts }) => drafts,
    (error: Error) => error.message,
  )

describe('a workbook', () => {
  it('that would unpack to gigabytes is refused before it is unpacked', async () => {
    expect(await refusal('bomb.xlsx', declaring(workbook(''), 100_000_000))).toBe(
      'bomb.xlsx:1:1: unpacks to more than 400 MB',
    )
  })

  it('that hides its size is cut off at what it declares', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20_000_000) })
    expect(await refusal('bomb.xlsx', declaring(bomb, 10))).toBe(
      'bomb.xlsx:1:1: is no workbook that can be read',
    )
  })

  it('with a cell in the far corner is refused', async () => {
    const cells =
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    expect(await refusal('far.xlsx', workbook(cells))).toBe(
      'far.xlsx:1:1: has a sheet of 1048576 rows and 16384 columns, more than 20000000 cells',
    )
  })

  it('with entities of its own reads as what it is, text', async () => {
    const row = (n: number, cells: string[]) =>
      `<row r="${n}">${cells.map((text, i) => `<c r="${'AB'[i]}${n}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
    const drafts = await refusal(
      'entities.xlsx',
      workbook(
        row(1, ['中文', '英文']) + row(2, ['海关', 'Customs&lol;&file;']),
        '<!DOCTYPE x [<!ENTITY lol "ha"><!ENTITY file SYSTEM "file:///etc/passwd">]>',
      ),
    )
    expect(drafts).toMatchObject([{ zh: ['海关'], forms: [{ term: 'Customs&lol' }, { term: '&file' }] }])
  })

  it('that is none, or is cut short, is one line', async () => {
    const whole = workbook('')
    expect(await refusal('a.xlsx', encode('PK\u0003\u0004nothing more'))).toBe(
      'a.xlsx:1:1: is no XLSX workbook, or a damaged one',
    )
    expect(await refusal('a.xlsx', whole.subarray(0, whole.length - 30))).toBe(
      'a.xlsx:1:1: is no XLSX workbook, or a damaged one',
    )
    expect(await refusal('a.xlsx', zipSync({ 'readme.txt': encode('hello') }))).toBe(
      'a.xlsx:1:1: is no workbook that can be read',
    )
  })
})

describe('a termbase', () => {
  const entry = (term: string) =>
    `<tbx><text><body><conceptEntry><langSec xml:lang="en"><termSec><term>${term}</term></termSec></langSec></conceptEntry></body></text></tbx>`

  it('with a billion laughs is refused at the first', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
      '',
    )
    expect(
      await refusal(
        'a.tbx',
        encode(`<?xml version="1.0"?><!DOCTYPE tbx [<!ENTITY l0 "ha">${laughs}]>${entry('&l9;')}`),
      ),
    ).toMatch(/^a\.tbx:1:\d+: undefined entity/)
  })

  it('that asks for a file of the machine does not get it', async () => {
    expect(
      await refusal(
        'a.tbx',
        encode(`<!DOCTYPE tbx [<!ENTITY f SYSTEM "file:///etc/passwd">]>${entry('&f;')}`),
      ),
    ).toMatch(/^a\.tbx:1:\d+: undefined entity/)
  })
})

describe('a formula', () => {
  const evil = ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', "'=1", '＝1']
  const concepts = [
    {
      id: 'x-y',
      kind: 'term' as const,
      preferred: 'a',
      zh: ['=甲'],
      admitted: evil.map((t) => t.replace(/[()]/g, '\\$&')),
      note: '=1+1',
    },
  ]

  it('is no formula where it goes out', async () => {
    const losses = new Losses()
    for (const format of ['csv', 'tsv'] as const) {
      const text = String(await write(spread(concepts, losses), format, losses))
      expect(text.match(/(^|[,\t"])[=+\-@＝]/gm), text).toBeNull()
    }
    expect(String(await write(spread(concepts, losses), 'deepl', losses)).trim()).toBe('')
    expect(losses.lines()).toContain('terms that a spreadsheet takes for a formula, left out: 1 (a)')
  })
})

/** The same archive, whose directory says another size for each entry. */
function declaring(archive: Uint8Array, size: number): Uint8Array {
  const bytes = archive.slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < bytes.length - 28; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true)
  return bytes
}

function workbook(rows: string, doctype = ''): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const relations = (type: string, target: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${type}" Target="${target}"/></Relationships>`
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/worksheets/sheet1.xml': `${doctype}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encode(text)])))
}
