/**
 * `zhengming glossary diff A B`: what changed from one glossary to another, file or folder. Two of them are compared as
 * they stand; beside the word `shipped`, the other is read on top of the shipped glossary, as a config would.
 */

import { entriesAlone, entriesOf } from '../../config/layers.js'
import { diffGlossaries } from '../../glossary/diff.js'
import type { Concept } from '../../glossary/schema.js'
import type { Shipped } from '../../rules/compiled.js'
import { paperFor } from '../terminal.js'
import { diffText } from './diff-text.js'
import { glossaryFiles } from './files.js'
import { textOrJson } from './here.js'

export async function diff(
  from: string,
  to: string,
  flags: { format: string; color?: boolean },
): Promise<number> {
  const json = textOrJson(flags.format)
  const { default: shipped } = await import('#shipped')
  const onTop = from === 'shipped' || to === 'shipped'
  const changes = diffGlossaries(entries(from, onTop, shipped), entries(to, onTop, shipped))
  const text = json
    ? `${JSON.stringify(changes, null, 2)}\n`
    : diffText(changes, paperFor(process.stdout, flags))
  process.stdout.write(text)
  return 0
}

function entries(name: string, onTop: boolean, shipped: Shipped): Concept[] {
  const files = name === 'shipped' ? [] : glossaryFiles(name)
  const placed = onTop ? entriesOf(files) : entriesAlone(files, shipped)
  return placed.map(({ concept }) => concept)
}
