/** The config that `init` writes: short enough to be read, with what a desk changes first. */
import type { CompiledHouse } from '../../rules/compiled.js'
import type { Answers } from './ask.js'
import type { CorpusDates } from './dates.js'

export function configText(
  { house, files }: Answers,
  { pattern }: CorpusDates,
  houses: Readonly<Record<string, CompiledHouse>>,
  modeline: string | undefined,
): string {
  const example = String.raw`(?<date>\d{4}-\d{2}-\d{2})`
  return `${modeline === undefined ? '' : `${modeline}\n`}# What zhengming holds the articles below this folder to.
# ${houses[house]?.summary}
house: ${house}
# What \`zhengming\` without arguments looks at.
files: [${files.map((file) => JSON.stringify(file)).join(', ')}]
# Where a text says no date, the name of its file does.
${pattern === undefined ? '# ' : ''}dates: { pattern: '${pattern ?? example}' }
# Severities by rule or family: error, warning, info, off.
rules: {}
# Decisions, each with its reason: { found: …, reason: …, by: …, until: "2026-12-31" }
accept: []
`
}
