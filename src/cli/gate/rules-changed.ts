/**
 * Where a config or a glossary changed since the merge base: what that alone does to the findings, as a table on stderr,
 * over all articles asked for as they stand now. The old config is read with all that it names from a copy of the commit's
 * YAML and CSV files in a temporary folder. Nothing of this counts for the exit code.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { configName, type Project, type Projects, projects } from '../../config/project.js'
import { impactBooks } from '../../glossary/impact.js'
import { DataError } from '../../glossary/problem.js'
import { complain, UsageError } from '../fail.js'
import { overlayOf } from '../flags.js'
import { impactText } from '../glossary/impact.js'
import { below } from '../paths.js'
import { readText } from '../read.js'
import { articleOf } from '../run/collect.js'
import { projectOf, type Run } from '../run/run.js'
import { shortPath } from '../short-path.js'
import { paperFor } from '../terminal.js'
import { blobsOf, type Change, treeOf } from './git.js'

export interface Asked {
  root: string
  base: string
  changes: readonly Change[]
  files: readonly string[]
}

const mostRows = 20

export async function sayImpact({ root, base, changes, files }: Asked, run: Run): Promise<void> {
  const touched = await touchedBy(changes, files, run)
  if (touched.length === 0) return
  const folder = mkdtempSync(join(tmpdir(), 'zhengming-since-'))
  try {
    await copyConfigs(root, base, folder)
    const result = await compared(touched, await projectsIn(folder, root, run), { root, folder }, run)
    if (result.gained.length + result.lost.length + result.changed.length === 0) return
    complain(
      `the config or a glossary changed since ${run.flags.since}; by that alone, in the articles of now`,
    )
    process.stderr.write(`\n${impactText(result, paperFor(process.stderr, run.flags), mostRows)}\n`)
  } catch (error) {
    if (!(error instanceof DataError || error instanceof UsageError)) throw error
    const [line = ''] = error.message.replaceAll(folder, base.slice(0, 8)).split('\n')
    complain(`the config changed since ${run.flags.since}, and that of then cannot be read: ${line}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Articles whose config, or something that it names, is among the changes. */
async function touchedBy(changes: readonly Change[], files: readonly string[], run: Run): Promise<string[]> {
  const changed = new Set(changes.flatMap(({ path, old }) => [path, old?.path]))
  const configs = [...changed].filter((path) => path !== undefined && basename(path) === configName)
  const answers = new Map<Project, boolean>()
  const touched: string[] = []
  for (const file of files) {
    const project = await projectOf(file, run)
    if (project === undefined) continue
    const named = answers.get(project) ?? project.sources.some((path) => changed.has(path))
    answers.set(project, named)
    if (named || configs.some((path) => below(dirname(path as string), file) !== undefined))
      touched.push(file)
  }
  return touched
}

async function copyConfigs(root: string, commit: string, folder: string): Promise<void> {
  const wanted = (await treeOf(root, commit)).filter(({ name }) => /\.(ya?ml|csv)$/i.test(name))
  const blobs = blobsOf(
    root,
    wanted.map(({ blob }) => blob),
  )
  for (const { name } of wanted) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, (await blobs.next()).value as Buffer)
  }
}

async function projectsIn(folder: string, root: string, run: Run): Promise<Projects> {
  const { config } = run.flags
  const inside = typeof config === 'string' ? below(root, resolve(config)) : undefined
  return projects(inside === undefined ? config : join(folder, inside), await overlayOf(run.flags))
}

async function compared(
  files: readonly string[],
  old: Projects,
  { root, folder }: { root: string; folder: string },
  run: Run,
) {
  const books = impactBooks()
  for (const file of files) {
    const project = await projectOf(file, run)
    if (project === undefined) continue
    const then = join(folder, below(root, file) ?? '')
    const before = await old.of(then)
    let text: string
    try {
      text = readText(file, project.maxFileSize)
    } catch {
      continue // The run itself says why.
    }
    const { findings: was } = await (await before.session()).lint(articleOf(text, then, before, run))
    const { findings } = await (await project.session()).lint(articleOf(text, file, project, run))
    books.add(shortPath(file), was, findings)
  }
  return books.result()
}
