/** Where the baseline of a project lies: the file that is asked for, that the config names, or a name beside the config. */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Project } from './project.js'

export const baselineName = 'zhengming-baseline.tsv'

export interface BaselinePlace {
  path: string
  /** Somebody counts on it, so that it must be there. */
  named: boolean
}

/** `asked`: a file, or false for none. `folder`: where it lies when there is no config either. */
export function baselineOf(
  project: Project,
  asked: string | false | undefined,
  folder = resolve('.'),
): BaselinePlace | undefined {
  if (asked === false) return undefined
  const named = asked === undefined ? project.baseline : resolve(asked)
  if (named !== undefined) return { path: named, named: true }
  return {
    path: join(project.path === undefined ? folder : dirname(project.path), baselineName),
    named: false,
  }
}

/** Whether it is there, or should be. */
export function hasBaseline(project: Project, asked: string | false | undefined): boolean {
  const place = baselineOf(project, asked)
  return place !== undefined && (place.named || existsSync(place.path))
}
