/** Arguments to files: paths, folders, globs, `-`, or what the config names. What matches nothing fails the run, in one line. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { complain } from '../fail.js'
import { findFiles } from '../paths.js'
import { fail, projectOf, type Run } from './run.js'

/** Absolute paths, and `-` for standard input. */
export async function inputs(args: readonly string[], run: Run): Promise<string[]> {
  const { flags } = run
  const named = args.length === 0 && flags.stdinFilename !== undefined ? ['-'] : args
  const wanted = named.length > 0 ? named : ((await projectOf(resolve('.', 'x'), run))?.files ?? ['.'])
  if (run.failed) return []
  const stdin = wanted.includes('-')
  const found = await findFiles(
    wanted.filter((arg) => arg !== '-'),
    {
      ignorePath: flags.ignorePath,
      leavesOut: async (file) => (await projectOf(file, run))?.ignores(file) ?? false,
    },
  )
  for (const arg of found.ignored) complain(arg, 'left out by an ignore file or the config')
  for (const arg of found.missing) fail(run, arg, whyMissing(arg))
  return [...(stdin ? ['-'] : []), ...found.files]
}

function whyMissing(arg: string): string {
  if (existsSync(arg)) return 'no .txt, .md, .markdown, .html or .htm file in this folder'
  return /[*?[\]{}]/.test(arg) ? 'no file matches' : 'no such file or folder'
}
