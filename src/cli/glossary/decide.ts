/**
 * `zhengming glossary decide ID --prefer FORM --because REASON --by NAME`: a decision goes into the desk's own glossary,
 * with its date, and the articles that it touches are named. A decision that clashes with the rest of the glossary is
 * refused in the loader's words and the file stays as it is.
 */
import { entriesOf, problemsOf } from '../../config/layers.js'
import { today } from '../../config/today.js'
import { decide as decided } from '../../glossary/decide.js'
import type { TextFile } from '../../glossary/load.js'
import { DataError } from '../../glossary/problem.js'
import type { Concept } from '../../glossary/schema.js'
import { didYouMean, reasonOf, UsageError } from '../fail.js'
import { write } from '../fix.js'
import { shortPath } from '../short-path.js'
import { glossaryFile, ownFile } from './files.js'
import { type HereFlags, projectHere } from './here.js'
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
  const project = await projectHere(flags)
  const files = project.glossaries.map(glossaryFile)
  const concept = await conceptOf(id, files)
  if (decision.refuseFormer !== undefined && concept.preferred === decision.prefer)
    throw new UsageError(
      `--refuse-former: ${id} prefers "${decision.prefer}" already, there is no former form`,
    )
  const file = ownFile(id, files, project, flags.file)
  const text = decided(file.text, concept, decision)
  const { problems } = problemsOf(files.map((one) => (one === file ? { ...file, text } : one)))
  if (problems.length > 0) throw new DataError(problems)
  try {
    write(file.path, (file.bom ? '\uFEFF' : '') + text)
  } catch (error) {
    throw new UsageError(`${shortPath(file.path)}: not written, ${reasonOf(error)}`)
  }
  process.stdout.write(said(concept, decision, file.path))
  return paths.length > 0 || project.files ? touched(id, paths, flags) : 0
}

/** What a decision says, each in words. */
function worded({ prefer, because, by, date = today(), refuseFormer }: DecideFlags) {
  for (const [flag, value] of Object.entries({ prefer, because, by, 'refuse-former': refuseFormer }))
    if (value !== undefined && value.trim() === '') throw new UsageError(`--${flag}: says nothing`)
  return { prefer: prefer.trim().replace(/\s+/g, ' '), because, by, date, refuseFormer }
}

async function conceptOf(id: string, files: readonly TextFile[]): Promise<Concept> {
  const concepts = entriesOf(files)
  const known = concepts.find((concept) => concept.id === id)
  if (known) return known
  const near = await didYouMean(
    id,
    concepts.map((concept) => concept.id),
  )
  throw new UsageError(`no concept "${id}"${near || '; "zhengming glossary find" looks for a name'}`)
}

function said({ id, preferred }: Concept, decision: ReturnType<typeof worded>, path: string): string {
  const { prefer, by, date, refuseFormer } = decision
  const former = refuseFormer === undefined ? 'admitted' : 'refused'
  const before = preferred === prefer ? '; it did before' : `; "${preferred}" is ${former} now`
  return `${shortPath(path)}: ${id} prefers "${prefer}"${before} (${by}, ${date})\n`
}
