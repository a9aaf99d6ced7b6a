/** What the tools for a desk's glossary share: the project of the folder where they run, and how they may answer. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathOf } from '../../config/placed.js'
import { configName, type Project, projects } from '../../config/project.js'
import { readConfig } from '../../config/read.js'
import { UsageError } from '../fail.js'
import { shortPath } from '../short-path.js'

export interface HereFlags {
  config?: string
}

export async function projectHere({ config }: HereFlags): Promise<Project> {
  return projects(configAt(config), {}).of(resolve('x'))
}

/** What the config says of glossaries and files, without the glossary itself, which takes longer. */
export function configHere({ config }: HereFlags): DeskConfig {
  const path = projects(configAt(config), {}).configOf(resolve('x'))
  if (path === undefined) return { path: configName, glossaries: [], files: false }
  const { glossary, files } = readConfig(path)
  const glossaries = glossary.map(pathOf)
  return { path: shortPath(path), glossaries, files: files !== undefined }
}

export interface DeskConfig {
  /** As people should read it. */
  path: string
  /** The desk's own glossary files, absolute. */
  glossaries: string[]
  /** It says what a run without arguments looks at. */
  files: boolean
}

/** The config that `--config` names. */
export function configAt(config: string | undefined): string | undefined {
  if (config === undefined) return undefined
  if (!existsSync(config)) throw new UsageError(`--config ${config}: no such file`)
  return resolve(config)
}

/** Whether `--format` asks for JSON. */
export function textOrJson(format: string): boolean {
  if (format !== 'text' && format !== 'json') throw new UsageError(`--format ${format}: there are text, json`)
  return format === 'json'
}
