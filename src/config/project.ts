/**
 * What holds for an article: the config nearest to it going up, with the command line's word above it. Configs
 * are looked for folder by folder and read once; without one, or with one kept as it is, nothing of YAML is loaded. A config that is broken stays
 * broken: whoever asks for it again gets the same error.
 */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Severity } from '../glossary/compiled.js'
import type { Problem } from '../glossary/problem.js'
import type { CompiledHouse } from '../rules/compiled.js'
import type { Session } from '../session.js'
import type { Settings } from '../setup.js'
import type { Covered, Judged } from './accept.js'

/** What is known of the articles from outside of their texts. */
export interface Beside {
  /** From the file's name or the metadata. */
  dateFor(file: string): string | undefined
  /** Outlet, or what else the metadata groups by. */
  groupFor(file: string): string | undefined
  /** Rows of the metadata that count for nothing. */
  readonly doubtful: readonly Problem[]
}

export interface Project extends Beside {
  /** The config; undefined where there is none. */
  readonly path: string | undefined
  /** Loaded when it is asked for: who finds all findings kept from before needs none. */
  session(): Promise<Session>
  readonly failOn: Severity
  readonly maxWarnings: number | undefined
  readonly maxFileSize: number
  /** The desk's own glossary files, on top of the shipped one. */
  readonly glossaries: readonly string[]
  /** The baseline that the config names. */
  readonly baseline: string | undefined
  /** Every file that it was made of; none without a config. */
  readonly sources: readonly string[]
  /** What a run without arguments looks at. */
  readonly files: readonly string[] | undefined
  /** Decisions whose time is over. */
  readonly expired: readonly Problem[]
  settingsFor(file: string): Settings
  ignores(file: string): boolean
  /** Decisions that matched nothing in all that they speak of, once the articles are linted. */
  idle(covered: Covered): Problem[]
  /** Why a decision accepts a finding, if one does; undefined where there is none for this file. */
  reasonsFor(file: string): ((finding: Judged) => string | undefined) | undefined
  /** Drops what a decision accepts; undefined where there is none for this file. */
  keepFor(file: string): ((finding: Judged) => boolean) | undefined
}

/** What the command line says; wins over every config. */
export interface Overlay {
  house?: string | CompiledHouse
  info?: boolean
  failOn?: Severity
  maxWarnings?: number
}

export interface Projects {
  /** What they are made from, so that another thread can make the same. */
  readonly from: { config: string | false | undefined; overlay: Overlay }
  of(file: string): Promise<Project>
  /** The config in force for a file, unread. */
  configOf(file: string): string | undefined
}

export const configName = 'zhengming.config.yaml'
export const defaultMaxFileSize = 2_000_000
export const nothingBeside: Beside = { dateFor: () => undefined, groupFor: () => undefined, doubtful: [] }

/** `config`: a path for all files; false for none; undefined to look. */
export function projects(config: string | false | undefined, overlay: Overlay): Projects {
  const folders = new Map<string, string | undefined>()
  const loaded = new Map<string | undefined, Promise<Project>>()
  let session: Promise<Session> | undefined
  const base = () => {
    session ??= import('../session.js').then(({ createSession }) => createSession())
    return session
  }
  const load = async (path: string | undefined) => {
    if (path === undefined) return bare(base, overlay)
    return (await import('./load.js')).loadProject(path, base, overlay)
  }
  const configOf = (file: string) =>
    config === undefined ? nearestConfig(dirname(file), folders) : config || undefined
  return {
    from: { config, overlay },
    configOf,
    of(file) {
      const path = configOf(file)
      const made = loaded.get(path) ?? load(path)
      loaded.set(path, made)
      return made
    },
  }
}

/** The first config going up from a folder; `known` keeps the answers. */
export function nearestConfig(
  folder: string,
  known = new Map<string, string | undefined>(),
): string | undefined {
  if (known.has(folder)) return known.get(folder)
  const here = join(folder, configName)
  const above = dirname(folder)
  const found = existsSync(here) ? here : above === folder ? undefined : nearestConfig(above, known)
  known.set(folder, found)
  return found
}

function bare(session: Project['session'], overlay: Overlay): Project {
  const { failOn = 'error', maxWarnings, ...rest } = overlay
  const settings: Settings = { ...rest, info: overlay.info ?? failOn === 'info' }
  return {
    path: undefined,
    session,
    failOn,
    maxWarnings,
    maxFileSize: defaultMaxFileSize,
    glossaries: [],
    baseline: undefined,
    sources: [],
    files: undefined,
    expired: [],
    ...nothingBeside,
    settingsFor: () => settings,
    ignores: () => false,
    idle: () => [],
    reasonsFor: () => undefined,
    keepFor: () => undefined,
  }
}
