/**
 * Workflow commands that GitHub shows as annotations. It keeps ten errors, ten warnings and ten notices of a step and
 * drops the rest in silence: the worst come first, and a last notice counts the rest, which follow as plain lines of the log.
 * For a table in the job's summary there is `--format markdown:FILE`.
 */
import type { Severity } from '../glossary/compiled.js'
import { type Annotation, annotationsOf } from './annotation.js'
import type { Reporter } from './reporter.js'
import { counted } from './summary.js'

/** Of each kind in a step: https://docs.github.com/en/rest/checks (annotations of workflow commands). */
const most = 10

export const github: Reporter = (reports) => {
  const all = annotationsOf(reports)
  const kinds = (['error', 'warning', 'info'] as const).map((severity) =>
    all.filter(({ block }) => block.severity === severity),
  )
  const crowded = kinds.some((kind) => kind.length > most)
  const shown = new Set(
    kinds.flatMap((kind, i) => kind.slice(0, crowded && i === kinds.length - 1 ? most - 1 : most)),
  )
  const rest = all.filter((one) => !shown.has(one))
  return [...[...shown].map(commandOf), ...(rest.length > 0 ? restOf(rest) : [])]
    .map((line) => `${line}\n`)
    .join('')
}

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'notice' }

function commandOf({ path, block, first, message, notes }: Annotation): string {
  const { line, column, endLine, endColumn } = first
  const properties: Record<string, string | number | undefined> = {
    title: block.rules.join(', '),
    file: path,
    line,
    endLine,
    // GitHub takes columns only where both are of one line
    ...(endLine === line ? { col: column, endColumn } : {}),
  }
  const said = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
  return `::${commands[block.severity]} ${said.join(',')}::${data([message, ...notes].join('\n'))}`
}

function restOf(rest: readonly Annotation[]): string[] {
  const files = new Set(rest.map(({ path }) => path)).size
  const said = `${counted(rest.length, 'more problem')} in ${counted(files, 'file')}, in the log of this step`
  const lines = rest.map(({ path, block, first, message, notes }) =>
    // plain text of ours and of the article: nothing in it may be a command
    `- ${path}:${first.line}:${first.column} ${block.severity} ${[message, ...notes].join('; ')} ${block.rules.join(', ')}`
      .replace(/\s*[\r\n]+\s*/g, ' ')
      .replaceAll('##[', '## ['),
  )
  return [`::notice title=zhengming::${data(said)}`, ...lines]
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
