/** What the tools for a desk's glossary share: the project of the folder where they run, and how they may answer. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Overlay, type Project, projects } from '../../config/project.js'
import { UsageError } from '../fail.js'

export interface HereFlags {
  config?: string
}

export async function projectHere({ config }: HereFlags, overlay: Overlay = {}): Promise<Project> {
  if (config !== undefined && !existsSync(config)) throw new UsageError(`--config ${config}: no such file`)
  return projects(config && resolve(config), overlay).of(resolve('x'))
}

/** Whether `--format` asks for JSON. */
export function textOrJson(format: string): boolean {
  if (format !== 'text' && format !== 'json') throw new UsageError(`--format ${format}: there are text, json`)
  return format === 'json'
}
