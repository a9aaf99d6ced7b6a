import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { notKnown, openBaseline } from '../../src/config/baseline.js'
import { baselineOf } from '../../src/config/baseline-place.js'
import { type Project, projects } from '../../src/config/project.js'
import { baselineText } from '../../src/findings/baseline.js'
import { markOf, whatOf } from '../../src/findings/fingerprint.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengming-baseline-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('an editor sees what the baseline does not know', async () => {
  writeFileSync(join(folder, 'zhengming.config.yaml'), '')
  const file = join(folder, 'deep/a.txt')
  const project: Project = await projects(undefined, {}).of(file)
  const { path } = baselineOf(project, undefined) as { path: string }
  expect(path).toBe(join(folder, 'zhengming-baseline.tsv'))
  expect(await openBaseline(path, project)).toBeUndefined()
  const { findings } = await (await project.session()).lint({
    text: 'It is a a test.\n\nWe read the the plan.\n',
    path: file,
  })
  expect(findings.map(({ actual }) => actual)).toEqual(['a a', 'the the'])
  const entries = findings.map((one) => ({ ...markOf(one, 'deep/a.txt'), count: 1, finding: whatOf(one) }))
  const over = { ...entries[1], until: '2020-01-01' } as (typeof entries)[0]
  for (const [known, left] of [
    [entries, []],
    [[entries[0], over], ['the the']],
    [[], ['a a', 'the the']],
  ] as const) {
    writeFileSync(path, baselineText(known as typeof entries))
    const baseline = await openBaseline(path, project)
    if (baseline === undefined) throw new Error('it is there')
    expect(notKnown(baseline, file, findings).map(({ actual }) => actual)).toEqual(left)
  }
})
