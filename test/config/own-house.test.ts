import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configName, type Project, projects } from '../../src/config/project.js'
import { houseTerms } from '../house/terms.mjs'
import { measure } from '../measure/load.mjs'

/** The sample house with 5,000 terms, and what its start costs: generous limits here, the exact ones in `npm run load`. */
const folder = mkdtempSync(join(tmpdir(), 'zhengming-house-'))
const before = process.env.ZHENGMING_CACHE
let project: Project

beforeAll(async () => {
  process.env.ZHENGMING_CACHE = join(folder, 'cache')
  cpSync(join(import.meta.dirname, '../house'), folder, { recursive: true })
  writeFileSync(join(folder, 'terms.yaml'), houseTerms(5000))
  project = await projects(join(folder, configName), {}).of(join(folder, 'a.txt'))
}, 120_000)

afterAll(() => {
  if (before === undefined) delete process.env.ZHENGMING_CACHE
  else process.env.ZHENGMING_CACHE = before
  rmSync(folder, { recursive: true, force: true })
})

async function termsOf(text: string) {
  const settings = project.settingsFor(join(folder, 'a.txt'))
  const { terms } = await (await project.session()).facts({ text, settings })
  return terms.map(({ rendering, status }) => `${rendering}: ${status}`)
}

describe('a house of its own', () => {
  it('knows its terms beside the shipped ones', async () => {
    expect(await termsOf('The Ananan County Education Bureau wrote to the State Council.')).toEqual([
      'Ananan County Education Bureau: preferred',
      'State Council: preferred',
    ])
  })

  it('has the last word on a shipped concept, and its drafts say nothing', async () => {
    expect(await termsOf('They held a study campaign, a theme education and a tide chief system.')).toEqual([
      'study campaign: preferred',
      'theme education: deprecated',
    ])
  })

  it('is compiled once, and its compilation grows with its terms and no faster', { timeout: 300_000 }, () => {
    const file = (count: number) => {
      const path = join(folder, `${count}.yaml`)
      writeFileSync(path, houseTerms(count))
      return path
    }
    const cache = () => join(folder, 'measured')
    const first = measure('house', { times: 1, file: file(5000), cache })
    const again = measure('house', { times: 2, file: file(5000), cache })
    const large = measure('house', { times: 1, file: file(20_000) })
    expect(again.least).toBeLessThan(first.least / 4)
    expect(large.least).toBeLessThan(first.least * 8)
    expect(large.mb).toBeLessThan(800)
    expect(measure('shipped', { times: 2 }).least).toBeLessThan(2000)
  })
})
