/**
 * `zhengming glossary decide ID --prefer FORM --because REASON --by NAME`: a decision goes into the desk's own glossary,
 * with its date, and the articles that it touches are named. A decision that clashes with the rest of the glossary is
 * refused in the loader's words and the file stays as it is.
 */
import { entriesAlone, layeredData } from '../../config/layers.js'
import { today } from '../../config/today.js'
import type { CompiledConcept } from '../../glossary/compiled.js'
import { decide as decided, type Named } from '../../glossary/decide.js'
import type { TextFile } from '../../glossary/load.js'
import { overlaid } from '../../glossary/overlay.js'
import type { Concept } from '../../glossary/schema.js'
import type { Shipped } from '../../rules/compiled.js'
import { didYouMean, reasonOf, UsageError } from '../fail.js'
import { shortPath } from '../short-path.js'
import { write } from '../write.js'
import { glossaryFile, ownFile } from './files.js'
import { configHere, type HereFlags } from './here.js'
import { touched } from './touched.js'

export interface DecideFlags extends HereFlags {
  prefer: string
  because: string
  by: string
  date?: string
  refuseFormer?: string
  file?: string
  color?: boolean
}

export async function decide(id: string, paths: readonly string[], flags: DecideFlags): Promise<number> {
  const decision = worded(flags)
  const config = configHere(flags)
  const files = config.glossaries.map(glossaryFile)
  const { default: shipped } = await import('#shipped')
  const concept = await conceptOf(id, files, shipped)
  if (decision.refuseFormer !== undefined && concept.preferred === decision.prefer)
    throw new UsageError(
      `--refuse-former: ${id} prefers "${decision.prefer}" already, there is no former form`,
    )
  const file = ownFile(id, files, config.path, flags.file)
  const text = decided(file.text, concept, decision)
  // Throws what is wrong with it, and leaves what is right in the cache for the articles below.
  layeredData(
    shipped,
    files.map((one) => (one === file ? { path: file.path, text } : one)),
  )
  try {
    write(file.path, (file.bom ? '\uFEFF' : '') + text)
  } catch (error) {
    throw new UsageError(`${shortPath(file.path)}: not written, ${reasonOf(error)}`)
  }
  process.stdout.write(said(concept, decision, file.path))
  return paths.length > 0 || config.files ? touched(id, paths, flags) : 0
}

/** What a decision says, each in words. */
function worded({ prefer, because, by, date = today(), refuseFormer }: DecideFlags) {
  for (const [flag, value] of Object.entries({ prefer, because, by, 'refuse-former': refuseFormer }))
    if (value !== undefined && value.trim() === '') throw new UsageError(`--${flag}: says nothing`)
  return { prefer: prefer.trim().replace(/\s+/g, ' '), because, by, date, refuseFormer }
}

/** As it is in force. */
async function conceptOf(id: string, files: readonly TextFile[], shipped: Shipped): Promise<Named> {
  const below = shipped.glossary.concepts.find((concept) => concept.id === id)
  const entries = entriesAlone(files, shipped).map(({ concept }) => concept)
  const own = entries.find((concept) => concept.id === id)
  const known = own && below ? overlaid(namesOf(below), own) : (own ?? below)
  if (known) return known
  const ids = [...shipped.glossary.concepts, ...entries].map((concept) => concept.id)
  const near = (await didYouMean(id, ids)) || '; "zhengming glossary find" looks for a name'
  throw new UsageError(`no concept "${id}"${near}`)
}

function namesOf({ id, kind, preferred, insert }: CompiledConcept): Concept {
  return { id, kind: kind as Concept['kind'], preferred, ...(insert ? { insert } : {}) }
}

function said({ id, preferred }: Named, decision: ReturnType<typeof worded>, path: string): string {
  const { prefer, by, date, refuseFormer } = decision
  const former = refuseFormer === undefined ? 'admitted' : 'refused'
  const before = preferred === prefer ? '; it did before' : `; "${preferred}" is ${former} now`
  return `${shortPath(path)}: ${id} prefers "${prefer}"${before} (${by}, ${date})\n`
}
