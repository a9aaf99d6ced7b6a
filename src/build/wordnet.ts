/**
 * `npm run wordnet -- DICT`: rules/english.txt from the dictionary files of WordNet 3.0 (Debian's wordnet-base keeps them in
 * /usr/share/wordnet). Which classes a word can be: every verb, adjective and adverb, the nouns that are also
 * one of these, and all others but short ones that WordNet has not seen in use; then the irregular forms. Words of one piece in lower case only.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const target = fileURLToPath(new URL('../../rules/english.txt', import.meta.url))
const dict = process.argv[2] ?? '/usr/share/wordnet'
const parts = { noun: 'n', verb: 'v', adj: 'a', adv: 'r' } as const

const lines = (file: string) => readFileSync(join(dict, file), 'utf8').split('\n')
const isWord = (word: string) => /^[a-z]{2,}$/.test(word)

/** Lemma → its classes; an index line ends in: senses, senses seen in tagged texts, one offset per sense. */
function lemmas(): Map<string, Set<string>> {
  const classes = new Map<string, Set<string>>()
  const rare = new Set<string>()
  for (const [name, letter] of Object.entries(parts))
    for (const line of lines(`index.${name}`)) {
      const fields = line.trim().split(' ')
      const word = fields[0] ?? ''
      if (line.startsWith(' ') || !isWord(word)) continue
      const pointers = Number(fields[3])
      if (letter === 'n' && fields[5 + pointers] === '0' && word.length < 6) rare.add(word)
      classes.set(word, (classes.get(word) ?? new Set()).add(letter))
    }
  for (const word of rare) if (classes.get(word)?.size === 1) classes.delete(word)
  return classes
}

function irregular(name: 'noun' | 'verb'): string[] {
  const pairs = lines(`${name}.exc`).map((line) => line.trim().split(' '))
  return pairs.flatMap(([form, lemma]) =>
    form && lemma && isWord(form) && isWord(lemma) ? [`${form}=${lemma}`] : [],
  )
}

const grouped = new Map<string, string[]>()
for (const [word, classes] of lemmas()) {
  const key = ['n', 'v', 'a', 'r'].filter((letter) => classes.has(letter)).join('')
  grouped.set(key, [...(grouped.get(key) ?? []), word])
}
const notice = `What English words can be: n noun, v verb, a adjective, r adverb; then irregular form=lemma.
Made by \`npm run wordnet\`; not to be edited. The words are those of WordNet, under this licence:

WordNet Release 3.0 This software and database is being provided to you, the LICENSEE, by Princeton University under the
following license. By obtaining, using and/or copying this software and database, you agree that you have read, understood,
and will comply with these terms and conditions.: Permission to use, copy, modify and distribute this software and database
and its documentation for any purpose and without fee or royalty is hereby granted, provided that you agree to comply with
the following copyright notice and statements, including the disclaimer, and that the same appear on ALL copies of the
software, database and documentation, including modifications that you make for internal use or for distribution.
WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.
THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES, EXPRESS OR
IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR WARRANTIES OF MERCHANT-
ABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT
INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS, TRADEMARKS OR OTHER RIGHTS.
The name of Princeton University or Princeton may not be used in advertising or publicity pertaining to distribution of the
software and/or database. Title to copyright in this software, database and any associated documentation shall at all times
remain with Princeton University and LICENSEE agrees to preserve same.
`
  .replace(/^/gm, '# ')
  .replace(/ +$/gm, '')
  .slice(0, -1)
const body = [...grouped]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([key, all]) => `${key}: ${all.sort().join(' ')}`)
for (const name of ['noun', 'verb'] as const)
  body.push(`irregular-${name}: ${irregular(name).sort().join(' ')}`)
writeFileSync(target, `${notice}${body.join('\n')}\n`)
console.log(`${body.length} lines, ${grouped.size} kinds of words`)
