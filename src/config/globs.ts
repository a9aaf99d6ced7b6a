/** Globs of a config, which are relative to its folder. What reads them is loaded where a config has any. */
import { relative, sep } from 'node:path'
import type { Config } from './read.js'

/** Whether a file fits one of several. */
export type Fits = (globs: readonly string[]) => (file: string) => boolean

export async function globsOf({ ignore, overrides, accept }: Config, folder: string): Promise<Fits> {
  if (ignore.length + overrides.length + accept.length === 0) return () => () => false
  const { default: picomatch } = await import('picomatch')
  return (globs) => {
    const match = picomatch(globs.map(deep), { dot: true })
    return (file) => match(relative(folder, file).replaceAll(sep, '/'))
  }
}

/** A glob without a slash means that name at any depth, as in ignore files; a folder means what is in it. */
function deep(glob: string): string {
  const open = glob.replace(/^\.\//, '').replace(/\/$/, '/**')
  return open.includes('/') ? open : `**/${open}`
}
