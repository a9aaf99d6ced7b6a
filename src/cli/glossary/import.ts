/**
 * `zhengming glossary import FILE`: a table or a termbase as a house's glossary in YAML, on stdout or in a file. What the
 * glossary in force says already is left out, what it knows of the rest is kept beside it; `--all` takes the file as it
 * is. `--plan` writes nothing and prints how the two stand to each other. What could not be taken along is on stderr.
 */
import { readFileSync, statSync } from 'node:fs'
import { writtenInForce } from '../../config/written.js'
import { type Readable, read, readable } from '../../exchange/formats.js'
import { gather } from '../../exchange/gather.js'
import { glossaryText } from '../../exchange/house-yaml.js'
import { additionsTo, type Planned, plan, verdicts } from '../../exchange/plan.js'
import type { Concept } from '../../glossary/schema.js'
import { complain, didYouMean, reasonOf, UsageError } from '../fail.js'
import { refuseLarge } from '../read.js'
import { put } from './put.js'

export interface ImportFlags {
  plan?: boolean
  all?: boolean
  format?: string
  outputFile?: string
  config?: string | false
}

const limit = 200_000_000

export async function importGlossary(path: string, flags: ImportFlags): Promise<number> {
  const format = flags.format as Readable | undefined
  if (format !== undefined && !readable.includes(format))
    throw new UsageError(
      `no format "${format}"${await didYouMean(format, readable)}, there are ${readable.join(', ')}`,
    )
  const { drafts, losses } = await read(path, bytesAt(path), format)
  const gathered = gather(drafts, losses)
  for (const line of losses.lines()) complain(path, line)
  if (flags.all && !flags.plan) {
    put(
      flags.outputFile,
      yamlOf(
        gathered.map(({ concept }) => concept),
        path,
      ),
    )
    return 0
  }
  const planned = plan(gathered, writtenInForce(flags.config))
  if (flags.plan) put(flags.outputFile, planText(planned))
  else {
    put(flags.outputFile, yamlOf(additionsTo(planned), path))
    complain(path, counts(planned, true))
  }
  return 0
}

function bytesAt(path: string): Uint8Array {
  try {
    refuseLarge(statSync(path).size, limit)
    return readFileSync(path)
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error)}`)
  }
}

function yamlOf(concepts: readonly Concept[], path: string): string {
  const count = `${concepts.length} concept${concepts.length === 1 ? '' : 's'}`
  return glossaryText(concepts, `${count} from ${path.split(/[/\\]/).at(-1)}`)
}

function planText(planned: readonly Planned[]): string {
  const lines = verdicts.flatMap((verdict) => planned.filter((one) => one.verdict === verdict).map(line))
  return `${[...lines, '', counts(planned, false)].join('\n')}\n`
}

function line({ verdict, concept, said }: Planned): string {
  const name = [concept.zh?.[0], concept.preferred].filter(Boolean).join('  ')
  return `${verdict.padEnd(11)}  ${name}${said.length > 0 ? `: ${said.join('; ')}` : ''}`
}

function counts(planned: readonly Planned[], written: boolean): string {
  const parts = verdicts.flatMap((verdict) => {
    const count = planned.filter((one) => one.verdict === verdict).length
    return count > 0 ? [`${count} ${words[verdict]}${written && verdict === 'same' ? ', left out' : ''}`] : []
  })
  return `${planned.length} concept${planned.length === 1 ? '' : 's'}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}`
}

const words: Record<Planned['verdict'], string> = {
  contradicts: 'against the glossary in force',
  extends: 'adding to its concepts',
  new: 'new',
  same: 'the same',
}
