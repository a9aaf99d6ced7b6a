/** The names that a text may want, worked out once for each glossary and house; the pinyin is loaded with the first question. */
import type { Look } from './look.js'
import { type Names, namesOf } from './names.js'

const known = new WeakMap<object, Promise<Names>>()

export function namesFor({ setup, session }: Look): Promise<Names> {
  const names = known.get(setup) ?? make(setup, session)
  known.set(setup, names)
  return names
}

async function make(setup: Look['setup'], session: Look['session']): Promise<Names> {
  const { pinyin } = await import('pinyin-pro')
  const initialsOf = (chinese: string) =>
    pinyin(chinese, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' }).join('')
  return namesOf(
    session.data.glossary,
    initialsOf,
    (concept) => concept.contested !== true || setup.house.contested === true,
  )
}
