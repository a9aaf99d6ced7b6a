/** A file is only taken for untouched where its content is what it was: whatever was done to it, and however soon. */
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openUntouched } from '../../src/cli/run/untouched.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengming-untouched-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const none = { recursive: true, force: true }
/** Finer than the real one, so that a test need not wait; coarser than any clock that tests run on. */
const tick = 40

/** What happens between two runs. `same`: as many bytes as before. */
const deeds = {
  nothing: () => {},
  same: (path: string) => writeFileSync(path, readFileSync(path, 'utf8').replace(/./, another)),
  more: (path: string) => appendFileSync(path, 'x'),
  touched: (path: string) => utimesSync(path, new Date(), new Date()),
  'same, and its time put back': (path: string) => {
    const { atime, mtime } = statSync(path)
    deeds.same(path)
    utimesSync(path, atime, mtime)
  },
  'another in its place, with its time': (path: string) => {
    const { atime, mtime } = statSync(path)
    writeFileSync(`${path}.new`, readFileSync(path, 'utf8').replace(/./, another))
    utimesSync(`${path}.new`, atime, mtime)
    renameSync(`${path}.new`, path)
  },
}

function another(letter: string): string {
  return letter === 'a' ? 'b' : 'a'
}

/** As a run does: what it believes the content to be. */
function run(cache: string, path: string): string {
  const untouched = openUntouched(cache, 1000, tick)
  const sight = untouched.look(path)
  const known = sight && untouched.contentOf(sight)
  const content = known ?? readFileSync(path, 'utf8')
  if (sight && known === undefined) untouched.keep(sight, content)
  untouched.close()
  return content
}

test('any history of changes, with runs in between', async () => {
  let n = 0
  const step = fc.tuple(fc.constantFrom(...Object.values(deeds)), fc.constantFrom(0, 0, 0, 2 * tick))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (history) => {
      const path = join(folder, `文 ${n}\t.txt`)
      const cache = join(folder, `cache${n++}`)
      writeFileSync(path, 'content')
      for (const [deed, pause] of history) {
        deed(path)
        await wait(pause)
        expect(run(cache, path)).toBe(readFileSync(path, 'utf8'))
      }
    }),
    { numRuns: 60 },
  )
})

test('a file that was left alone long enough is known without being read, one just written is not', async () => {
  const [path, cache] = [join(folder, 'alone.txt'), join(folder, 'alone')]
  const known = () => {
    const untouched = openUntouched(cache, 1000, tick)
    const sight = untouched.look(path)
    return sight && untouched.contentOf(sight)
  }
  writeFileSync(path, 'text')
  run(cache, path)
  expect(known()).toBeUndefined()
  await wait(2 * tick)
  run(cache, path)
  expect(known()).toBe('text')
  deeds.touched(path)
  expect(known()).toBeUndefined()
  rmSync(path)
  expect(known()).toBeUndefined()
})

test('a line torn at any byte counts for nothing', async () => {
  const [path, cache] = [join(folder, 'torn.txt'), join(folder, 'torn')]
  writeFileSync(path, 'text')
  await wait(2 * tick)
  run(cache, path)
  const log = join(cache, 'files.tsv')
  const whole = readFileSync(log)
  for (let size = whole.length - 1; size >= 0; size--) {
    writeFileSync(log, whole)
    truncateSync(log, size)
    const untouched = openUntouched(cache, 1000, tick)
    const sight = untouched.look(path)
    // The line break at the end may be missing: all that is said stands there.
    expect(sight && untouched.contentOf(sight)).toBe(size === whole.length - 1 ? 'text' : undefined)
  }
  rmSync(cache, none)
})
