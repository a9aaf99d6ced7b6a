/**
 * `zhengming glossary export [files]`: the glossary in force, or the concepts of glossary files alone, as a workbook, a
 * table, a pair of columns for DeepL, TBX-Basic or one YAML file. What the format cannot hold is on stderr.
 */
import { writtenInForce } from '../../config/written.js'
import { Losses } from '../../exchange/draft.js'
import { type Writable, writable, write } from '../../exchange/formats.js'
import { glossaryText } from '../../exchange/house-yaml.js'
import { spread } from '../../exchange/spread.js'
import { loadGlossary } from '../../glossary/load.js'
import { DataError } from '../../glossary/problem.js'
import type { Concept } from '../../glossary/schema.js'
import { complain, didYouMean, reasonOf, UsageError } from '../fail.js'
import { readText } from '../read.js'
import { put } from './put.js'

export interface ExportFlags {
  format?: string
  outputFile?: string
  config?: string | false
}

const formats = [...writable, 'yaml'] as const
const limit = 50_000_000

export async function exportGlossary(paths: readonly string[], flags: ExportFlags): Promise<number> {
  const format =
    flags.format ?? formats.find((name) => flags.outputFile?.toLowerCase().endsWith(`.${name}`)) ?? 'csv'
  if (!(formats as readonly string[]).includes(format))
    throw new UsageError(
      `no format "${format}"${await didYouMean(format, formats)}, there are ${formats.join(', ')}`,
    )
  if (format === 'xlsx' && flags.outputFile === undefined && process.stdout.isTTY)
    throw new UsageError('a workbook is no text for a terminal, name an --output-file')
  const concepts = paths.length > 0 ? conceptsOf(paths) : writtenInForce(flags.config).concepts
  if (format === 'yaml') {
    put(flags.outputFile, glossaryText(concepts, `${concepts.length} concepts`))
    return 0
  }
  const losses = new Losses()
  // Of two columns nothing else is asked; what is left out is counted there.
  const drafts = spread(concepts, format === 'deepl' ? new Losses() : losses)
  const content = await write(drafts, format as Writable, losses)
  put(flags.outputFile, content)
  for (const line of losses.lines()) complain(format, line)
  return 0
}

/** Only what is in the files; what they refer to may be elsewhere. */
function conceptsOf(paths: readonly string[]): Concept[] {
  const files = paths.map((path) => {
    try {
      return { path, text: readText(path, limit).replace(/^\uFEFF/, '') }
    } catch (error) {
      throw new UsageError(`${path}: ${reasonOf(error)}`)
    }
  })
  const { concepts, problems } = loadGlossary([files])
  const wrong = problems.filter(({ message }) => !message.includes('no concept has the id'))
  if (wrong.length > 0) throw new DataError(wrong)
  return concepts.map(({ concept }) => concept)
}
