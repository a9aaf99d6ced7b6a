/**
 * `zhengming glossary propose [paths]`: names and recurring phrases of a corpus that the glossary does not list, as draft
 * YAML on standard output, with a line of summary on stderr. Exit 2 where an article could not be read.
 */
import { draftYaml, howOften } from '../../proposals/draft.js'
import { type Proposal, proposer } from '../../proposals/proposer.js'
import type { Paper } from '../../reporters/reporter.js'
import { wrap } from '../../reporters/width.js'
import { articlesOf, corpusRun } from '../corpus.js'
import { UsageError } from '../fail.js'
import { overlayOf } from '../flags.js'
import { paperFor } from '../terminal.js'

export interface ProposeFlags {
  min: number
  format: string
  house?: string
  config?: string
  color?: boolean
}

const formats = ['yaml', 'text', 'json']

export async function propose(paths: readonly string[], flags: ProposeFlags): Promise<number> {
  const { format, min, config, house } = flags
  if (!formats.includes(format)) throw new UsageError(`--format ${format}: there are ${formats.join(', ')}`)
  const overlay = house === undefined ? {} : await overlayOf({ format: ['stylish'], house })
  const run = corpusRun(config, overlay)
  const terms = proposer()
  const ids = new Set<string>()
  let articles = 0
  for await (const { path, project, article } of articlesOf(paths, run)) {
    const session = await project.session()
    const setup = session.setup(article.settings)
    for (const id of setup.concepts.keys()) ids.add(id)
    terms.add(path, await session.read(article), setup)
    articles++
  }
  const found = terms.result(min)
  const head = summary(found, articles, min)
  if (format === 'yaml') process.stdout.write(draftYaml(found, head, ids))
  else if (format === 'json') process.stdout.write(`${JSON.stringify(found.map(plain), null, 2)}\n`)
  else process.stdout.write(list(found, paperFor(process.stdout, flags)))
  process.stderr.write(`${head}\n`)
  return run.failed ? 2 : 0
}

function summary(found: readonly Proposal[], articles: number, min: number): string {
  const listed = found.filter(({ concept }) => concept).length
  const many = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`
  return (
    `${many(found.length - listed, 'draft')} and ${many(listed, 'rendering')} of listed concepts ` +
    `in ${many(articles, 'article')}, seen ${min} times or more`
  )
}

function plain({ concept, ...rest }: Proposal) {
  return { ...rest, concept: concept?.concept.id, because: concept?.because }
}

function list(found: readonly Proposal[], { paint, width }: Paper): string {
  return found
    .map((one) => {
      const { term, zh, concept, places } = one
      const [place] = places
      const near =
        concept && `  ${concept.because} → ${concept.concept.zh[0] ?? ''} ${concept.concept.preferred}`
      const head = `${paint.bold(term)}${zh ? ` ${zh}` : ''}  ${paint.dim(howOften(one))}\n`
      const shown = place && wrap([[`${place.file}:${place.line}:`, ...place.sentence.split(' ')]], width, 2)
      return head + (near ? `${paint.yellow(near)}\n` : '') + (shown ? `  ${paint.dim(shown)}\n` : '')
    })
    .join('\n')
}
