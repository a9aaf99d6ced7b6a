/**
 * `lint --fix --only FILE`: exactly the edits that a selection of `report --fix-selection` lists, article by article, and
 * nothing else. An article whose text is not the report's is left as it is; every edit that is not made says why. Exit 0
 * where all were made, 1 where some were not, 2 where something could not be read or written.
 */
import { resolve } from 'node:path'
import type { Looked } from '../../consistency/selected-edits.js'
import { readSelection, type Selected } from '../../consistency/selection.js'
import { counted } from '../../reporters/summary.js'
import { visible } from '../../reporters/width.js'
import { complain, reasonOf, UsageError } from '../fail.js'
import { readText } from '../read.js'
import { articleOf } from '../run/collect.js'
import { inputs } from '../run/inputs.js'
import { fail, projectOf, type Run } from '../run/run.js'
import { write } from '../write.js'
import { hash } from './hash.js'

const most = 500_000_000

export async function applySelection(args: readonly string[], run: Run): Promise<number> {
  const { only = '', fix, fixDryRun } = run.flags
  if (!fix && !fixDryRun) throw new UsageError('--only: with --fix or --fix-dry-run')
  const files = byFile(selectionIn(only))
  const wanted = args.length > 0 ? new Set(await inputs(args, run)) : undefined
  const sum = { made: 0, files: 0, left: 0 }
  for (const [file, edits] of files) {
    if (wanted && !wanted.has(resolve(file))) continue
    const made = await attempt(file, edits, run)
    sum.made += made
    sum.files += made > 0 ? 1 : 0
    sum.left += edits.length - made
  }
  const done = fix ? 'made' : 'can be made'
  const left = sum.left > 0 ? `; ${sum.left} not` : ''
  process.stdout.write(`${counted(sum.made, 'edit')} ${done} in ${counted(sum.files, 'file')}${left}\n`)
  if (run.failed) return 2
  return sum.left > 0 ? 1 : 0
}

function selectionIn(path: string): Selected[] {
  let text: string
  try {
    text = readText(path, most)
  } catch (error) {
    throw new UsageError(`--only ${path}: ${reasonOf(error)}`)
  }
  return readSelection(path, text)
}

function byFile(selected: readonly Selected[]): Map<string, Selected[]> {
  const files = new Map<string, Selected[]>()
  for (const one of selected) {
    const there = files.get(one.file)
    if (there) there.push(one)
    else files.set(one.file, [one])
  }
  return files
}

/** How many were made. */
async function attempt(file: string, edits: readonly Selected[], run: Run): Promise<number> {
  const absolute = resolve(file)
  const project = await projectOf(absolute, run)
  if (project === undefined) return 0
  try {
    const text = readText(absolute, project.maxFileSize)
    const article = articleOf(text, absolute, project, run)
    const session = await project.session()
    const survey = await session.survey(article)
    if (edits.some((edit) => edit.hash !== hash(survey.text))) {
      complain(file, `has changed since the report, ${counted(edits.length, 'edit')} not made`)
      return 0
    }
    const { selectedEdits } = await import('../../consistency/selected-edits.js')
    const setup = session.setup(article.settings)
    const looked = selectedEdits(survey, setup, edits, project.keepFor(absolute))
    for (const { edit, because } of looked.refused)
      complain(`${file}:${edit.line}`, `"${visible(edit.found)}" not replaced, ${because}`)
    if (looked.made.length === 0) return 0
    if (run.flags.fix) write(absolute, bomOf(text) + edited(survey.text, looked))
    process.stdout.write(said(file, survey.text, looked))
    return looked.made.length
  } catch (error) {
    fail(run, file, reasonOf(error))
    return 0
  }
}

function bomOf(text: string): string {
  return text.startsWith('\uFEFF') ? '\uFEFF' : ''
}

function edited(text: string, { made }: Looked): string {
  let fixed = text
  for (const { start, end, text: put } of made.toReversed())
    fixed = fixed.slice(0, start) + put + fixed.slice(end)
  return fixed
}

function said(file: string, text: string, { made }: Looked): string {
  const lines = made.map(({ edit, start, end, text: put }) => {
    const from = text.slice(start, end).replace(/\s+/g, ' ')
    return `  ${edit.line}  "${visible(from)}" → "${visible(put)}"`
  })
  return `${[file, ...lines].join('\n')}\n`
}
