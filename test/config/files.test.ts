/** What is made from files is made again exactly when one of them has become another: whatever was done to it, and however soon. */
import { mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromFiles, type Read } from '../../src/config/files.js'

const folder = mkdtempSync(join(tmpdir(), 'zhengming-files-'))
const cache = join(folder, 'cache')
const before = process.env.ZHENGMING_CACHE
beforeAll(() => {
  process.env.ZHENGMING_CACHE = cache
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  if (before === undefined) delete process.env.ZHENGMING_CACHE
  else process.env.ZHENGMING_CACHE = before
})

const first = (name: string) => join(folder, `${name} 1.txt`)

/** The texts of a chain of files, each of which names the next in its first line. */
function chain(name: string, read: Read): string[] {
  const texts: string[] = []
  for (let path: string | undefined = first(name); path !== undefined && texts.length < 4; ) {
    const text: string = read(path) ?? 'absent'
    texts.push(text)
    const [next = ''] = text.split('\n')
    path = next.startsWith('→') ? join(folder, `${name} ${next.slice(1)}.txt`) : undefined
  }
  return texts
}

/** What comes of it, and whether it had to be made. */
async function ask(name: string): Promise<[string[], boolean]> {
  let made = false
  const result = await fromFiles(name, async (read) => {
    made = true
    return chain(name, read)
  })
  return [result.made, made]
}

const texts = fc.constantFrom(undefined, '', 'a', 'b', '→2', '→2\nmore', '\uFEFF→3')
const deed = fc.record({ file: fc.integer({ min: 1, max: 3 }), text: texts })

test('any history of files that come, change and go', async () => {
  let n = 0
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 12 }), async (history) => {
      const name = `chain ${n++}`
      const disk = new Map<string, string>()
      const read: Read = (path) => disk.get(path)?.replace(/^\uFEFF/, '')
      let last: string | undefined
      for (const { file, text } of history) {
        const path = join(folder, `${name} ${file}.txt`)
        if (text === undefined) disk.delete(path)
        else disk.set(path, text)
        if (text === undefined) rmSync(path, { force: true })
        else writeFileSync(path, text)
        const wanted = chain(name, read)
        const [made, again] = await ask(name)
        expect(made).toEqual(wanted)
        if (JSON.stringify(wanted) === last) expect(again).toBe(false)
        expect(await ask(name)).toEqual([wanted, false])
        last = JSON.stringify(wanted)
      }
    }),
    { numRuns: 200 },
  )
})

test('what cannot be made is not kept, and what was kept before is there again with its files', async () => {
  const path = first('broken')
  const make = () =>
    fromFiles('broken', async (read) => {
      const text = read(path)
      if (text === 'broken') throw new Error('it is broken')
      return text
    })
  writeFileSync(path, 'whole')
  expect((await make()).made).toBe('whole')
  writeFileSync(path, 'broken')
  await expect(make()).rejects.toThrow('it is broken')
  await expect(make()).rejects.toThrow('it is broken')
  writeFileSync(path, 'whole')
  expect((await make()).made).toBe('whole')
})

test('files are handed on as they were when it was made', async () => {
  const path = first('later')
  writeFileSync(path, 'then')
  for (const _ of ['made', 'kept']) {
    const { read, paths } = await fromFiles('later', async (from) => from(path))
    writeFileSync(path, 'now')
    expect([read(path), paths]).toEqual(['then', [path]])
    writeFileSync(path, 'then')
  }
})

test('a record torn at any byte, or scribbled on, is made again', async () => {
  writeFileSync(first('torn'), 'text')
  rmSync(cache, { recursive: true, force: true })
  await ask('torn')
  const [name = ''] = readdirSync(cache)
  const record = join(cache, name)
  const sizes = [200, 120, 60, 20, 1, 0]
  for (const size of sizes) {
    truncateSync(record, size)
    expect(await ask('torn')).toEqual([['text'], true])
    expect(await ask('torn')).toEqual([['text'], false])
  }
  for (const scribble of ['null', '[]', '7', '{}', '{"build":"another","files":[],"made":"x"}']) {
    writeFileSync(record, scribble)
    expect(await ask('torn')).toEqual([['text'], true])
  }
})
