/** Arguments to files: paths, folders, globs, `-`, or what the config names. What matches nothing fails the run, in one line. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { complain, reasonOf, UsageError } from '../fail.js'
import { findFiles } from '../paths.js'
import { readStdin, readText } from '../read.js'
import { shortPath } from '../short-path.js'
import { fail, projectOf, type Run } from './run.js'
import { inOrder } from './shard.js'

/** Absolute paths in the order in which they are shown, after `-` for standard input. */
export async function inputs(args: readonly string[], run: Run): Promise<string[]> {
  const { flags } = run
  const listed = flags.filesFrom === undefined ? args : [...args, ...(await listedIn(flags.filesFrom))]
  const named = listed.length === 0 && flags.stdinFilename !== undefined ? ['-'] : listed
  const wanted =
    named.length > 0 || flags.filesFrom !== undefined
      ? named
      : ((await projectOf(resolve('.', 'x'), run))?.files ?? ['.'])
  if (run.failed) return []
  if (flags.filesFrom === '-' && wanted.includes('-'))
    throw new UsageError('standard input is the list of files (--files-from -) and cannot be an article, too')
  const stdin = wanted.includes('-')
  const found = await findFiles(
    wanted.filter((arg) => arg !== '-'),
    {
      ignorePath: flags.ignorePath,
      leavesOut: async (folder) => (await projectOf(resolve(folder, 'x'), run))?.ignores ?? (() => false),
    },
  )
  for (const arg of found.ignored) complain(arg, 'left out by an ignore file or the config')
  for (const [folder, error] of found.unreadable) fail(run, shortPath(folder), reasonOf(error))
  for (const arg of found.missing) fail(run, arg, whyMissing(arg))
  return [...(stdin ? ['-'] : []), ...inOrder(found.files, shortPath)]
}

/** One path a line, as `find`, GNU parallel and stream engines hand them over; an empty list is no mistake. */
async function listedIn(list: string): Promise<string[]> {
  const most = Number.POSITIVE_INFINITY
  try {
    const text = list === '-' ? await readStdin(most) : readText(list, most)
    return text.split(/\r?\n/).filter(Boolean)
  } catch (error) {
    throw new UsageError(`--files-from ${list}: ${reasonOf(error)}`)
  }
}

function whyMissing(arg: string): string {
  if (existsSync(arg)) return 'no .txt, .md, .markdown, .html or .htm file in this folder'
  return /[*?[\]{}]/.test(arg) ? 'no file matches' : 'no such file or folder'
}
