import { describe, expect, it } from 'vitest'
import { compileShipped } from '../../src/build/shipped.js'
import { createSession, type Finding } from '../../src/index.js'

/**
 * Bodies of places: one pattern covers every province, city, prefecture, county and district. Each body is written for
 * every place, as official English has it, which must lint clean, and as word-by-word translation has it, which must be found.
 */
const { shipped } = compileShipped()
const session = await createSession({ data: shipped })

interface Level {
  adjective: string
  noun: string
  places: string
}

const levels: Level[] = [
  {
    adjective: 'Provincial',
    noun: 'Province',
    places:
      'Hebei Shanxi Liaoning Jilin Heilongjiang Jiangsu Zhejiang Anhui Fujian Jiangxi Shandong Henan Hubei Hunan Guangdong Hainan Sichuan Guizhou Yunnan Shaanxi Gansu Qinghai',
  },
  {
    adjective: 'Municipal',
    noun: 'City',
    places:
      'Beijing Tianjin Shanghai Chongqing Wuhan Chengdu Hangzhou Xi’an Shenzhen Suzhou Qingdao Zhangjiakou Shijiazhuang',
  },
  { adjective: 'County', noun: 'County', places: 'Anji Zhengding Lankao Jinggu' },
  { adjective: 'District', noun: 'District', places: 'Haidian Jing’an Nanshan Wuhou' },
  { adjective: 'Autonomous Regional', noun: 'Autonomous Region', places: 'Guangxi_Zhuang Ningxia_Hui' },
]

const right = [
  'secretary of the CPC {p} {a} Committee',
  '{p} {a} Committee of the Communist Party of China',
  'Standing Committee of the CPC {p} {a} Committee',
  'Publicity Department of the CPC {p} {a} Committee',
  'Organization Department of the CPC {p} {a} Committee',
  'United Front Work Department of the CPC {p} {a} Committee',
  'Political and Legal Affairs Commission of the CPC {p} {a} Committee',
  'Office of the Cyberspace Affairs Commission of the CPC {p} {a} Committee',
  'CPC {p} {a} Commission for Discipline Inspection',
  '{p} {a} Supervisory Commission',
  '{p} {a} People’s Government',
  'Standing Committee of the {p} {a} People’s Congress',
  'CPPCC {p} {a} Committee',
  'Publicity Department of the {p} {a} Committee of the CPC',
]

/** What is wrong, and the words that the finding must cover. */
const wrong: [text: string, found: string][] = [
  ['Party Committee of the {p} {n}', 'Party Committee of the {p} {n}'],
  ['{p} {a} Party Committee Network Information Office', 'Network Information Office'],
  ['Network Information Office of the {p} {a} Party Committee', 'Network Information Office'],
  ['Internet Information Department of the {p} {a} Committee', 'Internet Information Department'],
  ['{p} {a} Network Information Office', 'Network Information Office'],
  [
    'Commission for Discipline Inspection and Supervision of {p} {n}',
    'Commission for Discipline Inspection and Supervision of {p} {n}',
  ],
  ['{p} {a} Supervisory Committee', 'Supervisory Committee'],
  ['Organization Ministry of the {p} {a} Committee', 'Organization Ministry'],
  ['{p} {a} Party Committee Organization Ministry', 'Organization Ministry'],
  ['Propaganda Ministry of the {p} {a} Committee', 'Propaganda Ministry'],
  ['Unified Front Work Department of the {p} {a} Committee', 'Unified Front Work Department'],
  ['Politics and Law Committee of the {p} {a} Party Committee', 'Politics and Law Committee'],
  ['{p} {a} Peoples Government', '{p} {a} Peoples Government'],
  ['{p} {a} People’s Representative Congress', 'People’s Representative Congress'],
  [
    'Permanent Committee of the {p} {a} People’s Congress',
    'Permanent Committee of the {p} {a} People’s Congress',
  ],
  ['{p} {a} Political Consultative Committee', '{p} {a} Political Consultative Committee'],
  ['{p} {a} Discipline Committee', 'Discipline Committee'],
]

const places = levels.flatMap((level) =>
  level.places.split(' ').map((place) => ({ ...level, place: place.replace('_', ' ') })),
)
const fill = (text: string, { place, adjective, noun }: (typeof places)[number]) =>
  text.replaceAll('{p}', place).replaceAll('{a}', adjective).replaceAll('{n}', noun)

async function termFindings(text: string): Promise<Finding[]> {
  const { findings } = await session.lint({ text, settings: { house: 'official' } })
  return findings.filter((f) => f.ruleId.startsWith('term/'))
}

describe('bodies of places', () => {
  it('stands at forty places', () => expect(places.length).toBeGreaterThanOrEqual(40))

  it.each(right)('%s', async (body) => {
    const failures: string[] = []
    for (const place of places) {
      const text = `On Monday the ${fill(body, place)} held a meeting, and the Party members read the report.`
      for (const f of await termFindings(text)) failures.push(`${text} — ${f.ruleId} ${f.actual}`)
    }
    expect(failures.join('\n')).toBe('')
  })

  it.each(wrong)('not: %s', async (body, words) => {
    const failures: string[] = []
    for (const place of places) {
      const text = `On Monday the ${fill(body, place)} held a meeting, and the Party secretary read the report.`
      const wanted = fill(words, place)
      const start = text.indexOf(wanted)
      const hit = (await termFindings(text)).some((f) => f.start <= start && start + wanted.length <= f.end)
      if (!hit) failures.push(text)
    }
    expect(failures.join('\n')).toBe('')
  })
})
