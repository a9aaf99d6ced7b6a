/**
 * `--since REF` and `--staged`: only files that changed are linted, and only findings that were not there before count.
 * Before is the merge base with REF, or HEAD; now is the working tree, or the index. Both sides are linted with the config
 * and glossary of now, and every finding keeps its state, `absent` where it is there no more. A file outside of git is linted whole, which is said.
 */
import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Project } from '../../config/project.js'
import { compare, type Known } from '../../findings/compare.js'
import { markOf } from '../../findings/fingerprint.js'
import { formatOf } from '../../formats/index.js'
import { isUndecided, type Row, rowOf, rowsOf } from '../../reporters/row.js'
import { counted } from '../../reporters/summary.js'
import { complain, reasonOf, UsageError } from '../fail.js'
import { isArticle } from '../paths.js'
import { decode, refuseLarge } from '../read.js'
import { articleOf, batchOf, collect, type Linted } from '../run/collect.js'
import { inputs } from '../run/inputs.js'
import { fail, projectOf, type Run } from '../run/run.js'
import { shortPath } from '../short-path.js'
import { blobsOf, type Change, changesIn, mergeBase, repositoryOf, trackedIn } from './git.js'

export async function lintChanges(args: readonly string[], run: Run): Promise<Linted[]> {
  const { since, staged, fix, fixDryRun } = run.flags
  if (since !== undefined && staged) throw new UsageError('--since and --staged exclude each other')
  if (staged && (fix || fixDryRun))
    throw new UsageError('--staged looks at the index, which --fix does not change')
  const files = await inputs(args, run)
  const { whole, repositories } = byRepository(files)
  const old: Old[] = []
  const now: Linted[] = []
  for (const [root, inside] of repositories) {
    const base = since === undefined ? undefined : await mergeBase(root, since)
    if (since !== undefined && base === undefined) {
      sayWhole(inside, `in a submodule that does not know ${since}`)
      whole.push(...inside)
      continue
    }
    const changes = await changesIn(root, base)
    const wanted = new Set(inside)
    // Staged and then taken from the disk, it is committed all the same.
    const isWanted = (path: string) => wanted.has(path) || (staged && isArticle(path) && !existsSync(path))
    const touched = changes.filter(({ path, old }) => (path ? isWanted(path) : old && isArticle(old.path)))
    if (base === undefined) now.push(...(await lintIndex(root, touched, run)))
    else {
      const tracked = await trackedIn(root)
      const changed = new Set(touched.map(({ path }) => path))
      whole.push(...inside.filter((file) => changed.has(file) || !tracked.has(file)))
      await (await import('./rules-changed.js')).sayImpact({ root, base, changes, files: inside }, run)
    }
    old.push(...(await lintOld(root, touched, run)))
  }
  if (!staged && whole.length > 0) now.push(...(await collect(await batchOf(whole, run), run)))
  return onlyNew(old, now)
}

function byRepository(files: readonly string[]) {
  const repositories = new Map<string, string[]>()
  const whole: string[] = []
  for (const file of files) {
    const root = file === '-' ? undefined : repositoryOf(dirname(file))
    const inside = root === undefined ? whole : (repositories.get(root) ?? [])
    if (root !== undefined) repositories.set(root, inside)
    inside.push(file)
  }
  sayWhole(
    whole.filter((file) => file !== '-'),
    'outside of git',
  )
  return { whole, repositories }
}

function sayWhole(files: readonly string[], why: string): void {
  const [first] = files
  if (first === undefined) return
  const more = files.length > 1 ? ` and ${counted(files.length - 1, 'other file')}` : ''
  complain(`${shortPath(first)}${more}`, `${why}, every finding counts`)
}

/** An old finding, under the name that its file has now. */
interface Old extends Known {
  row: Row
}

async function lintOld(root: string, changes: readonly Change[], run: Run): Promise<Old[]> {
  const all: Old[] = []
  const before = changes.flatMap(({ path, old }) => (old ? [{ path: path ?? old.path, old }] : []))
  const blobs = blobsOf(
    root,
    before.map(({ old }) => old.blob),
  )
  for (const { path, old } of before) {
    const bytes = (await blobs.next()).value as Buffer
    const project = await projectOf(path, run)
    if (project === undefined || project.ignores(path)) continue
    try {
      const article = articleOf(textOf(bytes, project), path, project, run)
      const { findings } = await (await project.session()).lint({ ...article, format: formatOf(old.path) })
      all.push(...findings.map(rowOf).map((row) => ({ ...markOf(row, path), count: 1, row })))
    } catch (error) {
      // What cannot be read had no findings.
      if (!(error instanceof UsageError)) throw error
    }
  }
  return all
}

function textOf(bytes: Buffer, { maxFileSize }: Project): string {
  refuseLarge(bytes.length, maxFileSize)
  return decode(bytes)
}

/** Files as they will be committed. */
async function lintIndex(root: string, changes: readonly Change[], run: Run): Promise<Linted[]> {
  const all: Linted[] = []
  const staged = changes.flatMap(({ path, blob }) => (path ? [{ path, blob }] : []))
  const blobs = blobsOf(
    root,
    staged.map(({ blob }) => blob),
  )
  for (const { path: absolute } of staged) {
    const bytes = (await blobs.next()).value as Buffer
    const project = await projectOf(absolute, run)
    if (project === undefined || project.ignores(absolute)) continue
    const path = shortPath(absolute)
    try {
      const article = articleOf(textOf(bytes, project), absolute, project, run)
      const result = await (await project.session()).lint(article)
      all.push({
        path,
        absolute,
        project,
        findings: rowsOf(result),
        words: result.words,
        ...(run.keepsText && { text: result.text }),
      })
    } catch (error) {
      fail(run, path, reasonOf(error))
    }
  }
  return all
}

function onlyNew(old: readonly Old[], now: readonly Linted[]): Linted[] {
  const files = new Set(now.map(({ absolute }) => absolute))
  const marks = now.flatMap(({ absolute, findings }) =>
    findings.filter(isUndecided).map((row) => markOf(row, absolute)),
  )
  const { matches, left } = compare(old, marks, files)
  const absent = new Map<string, Row[]>()
  for (const { known } of left)
    absent.set(known.file, [...(absent.get(known.file) ?? []), { ...known.row, baseline: 'absent' }])
  let at = 0
  return now.map((linted) => {
    const rows = linted.findings.map(
      (row): Row => (isUndecided(row) ? { ...row, baseline: matches[at++]?.state ?? 'new' } : row),
    )
    return { ...linted, findings: [...rows, ...(absent.get(linted.absolute) ?? [])] }
  })
}
