/**
 * What can be done about the findings under the cursor, as code actions: edits of the text itself, and commands for what
 * goes into the desk's config or glossary. Edits are the findings' own fixes, or made as they are: where links, wraps or
 * grammar would be lost, none is offered.
 */
import { basename } from 'node:path'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { Finding } from '../findings/finding.js'
import { whatOf } from '../findings/fingerprint.js'
import { applyFixes, compatible } from '../findings/fix.js'
import { replacement } from '../findings/replace.js'
import { commands, fixAll } from './commands.js'
import { diagnosticOf } from './diagnostics.js'
import { ignoring } from './ignoring.js'
import type { Look } from './look.js'
import { placeOf, sameRendering } from './occurrences.js'

export interface Editor {
  editOf(edits: readonly { look: Look; edits: TextEdit[] }[]): WorkspaceEdit
  /** The editor can show a place in another file. */
  shows: boolean
}

export async function actionsFor(
  look: Look,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  editor: Editor,
): Promise<CodeAction[]> {
  const wanted = (kind: string) =>
    context.only === undefined || context.only.some((one) => kind === one || kind.startsWith(`${one}.`))
  const actions: CodeAction[] = []
  if (wanted(CodeActionKind.QuickFix)) {
    const [start, end] = [look.offset(range.start), look.offset(range.end)]
    const here = look.findings.filter((f) => f.start <= end && start <= f.end)
    for (const finding of here) actions.push(...(await fixesFor(finding, look, editor)))
  }
  if (wanted(fixAll)) actions.push(...(await allSafe(look, editor, context.only !== undefined)))
  return actions
}

async function fixesFor(finding: Finding, look: Look, editor: Editor): Promise<CodeAction[]> {
  const diagnostics = [diagnosticOf(finding, look)]
  const fix = (title: string, more: Partial<CodeAction>): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...more,
  })
  const edit = (edits: TextEdit[]) => ({ edit: editor.editOf([{ look, edits }]) })
  const command = (title: string, command: string, argument: unknown) =>
    fix(title, { command: { title, command, arguments: [argument] } })
  const [first, ...others] = await replacementsFor(finding, look)
  const same = look.findings.filter((f) => f.fix && isSame(f, finding))
  const said = shown(finding.actual)
  const { uri } = look
  const { ruleId: rule, concept } = finding
  const decision = { uri, found: finding.actual, ...(concept ? { concept } : { rule }) }
  const actions: CodeAction[] = []
  if (first)
    actions.push(fix(titleOf(first, finding), { ...edit([textEdit(first, look)]), isPreferred: true }))
  for (const one of others) actions.push(fix(titleOf(one, finding), edit([textEdit(one, look)])))
  if (first && same.length > 1) {
    const fixes = compatible(
      look.article.text,
      same.flatMap((f) => f.fix ?? []),
    )
    const edits = fixes.map((one) => textEdit(one, look))
    actions.push(fix(`Replace all ${fixes.length} ${said} in this article`, edit(edits)))
  }
  actions.push(command(`Accept ${said} in this file`, commands.accept, { ...decision, here: true }))
  actions.push(command(`Accept ${said} everywhere`, commands.accept, decision))
  if (uri.startsWith('file:')) {
    const { sentence = '' } = finding
    const known = { uri, finding: { ...whatOf(finding), sentence } }
    actions.push(command(`Add ${said} to the baseline`, commands.know, known))
    const { length } = look.findings
    if (length > 1)
      actions.push(command(`Add all ${length} findings of this file to the baseline`, commands.know, { uri }))
  }
  const comment = await ignoring(finding, look)
  if (comment) actions.push(fix(`Ignore ${rule} here, by a comment`, edit([comment])))
  if (concept !== undefined) {
    for (const file of look.project.glossaries)
      actions.push(
        command(`Add ${said} to ${basename(file)} as an accepted form`, commands.admit, {
          uri,
          concept,
          form: finding.actual,
          file,
        }),
      )
    if (editor.shows) actions.push(command('Open the glossary entry', commands.open, { uri, concept }))
  }
  return actions
}

interface Replacement {
  start: number
  end: number
  text: string
}

/** The finding's own fix, then every other form that would be right there. */
async function replacementsFor(finding: Finding, look: Look): Promise<Replacement[]> {
  const { fix, concept: id, expected } = finding
  const own = fix ? [fix] : []
  const concept = id === undefined ? undefined : look.setup.concepts.get(id)
  if (concept === undefined) return own
  const document = await look.read()
  const place = placeOf(document, look.setup, finding)
  if (place === undefined) return own
  const forms = look.session.data.glossary.forms.filter(
    ({ status, short, term, concept: at }) =>
      look.session.data.glossary.concepts[at] === concept &&
      status === 'admitted' &&
      !short &&
      !/[[\]{}()|~]/.test(term),
  )
  const wanted = [...expected, ...forms.map(({ term }) => term)].filter((term) => !/[{~]/.test(term))
  const made = wanted.flatMap((term) => {
    const insert = term === concept.preferred ? (concept.insert ?? term) : term
    return replacement(document, place, insert) ?? []
  })
  const seen = new Set<string>()
  return [...own, ...made].filter(({ start, end, text }) => {
    const key = look.article.text.slice(0, start).slice(-80) + text + look.article.text.slice(end, end + 80)
    if (seen.has(key) || look.article.text.slice(start, end) === text) return false
    seen.add(key)
    return true
  })
}

/** Everything that cannot change meaning; on request until nothing of it is left, for one mending may bring out another. */
async function allSafe(look: Look, editor: Editor, thorough: boolean): Promise<CodeAction[]> {
  const safe = look.findings.flatMap(({ fix }) => (fix?.class === 'safe' ? [fix] : []))
  if (safe.length === 0) return []
  const { text } = look.article
  const once = applyFixes(text, safe).text
  const fixed = thorough ? (await look.session.fix(look.article)).text : once
  const edits = once === fixed ? compatible(text, safe) : [whatChanged(text, fixed)]
  const edit = editor.editOf([{ look, edits: edits.map((one) => textEdit(one, look)) }])
  return [{ title: 'Fix all that is safe', kind: fixAll, edit }]
}

/** One edit that makes the one text of the other. */
export function whatChanged(before: string, after: string): Replacement {
  let start = 0
  while (start < before.length && before[start] === after[start]) start++
  let same = 0
  const most = Math.min(before.length, after.length) - start
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++
  return { start, end: before.length - same, text: after.slice(start, after.length - same) }
}

function textEdit(one: Replacement, look: Look): TextEdit {
  return { range: look.range(one), newText: one.text }
}

function isSame(a: Finding, b: Finding): boolean {
  return a.ruleId === b.ruleId && a.concept === b.concept && sameRendering(a.actual, b.actual)
}

function titleOf({ text }: Replacement, { actual }: Finding): string {
  return text.trim() === '' ? `Remove ${shown(actual)}` : `Replace with ${shown(text)}`
}

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim() || text
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`
}
