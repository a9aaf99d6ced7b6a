import { describe, expect, it } from 'vitest'
import { loadGlossary } from '../../src/glossary/load.js'
import { draftYaml } from '../../src/proposals/draft.js'
import { namesIn } from '../../src/proposals/names.js'
import { proposer } from '../../src/proposals/proposer.js'
import { runsOf } from '../../src/proposals/runs.js'
import { createSession } from '../../src/session.js'

const session = await createSession()

async function names(text: string) {
  const runs = runsOf(await session.read({ text, path: 'a.txt' }), session.setup())
  return runs.filter(({ kind }) => kind === 'name').map(({ words }) => words.join(' '))
}

async function proposals(articles: string[], min = 3) {
  const terms = proposer()
  for (const [i, text] of articles.entries())
    terms.add(`${i}.txt`, await session.read({ text, path: `${i}.txt` }), session.setup())
  return terms.result(min)
}

const filler = 'The harbour was busy, the register was long, the tide was high and the office was slow.'

describe('names', () => {
  it.each([
    ['He works for the Office of Tides and Currents in town.', ['office of tides and currents']],
    ['The Women’s Sailing League met.', ["women 's sailing league"]],
    ['They left the Harbour Register Board and the Tide Office.', ['harbour register board', 'tide office']],
    ['On Monday Zhuang Rongwen and Li Qiang spoke to the Harbour Board.', ['harbour board']],
    ['The State Council met.', []],
    ['He read it in the article “Office of Tides”.', []],
  ])('in %s', async (text, expected) => {
    expect(await names(text)).toEqual(expected)
  })

  it('does not look at headlines and lines in title case', async () => {
    expect(
      await names('Harbour Board Opens Tide Office\n\nIt was late.\n\nNew Tide Office Opens Near Old Pier\n'),
    ).toEqual([])
  })

  it('takes the Chinese and the acronym from the brackets behind it', async () => {
    const text = `${filler} The Harbour Register Board (HRB) met. The Tide Office (潮汐办公室) did not.`
    const found = await proposals([text], 1)
    expect(found.find((p) => p.term === 'Harbour Register Board')?.acronym).toBe('HRB')
    expect(found.find((p) => p.term === 'Tide Office')?.zh).toBe('潮汐办公室')
  })

  it('leaves out places and persons of whatever land', async () => {
    const text = `${filler} Chaoyang District and Jane Porter were there. Jane Porter left Chaoyang District. Jane Porter slept.`
    expect(await proposals([text], 1)).toEqual([])
  })
})

describe('phrases', () => {
  it('counts a part of a longer phrase only where it stands alone', async () => {
    const text = 'They saw the tidal register board again.'
    const found = await proposals([text, text, text, 'They saw the tidal register again.'], 3)
    expect(found.map(({ term, articles }) => [term, articles])).toEqual([['tidal register board', 3]])
  })

  it('asks for several articles', async () => {
    const text = 'They saw the tidal register and the tidal register and the tidal register.'
    expect(await proposals([text, 'Nothing.', 'Nothing.'], 3)).toEqual([])
  })
})

describe('renderings of listed concepts', () => {
  it('are known by their Chinese, by a literal reading, by their words', async () => {
    const text =
      'He named the Cabinet of Works (国务院). He read the People’s Network. He served in the Armed Police Force. ' +
      'The cabinet, the works, the network, the force, the people and the police were there.'
    const found = await proposals([text], 1)
    const listed = found
      .filter(({ concept }) => concept)
      .map(({ term, concept }) => [term, concept?.concept.id, concept?.because])
    expect(listed.sort()).toEqual([
      ['Armed Police Force', 'people-s-armed-police-force', 'the same words'],
      ['Cabinet of Works', 'state-council', 'its Chinese'],
      ['People’s Network', 'people-s-daily-online', 'a literal reading'],
    ])
  })
})

describe('drafts', () => {
  it('load without a problem and are not enforced, and take no id that there is', async () => {
    const text = `${filler} The Harbour Board (HB) met: "no". The Armed Police Force left. The police force: a force.`
    const yaml = draftYaml(await proposals([text], 1), 'head', new Set(['harbour-board']))
    expect(yaml).toContain('id: harbour-board-2')
    expect(yaml).toContain('#  deprecated: { "Armed Police Force": why }')
    const { glossary, problems } = loadGlossary([[{ path: 'draft.yaml', text: yaml }]])
    expect(problems).toEqual([])
    expect(glossary.concepts).toEqual([])
  })
})

describe('rows', () => {
  it('give what their articles give, in any order', async () => {
    const texts = [
      `They spoke to the Tide Register Board (潮务局). ${filler} The Tide Register Board met.`,
      `The Tide Register Board left, and the Tide Register Board (TRB) came back. ${filler}`,
      `A board and a register were there. The Harbour Light Office and the Tide Register Board met.`,
    ]
    const seen = new Set<string>()
    const rows = []
    for (const [i, text] of texts.entries()) {
      const document = await session.read({ text, path: `${i}.txt` })
      rows.push(namesIn(`${i}.txt`, document, session.setup(), seen))
    }
    const of = (shards: typeof rows) => {
      const terms = proposer()
      terms.know(session.setup())
      for (const row of JSON.parse(JSON.stringify(shards))) terms.addRow(row)
      return terms.result(1).filter(({ kind }) => kind === 'name')
    }
    const direct = (await proposals(texts, 1)).filter(({ kind }) => kind === 'name')
    expect(direct[0]).toMatchObject({ term: 'Tide Register Board', count: 5, zh: '潮务局', acronym: 'TRB' })
    expect(of(rows)).toEqual(direct)
    expect(of(rows.toReversed())).toEqual(direct)
  })
})
