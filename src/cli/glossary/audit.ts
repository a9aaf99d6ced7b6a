/**
 * `zhengming glossary audit --parallel FILE.jsonl`: over Chinese–English pairs, how often each concept's Chinese has an
 * accepted form beside it, and what the linter would have flagged of the English. One line per concept, the worst first;
 * `--format json` prints it whole.
 */
import { VFile } from 'vfile'
import { parsePlain } from '../../formats/plain.js'
import { type Audit, auditor } from '../../glossary/audit.js'
import { createSession } from '../../session.js'
import { documentOf } from '../../text/document.js'
import { UsageError } from '../fail.js'
import { readText } from '../read.js'

export interface AuditFlags {
  parallel: string
  house: string
  format: string
}

const limit = 500_000_000

export async function audit({ parallel, house, format }: AuditFlags): Promise<number> {
  if (format !== 'text' && format !== 'json') throw new UsageError(`--format ${format}: there are text, json`)
  const session = await createSession({ house })
  const books = auditor(session.setup())
  for (const { zh, en } of pairsOf(parallel)) {
    const file = new VFile(en)
    const { findings } = await session.lint({ text: en, format: 'plain' })
    books.add(
      zh,
      documentOf(parsePlain(file), file),
      findings.filter((f) => f.ruleId.startsWith('term/')).length,
    )
  }
  const result = books.result()
  process.stdout.write(format === 'json' ? `${JSON.stringify(result, null, 2)}\n` : tableOf(result))
  return 0
}

function pairsOf(path: string): { zh: string; en: string }[] {
  const lines = readText(path, limit)
    .replace(/^\uFEFF/, '')
    .split('\n')
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return []
    const pair = parsed(line)
    if (typeof pair?.zh !== 'string' || typeof pair.en !== 'string')
      throw new UsageError(`${path}:${i + 1}: expected an object with "zh" and "en"`)
    return [pair as { zh: string; en: string }]
  })
}

function parsed(line: string): { zh?: unknown; en?: unknown } | undefined {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function tableOf({ concepts, occurrences, adherence, words, flags, flagsPer1000Words }: Audit): string {
  const worst = [...concepts].sort((a, b) => b.occurrences - b.accepted - (a.occurrences - a.accepted))
  const rows = worst.map(
    (row) =>
      `${String(row.accepted).padStart(5)} of ${String(row.occurrences).padEnd(5)} ${row.zh}  ${row.preferred}`,
  )
  const percent = (100 * adherence).toFixed(1)
  return [
    ...rows,
    '',
    `${concepts.length} concept${concepts.length === 1 ? ' stands' : 's stand'} in the Chinese, ${occurrences} times (once per pair); an accepted form stands beside ${percent}% of them`,
    `${flags} term findings in ${words} words of the English, ${flagsPer1000Words.toFixed(3)} per 1,000`,
    '',
  ].join('\n')
}
