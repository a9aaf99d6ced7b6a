/** A report's selection handed to the fixer: afterwards a second report finds the concept uniform. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhengming-selection-'))
afterAll(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]) => execFileSync('node', [cli, ...args], { cwd: folder, encoding: 'utf8' })

function concept() {
  run('report', 'news', '--house', 'official', '--format', 'json', '--fix-selection', 'edits.csv')
  const { concepts } = JSON.parse(readFileSync(join(folder, 'reports/consistency.json'), 'utf8'))
  return concepts.find(({ id }: { id: string }) => id === 'education-campaign')
}

test('report, fix, report', () => {
  mkdirSync(join(folder, 'news'))
  const texts = {
    'a.txt': 'The theme education of the Party began on Monday. The theme education goes on.\n',
    'b.md':
      '# Notes\n\nThe *thematic education* of the Party, and the education campaign\nof the province.\n',
    'c.html': '<p>Caf&eacute;s. A theme education was held; theme\neducation goes on.</p>\n',
  }
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, 'news', name), text)
  const before = concept()
  expect(before.classes.length).toBeGreaterThan(1)
  run('lint', '--fix', '--only', 'edits.csv', '--house', 'official')
  const after = concept()
  expect(after.classes.map(({ text }: { text: string }) => text)).toEqual(['education campaign'])
  expect(after.folded.occurrences).toBe(before.folded.occurrences)
  expect(after.edits.count).toBe(0)
  const read = (name: string) => readFileSync(join(folder, 'news', name), 'utf8')
  expect(read('a.txt')).toBe(texts['a.txt'].replaceAll('theme education', 'education campaign'))
  expect(read('b.md')).toContain('The *education campaign* of the Party, and the education campaign\nof')
  expect(read('c.html')).toBe(
    '<p>Caf&eacute;s. The education campaign was held; the education campaign goes on.</p>\n',
  )
})
